import { SignalKind } from '@coachvisio/contract/signal.ts';
import { Report } from '@coachvisio/contract/report.ts';
import type { PanelCriterion } from '@coachvisio/engine/rating/panel/convene.ts';
import type { RatedCriterion } from '@coachvisio/engine/rating/rating.ts';
import { rate } from '@coachvisio/engine/rating/rate.ts';
import { playThrough } from '@coachvisio/engine/turn/play-through.ts';
import { describe, expect, it } from 'vitest';
import en from '../../../../../locales/en/debrief-content.json' with { type: 'json' };
import fr from '../../../../../locales/fr/debrief-content.json' with { type: 'json' };
import { library as openLibrary } from '../content/index.ts';
import { wordReport, type ReportFrame } from './word-report.ts';

const library = openLibrary();

const lines = {
  fr: [
    "Le retard est de dix jours ouvrés et il vient de chez nous. C'est moi qui ai validé l'estimation.",
    'On va faire au mieux pour rattraper, ne vous inquiétez pas.',
    "Qu'est-ce que le client attend de vous ce soir ?",
    'Je vous envoie le calcul ce soir à 17 heures, et on se revoit jeudi à 9 heures. Ça vous va ?',
  ],
  en: [
    "The delay is ten working days and it's on us. I signed off on the estimate myself.",
    "We'll do our best to catch up, don't worry about it.",
    'What does the client expect from you tonight?',
    "I'll send you the numbers tonight at 5, and we meet again Thursday at 9. Does that work for you?",
  ],
};

function sceneOf(slug: string) {
  const scenario = library.scenarios.get(slug);
  const persona = library.personas.get(scenario?.persona ?? '');
  if (!scenario || !persona) throw new Error(`no scenario ${slug}`);
  return { scenario, persona };
}
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
const scene = sceneOf('retard-projet-strategique');

function played(slug: string, locale: 'fr' | 'en', reason: ReportFrame['outcome']['reason']) {
  const { scenario, persona } = sceneOf(slug);
  const { snapshot, turns, analysis } = playThrough({ scenario, persona, locale, seed: 3 }, lines[locale]);
  const content = { ...library, scenario, persona };
  const rating = rate({ ...content, locale, turns, analysis, finalState: snapshot.persona, outcome: { exit: null, kind: null, reason } });
  return { content, turns, analysis, rating };
}

function reportOf(slug: string, locale: 'fr' | 'en', reason: ReportFrame['outcome']['reason'] = 'learner'): Report {
  const { content, turns, analysis, rating } = played(slug, locale, reason);
  return wordReport(rating, content, {
    id: 'rep_00000000000000000001',
    session: 'ses_00000000000000000001',
    learnerName: 'Camille R.',
    locale,
    createdAt: '2026-11-22T16:10:00Z',
    startedAt: '2026-11-22T16:00:00Z',
    elapsedMs: 60_000,
    outcome: { exit: null, kind: null, title: null, reason },
    turns: [...turns],
    analysis: [...analysis],
    panelAwaited: false,
    provenance: { engine: '0.1.0', scenarioVersion: 1, gridVersions: {}, rater: 'rules', seed: 3, raters: 1, model: null, note: null },
  });
}

describe('the words of a report', () => {
  it.each([...library.scenarios.keys()].flatMap((slug) => (['fr', 'en'] as const).map((locale) => [slug, locale] as const)))(
    'fit the contract and leave no key or placeholder in %s (%s)',
    (slug, locale) => {
      const report = Report.parse(reportOf(slug, locale));
      const written = [
        report.because,
        ...[...report.strengths, ...report.vigilance, ...report.axes].flatMap(({ title, why }) => [title, why]),
        ...report.moments.map(({ label }) => label),
        ...report.measures.flatMap(({ name, unit, definition }) => [name, unit, definition]),
      ];
      for (const text of written) expect(text).not.toMatch(/\{\{|^(strength|vigilance|axis|moment|measure|norm|because)\./);
    },
  );

  it('show where to get help, and no level, after words of distress', () => {
    const report = reportOf('retard-projet-strategique', 'fr', 'distress');
    expect(report).toMatchObject({ scored: false, criteria: [], strengths: [], measures: [] });
    expect(report.because).toContain('3114');
    expect(reportOf('retard-projet-strategique', 'en', 'distress').because).toContain('988');
  });

  it('exist for the same keys in both languages, with the same placeholders', () => {
    const english = new Map<string, string>(Object.entries(en));
    expect([...english.keys()].toSorted()).toEqual(Object.keys(fr).toSorted());
    for (const [key, text] of Object.entries(fr))
      expect(new Set(placeholders(english.get(key) ?? '')), key).toSatisfy(
        (found: Set<string>) => [...found].every((one) => placeholders(text).includes(one)) || key.endsWith('.why'),
      );
  });

  it('exist for every signal that may move the curve', () => {
    for (const kind of SignalKind.options) expect(Object.keys(fr)).toContain(`moment.${kind}`);
  });

  it('tell the level below when the anchor leans on it', () => {
    const competency = library.competencies.get('agency');
    const rated = rate({
      scenario: { ...scene.scenario, criteria: [] },
      persona: scene.persona,
      competencies: library.competencies,
      locale: 'fr',
      turns: [],
      analysis: [],
      finalState: playThrough({ ...scene, locale: 'fr', seed: 3 }, []).snapshot.persona,
      outcome: { exit: null, kind: null, reason: 'learner' },
    });
    const { criteria } = wordReport(
      { ...rated, criteria: [{ competency: 'agency', weight: 100, level: 5, opportunities: 3, quotes: [], moves: [] }] },
      { ...library, ...scene },
      { ...reportOf('retard-projet-strategique', 'fr') },
    );
    expect(criteria[0]?.anchor).toContain(competency?.anchors[3].fr);
    expect(criteria[0]?.anchor).not.toContain('Idem');
    expect(criteria[0]?.nextAnchor).toBeNull();
  });

  it.each([
    ['active-listening', 2, undefined, 'few_opportunities'],
    ['active-listening', 5, undefined, 'few_opportunities'],
    ['clarity', 2, undefined, 'few_opportunities'],
    ['clarity', 5, undefined, 'not_measurable'],
    ['clarity', 5, 'few_raters', 'few_raters'],
    ['clarity', 5, 'instructed', 'instructed'],
    ['active-listening', 5, 'disagreement', 'disagreement'],
  ] as const)('say why %s has no level after %i occasions (panel: %s)', (competency, opportunities, abstained, expected) => {
    const report = reportOf('retard-projet-strategique', 'fr');
    const rated = { competency, weight: 100, level: null, opportunities, quotes: [], moves: [] };
    const panelled = abstained === undefined ? rated : { ...rated, spread: null, raters: 2, abstained };
    const worded = (criterion: RatedCriterion | PanelCriterion) =>
      wordReport({ ...played('retard-projet-strategique', 'fr', 'learner').rating, criteria: [criterion] }, { ...library, ...scene }, report).criteria[0];
    expect(worded(panelled)?.abstained).toBe(expected);
    expect(worded({ ...panelled, level: 3, ...(abstained === undefined ? {} : { abstained: null }) })?.abstained).toBeNull();
  });

  it('say nothing about what the learner feels or is', () => {
    const forbidden =
      /stress|anxi|nerv|confian|confiden|motiv|émoti|emoti|timid|\bshy|optimis|honnêt|honest|bon sens|common sense|personnalité|personality|sincèr|enthousias|enthusias|échou|échec|\bfail/i;
    for (const text of [...Object.values(fr), ...Object.values(en)]) expect(text).not.toMatch(forbidden);
  });
});
