import { Abstention, type CriterionScore, type Report } from '@coachvisio/contract/report.ts';
import { createInstance } from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import en from '../../../../../locales/en/report.json' with { type: 'json' };
import fr from '../../../../../locales/fr/report.json' with { type: 'json' };
import { CriteriaSection } from './CriteriaSection.tsx';

const words = { fr, en };
const criterion: CriterionScore = {
  competency: 'clarity',
  name: 'Clarté',
  short: 'Clarté',
  weight: 100,
  level: null,
  anchor: null,
  nextAnchor: null,
  abstained: null,
  opportunities: 7,
  quotes: [],
  spread: null,
  moves: [],
};
const moves = [{ label: 'Un exemple', quote: null }];

/** The section as somebody reads it who opened the whole debrief. */
async function shown(locale: 'fr' | 'en', change: Partial<CriterionScore>): Promise<string> {
  const i18n = createInstance().use(initReactI18next);
  await i18n.init({ lng: locale, resources: { [locale]: { report: words[locale] } }, interpolation: { escapeValue: false } });
  const report: Pick<Report, 'criteria' | 'locale' | 'overall' | 'panelAwaited'> = {
    criteria: [{ ...criterion, ...change }],
    locale,
    overall: null,
    panelAwaited: false,
  };
  const markup = renderToStaticMarkup(
    createElement(I18nextProvider, { i18n }, createElement(CriteriaSection, { report, whole: true, onWhole: () => undefined, onOpen: () => undefined })),
  );
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ');
}

describe.each(['fr', 'en'] as const)('a criterion without a number (%s)', (locale) => {
  it('says why, and each reason otherwise', async () => {
    const texts = await Promise.all(Abstention.options.map((abstained) => shown(locale, { abstained })));
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).not.toMatch(/criteria\.|\{\{|undefined/);
    expect(texts[Abstention.options.indexOf('few_opportunities')]).toContain('7');
  });

  it('does not say that too little was said where raters differ', async () => {
    const { unknown, differ, abstained } = words[locale].criteria;
    const text = await shown(locale, { abstained: 'disagreement', opportunities: 9 });
    expect(text).toContain(abstained.disagreement);
    expect(text).toContain(differ);
    expect(text).not.toContain(unknown);
    expect(text).not.toContain('9');
  });

  it('lists what was seen after the reason', async () => {
    const { checklist, abstained } = words[locale].criteria;
    for (const reason of ['not_measurable', 'few_raters', 'instructed'] as const) {
      expect(await shown(locale, { abstained: reason, moves })).toContain(`${abstained[reason]} ${checklist}`);
    }
    expect(await shown(locale, { abstained: 'few_opportunities', opportunities: 1 })).not.toContain(checklist);
  });
});
