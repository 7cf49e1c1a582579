import type { AnnomiFigures } from './annomi.ts';
import type { AnswerFigures } from './answers.ts';
import type { ConversationFigures } from './conversations.ts';
import type { FillerFigures } from './fillers.ts';

/** What was measured, part by part; one that was not asked for is absent. */
export interface Measured {
  readonly annomi?: AnnomiFigures;
  readonly conversations?: ConversationFigures;
  readonly answers?: AnswerFigures;
  readonly fillers?: FillerFigures;
}

export interface Row {
  readonly name: string;
  readonly value: string;
  readonly n: string;
  readonly target?: string;
  readonly holds?: boolean;
}
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly caveats: readonly string[];
}

/** From here on a figure is good enough to be shown to somebody; set before the rules were written to reach them. */
const targets = {
  auc: 0.9,
  acts: { open_question: 0.65, closed_question: 0.6, reflection: 0.55, input: 0.5 },
  fillers: { p: 0.92, r: 0.88 },
  star: { p: 0.9, r: 0.75 },
  numbers: { p: 0.95, r: 0.95 },
  overall: 0.75,
  outcome: 0.75,
  /** A criterion that the product leans on, and any other that is given a level at all. */
  leaned: 0.6,
  given: 0.45,
} as const;
const leanedOn: ReadonlySet<string> = new Set(['active_listening', 'open_questioning', 'evidence_figures', 'closing_commitment', 'star_structure']);

const number = (value: number | null | undefined): string => (value === null || value === undefined ? 'none' : value.toFixed(3));
const checked = (name: string, value: number | null | undefined, n: number | string, least: number): Row => ({
  name,
  value: number(value),
  n: String(n),
  target: `≥ ${least}`,
  holds: value !== null && value !== undefined && value >= least,
});

/** The same figures for a person to read: how many cases each rests on, what it should reach, and what it does not tell. */
export const sectionsOf = ({ annomi, conversations, answers, fillers }: Measured): Section[] => [
  ...(annomi ? [annomiSection(annomi)] : []),
  ...(conversations ? [conversationSection(conversations)] : []),
  ...(answers ? [answerSection(answers)] : []),
  ...(fillers ? [fillerSection(fillers)] : []),
];

const annomiSection = ({ n, auc, auc_ci, acts }: AnnomiFigures): Section => ({
  title: 'AnnoMI: counselling conversations that experts judged',
  rows: [
    checked('AUC, high against low quality', auc, `${n.high} high, ${n.conversations - n.high} low`, targets.auc),
    { name: '  bootstrap 95 %', value: auc_ci === null ? 'none' : auc_ci.map(number).join(' to '), n: `${n.conversations} conversations` },
    ...(['open_question', 'closed_question', 'reflection', 'input'] as const).map((act) =>
      checked(`F1 ${act} (P ${number(acts[act].p)}, R ${number(acts[act].r)})`, acts[act].f1, `${n.utterances} utterances`, targets.acts[act]),
    ),
  ],
  caveats: [
    'Therapists and clients, in English, transcribed from films made for teaching: near to the exercises here, and not the same.',
    'To compare with, on all 133 conversations: counting question marks gives an AUC of 0.50, the share of the talk 0.65, and the experts’ own labels of the utterances 0.95.',
    'The acts are judged utterance by utterance. Rules read surface forms: an expert also hears what a sentence is for.',
    'AnnoMI is not part of this project and comes without a licence of its own: give the file with --annomi.',
  ],
});

const conversationSection = ({ per_criterion, overall, outcome_accuracy, abstained }: ConversationFigures): Section => ({
  title: 'Conversations written for this project, rated criterion by criterion',
  rows: [
    ...Object.entries(per_criterion).map(([name, { n, qwk, spearman, mae }]): Row => {
      const left = abstained[name];
      const cases = left === undefined || left.count === 0 ? String(n) : `${n} of ${left.of}`;
      const label = `QWK ${name} (ρ ${number(spearman)}, MAE ${number(mae)})`;
      return n === 0 ? { name: label, value: 'abstains', n: cases } : checked(label, qwk, cases, leanedOn.has(name) ? targets.leaned : targets.given);
    }),
    checked('Spearman, overall', overall.spearman, overall.n, targets.overall),
    checked('accuracy of the outcome', outcome_accuracy, overall.n, targets.outcome),
  ],
  caveats: [
    'One author wrote and rated these conversations, and rated them a second time (90 % of the levels the same): this is no agreement with independent human experts.',
    'The criteria rise and fall together in them, so that one criterion done well makes the others look better than they are.',
    'Where the rules give no level (“n of m”), the figure is about those that have one.',
  ],
});

const answerSection = ({ n, star, numbers, ownership_accuracy }: AnswerFigures): Section => ({
  title: 'Answers to interview questions, French and English',
  rows: [
    checked('situation, task, action, result: precision', star.p, `${n.parts} parts`, targets.star.p),
    checked('situation, task, action, result: recall', star.r, `${n.parts} parts`, targets.star.r),
    checked('numbers said: precision', numbers.p, `${n.numbers} numbers`, targets.numbers.p),
    checked('numbers said: recall', numbers.r, `${n.numbers} numbers`, targets.numbers.r),
    { name: 'who acts («je», «nous»): accuracy', value: number(ownership_accuracy), n: `${n.answers} answers` },
  ],
  caveats: ['Few answers, written for this project by one author; the rules were tuned on those that come with it, so fresh answers tell more.'],
});

const fillerSection = ({ n, p, r, bare }: FillerFigures): Section => ({
  title: 'Hesitations and discourse markers in spoken French',
  rows: [
    checked('precision', p, `${n.gold} markers`, targets.fillers.p),
    checked('recall', r, `${n.gold} markers`, targets.fillers.r),
    { name: 'without punctuation', value: `P ${number(bare.p)}, R ${number(bare.r)}`, n: `${n.utterances} utterances` },
  ],
  caveats: [
    'Markers as the annotators of UD French-ParisStories saw them. «Donc» and «alors», which they mark in places, are never counted: most often they connect.',
    'The rules were tuned on this file; its test part was not looked at.',
  ],
});

export function tableOf(sections: readonly Section[]): string {
  const rows = sections.flatMap((section) => section.rows);
  const width = (cell: (row: Row) => string): number => Math.max(0, ...rows.map((row) => cell(row).length));
  const [names, values, cases, aims] = [width(({ name }) => name), width(({ value }) => value), width(({ n }) => n), width(({ target }) => target ?? '')];
  const line = ({ name, value, n, target, holds }: Row): string =>
    [name.padEnd(names), value.padStart(values), n.padEnd(cases), (target ?? '').padEnd(aims), holds === undefined ? '' : holds ? 'holds' : 'MISSED']
      .join('  ')
      .trimEnd();
  return sections.map(({ title, rows: own, caveats }) => [title, ...own.map(line), ...caveats.map((caveat) => `· ${caveat}`)].join('\n')).join('\n\n');
}

/** The figures and nothing else, in the shape that whoever compares runs relies on. */
export const plainOf = ({ annomi, conversations, answers, fillers }: Measured) => ({
  ...(annomi && { annomi: { auc: annomi.auc, auc_ci: annomi.auc_ci, acts: annomi.acts } }),
  ...(conversations && {
    conversations: {
      per_criterion: conversations.per_criterion,
      overall: { spearman: conversations.overall.spearman },
      outcome_accuracy: conversations.outcome_accuracy,
      abstained: conversations.abstained,
    },
  }),
  ...(answers && { answers: { star: answers.star, numbers: answers.numbers, ownership_accuracy: answers.ownership_accuracy } }),
  ...(fillers && { fillers: { p: fillers.p, r: fillers.r } }),
});
