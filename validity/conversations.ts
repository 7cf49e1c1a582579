import type { Turn, TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import { Locale } from '@coachvisio/contract/locale.ts';
import { analyse } from '@coachvisio/engine/analysis/analyse.ts';
import { criteriaOf, overallOf } from '@coachvisio/engine/rating/criteria.ts';
import { hear, type Heard } from '@coachvisio/engine/rating/heard.ts';
import { z } from 'zod';
import { meanAbsoluteError, quadraticWeightedKappa, spearman } from './agreement.ts';
import { readJsonLines } from './input.ts';
import { rounded } from './scores.ts';

const labelNames = [
  'active_listening',
  'open_questioning',
  'empathy_acknowledgement',
  'clarity_structure',
  'evidence_figures',
  'assertiveness_calm',
  'objection_handling',
  'closing_commitment',
  'star_structure',
] as const;
type LabelName = (typeof labelNames)[number];

const Level = z.int().min(1).max(5);
const OutcomeLabel = z.enum(['positive', 'mixed', 'negative']);

/** A conversation as somebody wrote and labelled it; what is not named here is left alone. */
const Conversation = z.object({
  id: z.string().min(1),
  lang: Locale,
  /** P1 to P8; P6 is a recruiter and P8 a jury: there the learner answers questions. */
  persona: z.string(),
  turns: z.array(z.object({ role: z.enum(['persona', 'learner']), text: z.string() })).min(1),
  labels: z.partialRecord(z.enum(labelNames), Level.nullable()),
  overall: Level,
  outcome: OutcomeLabel,
});
export type Conversation = z.infer<typeof Conversation>;

export interface Agreement {
  readonly n: number;
  readonly qwk: number | null;
  readonly spearman: number | null;
  readonly mae: number | null;
}

export interface ConversationFigures {
  readonly per_criterion: Readonly<Record<string, Agreement>>;
  readonly overall: { readonly n: number; readonly spearman: number | null };
  readonly outcome_accuracy: number | null;
  /** Labelled levels to which the rules gave none: of how many, and the share. `overall` counts conversations. */
  readonly abstained: Readonly<Record<string, { readonly of: number; readonly count: number; readonly share: number }>>;
}

const interviews: ReadonlySet<string> = new Set(['P6', 'P8']);

/** Who answers questions listens and proves in another way than who leads the talk: the library has a competency for each. */
const competencyOf = (name: LabelName, interview: boolean): string =>
  ({
    active_listening: interview ? 'answering' : 'active-listening',
    open_questioning: 'open-questioning',
    empathy_acknowledgement: 'acknowledging',
    clarity_structure: 'clarity',
    evidence_figures: interview ? 'evidence' : 'facts-and-figures',
    assertiveness_calm: 'calm-assertiveness',
    objection_handling: 'objections',
    closing_commitment: 'closing',
    star_structure: 'structure',
  })[name];

/** What such an exercise looks at, each as much as the other: the labels were given without weights. An interview has a structure to look at instead of an acknowledgement. */
const gridOf = (interview: boolean): LabelName[] => labelNames.filter((name) => name !== (interview ? 'empathy_acknowledgement' : 'star_structure'));

export const readConversations = (path: string): Conversation[] => readJsonLines(path, Conversation);

/** What the rules make of a conversation that nobody directed: signals and words, no state of a character and no scenario. */
export function rateConversation({ lang, persona, turns }: Conversation): {
  levels: Map<LabelName, number | null>;
  overall: number | null;
  outcome: Conversation['outcome'] | null;
} {
  const interview = interviews.has(persona);
  const said: Turn[] = turns.map(({ role, text }, index) => ({
    seq: index + 1,
    who: role,
    text,
    atMs: index * 10_000,
    delayMs: null,
    voicedBy: null,
    expression: null,
    clientTurnId: null,
  }));
  const grid = gridOf(interview).map((name) => ({ name, competency: competencyOf(name, interview), weight: 1 }));
  const heard = hear({
    scenario: { start, facts: [], concerns: [], questionPlan: [], criteria: grid },
    locale: lang,
    turns: said,
    analysis: analysed(said, lang, interview),
    finalState: { concerns: {} },
    interview,
  });
  const criteria = criteriaOf(heard);
  const overall = overallOf(criteria);
  const levels = new Map(grid.map(({ name, competency }) => [name, criteria.find((one) => one.competency === competency)?.level ?? null]));
  return {
    levels,
    overall,
    outcome: overall === null ? null : outcomeOf(overall, levels.get(interview ? 'star_structure' : 'closing_commitment') ?? null, heard),
  };
}

const start = { trust: 50, tension: 50, patience: 50 };

function analysed(turns: readonly Turn[], locale: Locale, structured: boolean): TurnAnalysis[] {
  return turns
    .filter(({ who }) => who === 'learner')
    .map(({ seq, text }) => {
      const before = turns.filter((turn) => turn.seq < seq);
      const said = before.filter(({ who }) => who === 'persona').map((turn) => turn.text);
      const signals = analyse(text, {
        locale,
        personaSaid: said.at(-1) ?? '',
        personaSaidBefore: said.at(-2) ?? '',
        earlier: before.filter(({ who }) => who === 'learner').map((turn) => turn.text),
        about: [],
        structured,
        interruptsAfterWords: null,
      });
      return { seq, signals, moves: [], state: { ...start, phase: 'exploring' } };
    });
}

/**
 * What an exercise is for shows in one criterion (that who, what and when were agreed, or in an interview that an answer was told to its
 * end), and in how the other leaves. It failed when the other took the matter elsewhere, when its mean is below the second level, or below
 * the middle of the second and third with nothing of that; never when they went along with it. It reached its aim with that and a mean from
 * the middle of the third and fourth on, or from the third on when the other's last words agree. One story told whole is an answer, two are
 * an interview.
 */
function outcomeOf(overall: number, aim: number | null, { left, settled, interview }: Pick<Heard, 'left' | 'settled' | 'interview'>): Conversation['outcome'] {
  const reached = aim ?? 1;
  if (interview) return overall < 2.5 || (reached <= 2 && overall < 3) ? 'negative' : overall >= 3.5 && reached === 5 ? 'positive' : 'mixed';
  if (left === 'away' || (left === 'refused' && overall < 3) || (!settled && ((overall < 2 && reached < 3) || (overall < 2.5 && reached === 1))))
    return 'negative';
  return left === null && reached >= 4 && overall >= (settled ? 3 : 3.5) ? 'positive' : 'mixed';
}

export function measureConversations(path: string): ConversationFigures {
  return compare(readConversations(path));
}

export function compare(conversations: readonly Conversation[]): ConversationFigures {
  const rated = conversations.map((conversation) => ({ conversation, rating: rateConversation(conversation) }));
  const pairs = (labelled: (one: Conversation) => number | null | undefined, given: (one: ReturnType<typeof rateConversation>) => number | null) =>
    rated.flatMap(({ conversation, rating }) => {
      const label = labelled(conversation);
      return label === null || label === undefined ? [] : [{ label, level: given(rating) }];
    });
  const byName = labelNames.map((name) => ({
    name,
    all: pairs(
      (one) => one.labels[name],
      ({ levels }) => levels.get(name) ?? null,
    ),
  }));
  const overall = pairs(
    (one) => one.overall,
    (one) => one.overall,
  );
  const predicted = rated.filter(({ rating }) => rating.outcome !== null);
  return {
    per_criterion: Object.fromEntries(byName.map(({ name, all }) => [name, agreementOf(withLevel(all))])),
    overall: { n: withLevel(overall).length, spearman: orNull(spearman(...columns(withLevel(overall)))) },
    outcome_accuracy:
      predicted.length === 0
        ? null
        : rounded(predicted.filter(({ conversation, rating }) => rating.outcome === conversation.outcome).length / predicted.length),
    abstained: Object.fromEntries([...byName, { name: 'overall', all: overall }].map(({ name, all }) => [name, abstentionsIn(all)])),
  };
}

const withLevel = (all: readonly { label: number; level: number | null }[]) => all.flatMap(({ label, level }) => (level === null ? [] : [{ label, level }]));
const columns = (both: readonly { label: number; level: number }[]): [number[], number[]] => [both.map(({ label }) => label), both.map(({ level }) => level)];
const orNull = (value: number | null): number | null => (value === null ? null : rounded(value));

function agreementOf(both: readonly { label: number; level: number }[]): Agreement {
  const [labels, levels] = columns(both);
  return {
    n: both.length,
    qwk: orNull(quadraticWeightedKappa(labels, levels)),
    spearman: orNull(spearman(labels, levels)),
    mae: orNull(meanAbsoluteError(labels, levels)),
  };
}

function abstentionsIn(all: readonly { level: number | null }[]): { of: number; count: number; share: number } {
  const count = all.filter(({ level }) => level === null).length;
  return { of: all.length, count, share: all.length === 0 ? 0 : rounded(count / all.length) };
}
