import type { Locale } from '@coachvisio/contract/locale.ts';
import type { CompetencyContent } from '@coachvisio/contract/scenario.ts';
import type { Level } from './rating.ts';

/** «Idem, …» leans on the level below, which whoever reads one anchor alone does not see: both are told. */
export function anchorOf({ anchors }: CompetencyContent, level: Level, locale: Locale): string {
  const own = anchors[level - 1]?.[locale] ?? '';
  const more = /^(?:Idem|Same), (.)/u.exec(own);
  const below = anchors[level - 2]?.[locale];
  return more?.[1] && below ? `${below} ${more[1].toUpperCase()}${own.slice(more[0].length)}` : own;
}
