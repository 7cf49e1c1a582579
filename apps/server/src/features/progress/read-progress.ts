import type { Locale } from '@coachvisio/contract/locale.ts';
import type { CriterionProgress, Progress } from '@coachvisio/contract/progress.ts';
import { trendOf } from '@coachvisio/engine/progress/trend.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { library } from '../content/index.ts';
import { listOwnLevels } from '../report/index.ts';

/** How one's own levels went, criterion by criterion; those that were seen most often come first. */
export async function readProgress(ctx: Ctx, locale: Locale): Promise<Progress> {
  const sessions = await ctx.tx((tx) => listOwnLevels(tx, ctx.actor.member));
  const observed = new Map<string, CriterionProgress['observations']>();
  for (const { session, at, levels } of sessions)
    for (const { competency, level } of levels) observed.set(competency, [...(observed.get(competency) ?? []), { session, at: at.toISOString(), level }]);
  const { competencies } = library();
  const criteria = [...observed].flatMap(([slug, observations]): CriterionProgress[] => {
    const competency = competencies.get(slug);
    if (!competency) return [];
    return [
      {
        competency: slug,
        name: competency.name[locale],
        short: competency.short[locale],
        observations,
        trend: trendOf(observations.map(({ level }) => level)),
      },
    ];
  });
  return {
    sessions: sessions.length,
    criteria: criteria.toSorted((a, b) => b.observations.length - a.observations.length || a.competency.localeCompare(b.competency)),
  };
}
