import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { BetterSentence, CriterionScore, Measure, NextExercise, Remark, ReplayPoint, Report } from '@coachvisio/contract/report.ts';
import type { CompetencyContent, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { anchorOf } from '@coachvisio/engine/rating/anchor.ts';
import type { PanelCriterion, PanelRating } from '@coachvisio/engine/rating/panel/convene.ts';
import type { RatedCriterion, RatedMeasure, RatedRemark, Rating } from '@coachvisio/engine/rating/rating.ts';
import { createInstance, type TFunction } from 'i18next';
import en from '../../../../../locales/en/debrief-content.json' with { type: 'json' };
import fr from '../../../../../locales/fr/debrief-content.json' with { type: 'json' };
import { abstentionOf, spreadOf } from './report.present.ts';

/** What a report says besides its rating. */
export type ReportFrame = Pick<
  Report,
  'id' | 'session' | 'learnerName' | 'locale' | 'createdAt' | 'startedAt' | 'elapsedMs' | 'outcome' | 'turns' | 'analysis' | 'panelAwaited' | 'provenance'
>;

interface ReportContent {
  readonly scenario: ScenarioContent;
  readonly persona: PersonaContent;
  readonly competencies: ReadonlyMap<string, CompetencyContent>;
  readonly personas: ReadonlyMap<string, PersonaContent>;
  readonly scenarios: ReadonlyMap<string, ScenarioContent>;
}

const sentences = createInstance();
// Nothing is loaded, so nothing is waited for: the sentences are there when this returns.
void sentences.init({
  resources: { fr: { debrief: fr }, en: { debrief: en } },
  defaultNS: 'debrief',
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

/** Puts a rating into the words of the session's language. */
export function wordReport(rating: Rating | PanelRating, content: ReportContent, frame: ReportFrame): Report {
  const { scenario, persona, competencies } = content;
  const { locale, outcome } = frame;
  const t = sentences.getFixedT(locale);
  const exit = scenario.exits.find(({ id }) => id === outcome.exit);
  const byExit = outcome.reason === 'exit' || outcome.reason === 'time' || outcome.reason === 'learner';
  return {
    ...frame,
    variant: 'full',
    scenario: scenario.slug,
    scenarioTitle: scenario.title[locale],
    level: scenario.level,
    persona: persona.slug,
    personaName: persona.name,
    because: exit && byExit ? exit.because[locale] : outcome.reason === 'exit' ? null : t(`because.${outcome.reason}`),
    scored: rating.scored,
    curve: [...rating.curve],
    moments: rating.moments.map(({ label, ...moment }) => ({ ...moment, label: t(label.id, label.params) })),
    strengths: rating.strengths.map((remark) => wordRemark(remark, t)),
    vigilance: rating.vigilance.map((remark) => wordRemark(remark, t)),
    axes: rating.axes.map((remark) => wordRemark(remark, t)),
    leftOpen: rating.leftOpen.flatMap(({ kind, id }) => {
      const about = kind === 'concern' ? scenario.concerns.find((concern) => concern.id === id) : scenario.facts.find((fact) => fact.id === id);
      return about ? [{ kind, label: about.label[locale] }] : [];
    }),
    criteria: rating.criteria.flatMap((criterion) => {
      const competency = competencies.get(criterion.competency);
      return competency ? [wordCriterion(criterion, competency, locale, t)] : [];
    }),
    better: rating.better && wordBetter(rating.better, t),
    replayFrom: rating.replayFrom && wordReplay(rating.replayFrom, frame, t),
    next: rating.next === null ? null : nextExercise(rating.next, content, locale),
    overall: rating.overall,
    measures: rating.measures.map((measure) => wordMeasure(measure, t)),
  };
}

const wordRemark = ({ id, params, quote }: RatedRemark, t: TFunction): Remark => ({ id, title: t(`${id}.title`, params), why: t(`${id}.why`, params), quote });

function wordCriterion(criterion: RatedCriterion | PanelCriterion, competency: CompetencyContent, locale: Report['locale'], t: TFunction): CriterionScore {
  const { weight, level, opportunities, quotes, moves } = criterion;
  return {
    competency: competency.slug,
    name: competency.name[locale],
    short: competency.short[locale],
    weight,
    level,
    anchor: level === null ? null : anchorOf(competency, level, locale),
    nextAnchor: level === null || level === 5 ? null : competency.anchors[level][locale],
    abstained: abstentionOf(criterion),
    opportunities,
    quotes: [...quotes],
    spread: spreadOf(criterion),
    moves: moves.map(({ move, quote }) => ({ label: t(`move.${competency.slug}.${move}`), quote })),
  };
}

const wordBetter = ({ kind, quote, params }: NonNullable<Rating['better']>, t: TFunction): BetterSentence => ({
  quote,
  title: t(`better.${kind}.title`, params),
  better: t(`better.${kind}.say`, params),
  why: t(`better.${kind}.why`, params),
});

function wordReplay({ seq, reason }: NonNullable<Rating['replayFrom']>, { turns }: ReportFrame, t: TFunction): ReplayPoint | null {
  const turn = turns.find((one) => one.seq === seq);
  return turn ? { seq, atMs: turn.atMs, said: turn.text, why: t(`replay.${reason}`) } : null;
}

/** The other scenario in which this competency weighs most, no harder than the one that was played. */
function nextExercise(slug: string, { scenario: played, scenarios, personas, competencies }: ReportContent, locale: Report['locale']): NextExercise | null {
  const competency = competencies.get(slug);
  if (!competency) return null;
  const weightIn = (scenario: ScenarioContent) => scenario.criteria.find((criterion) => criterion.competency === slug)?.weight ?? 0;
  const best = [...scenarios.values()]
    .filter((scenario) => scenario.slug !== played.slug && scenario.level <= played.level && weightIn(scenario) > 0)
    .toSorted((a, b) => weightIn(b) - weightIn(a) || a.slug.localeCompare(b.slug))[0];
  const persona = best && personas.get(best.persona);
  return {
    competency: slug,
    name: competency.name[locale],
    exercise: competency.exercise[locale],
    scenario: best && persona ? { slug: best.slug, title: best.title[locale], personaName: persona.name, minutes: best.minutes } : null,
  };
}

const wordMeasure = ({ id, value, norm, caveat }: RatedMeasure, t: TFunction): Measure => ({
  id,
  name: t(`measure.${id}.name`),
  value,
  unit: t(`measure.${id}.unit`),
  definition: t(`measure.${id}.definition`),
  norm: norm && { value: norm.value, text: t(`norm.${norm.id}`) },
  caveat: caveat === undefined ? null : t(`caveat.${caveat}`),
});
