import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { analyse } from '@coachvisio/engine/analysis/analyse.ts';
import { listeningBalance } from '@coachvisio/engine/analysis/listening.ts';
import { chance } from '@coachvisio/engine/random.ts';
import { z } from 'zod';
import { parseCsv, type CsvRow } from './csv.ts';
import { InputError, problemsOf, readText } from './input.ts';
import { areaUnderCurve, rounded, Tally, type F1 } from './scores.ts';

const acts = ['open_question', 'closed_question', 'reflection', 'input'] as const;
type Act = (typeof acts)[number];

/** The columns of AnnoMI (Wu et al., 2023, doi 10.3390/fi15030110) that are read; «n/a» is how it says that there is none. */
const Utterance = z.object({
  transcript_id: z.string().min(1),
  mi_quality: z.enum(['high', 'low']),
  interlocutor: z.enum(['therapist', 'client']),
  utterance_text: z.string(),
  reflection_subtype: z.enum(['simple', 'complex', 'n/a']),
  question_subtype: z.enum(['open', 'closed', 'n/a']),
  therapist_input_subtype: z.string().min(1),
});
type Utterance = z.infer<typeof Utterance>;

export interface AnnomiFigures {
  /** Conversations, those of high quality, and utterances of therapists. */
  readonly n: { readonly conversations: number; readonly high: number; readonly utterances: number };
  /** None where only one kind of conversation was given. */
  readonly auc: number | null;
  readonly auc_ci: readonly [number, number] | null;
  readonly acts: Readonly<Record<Act, F1>>;
}

function readAnnomi(path: string): Utterance[] {
  const [head, ...rows] = rowsOf(path);
  if (head === undefined) throw new InputError(`${path}: there is nothing in it`);
  const missing = Object.keys(Utterance.shape).filter((name) => !head.fields.includes(name));
  if (missing.length > 0) throw new InputError(`${path}, line ${head.line}: column missing: ${missing.join(', ')}`);
  if (rows.length === 0) throw new InputError(`${path}: there is no utterance in it`);
  return rows.map(({ line, fields }) => {
    if (fields.length !== head.fields.length) throw new InputError(`${path}, line ${line}: ${fields.length} fields where the head has ${head.fields.length}`);
    const parsed = Utterance.safeParse(Object.fromEntries(head.fields.map((name, column) => [name, fields[column]])));
    if (!parsed.success) throw new InputError(`${path}, line ${line}: ${problemsOf(parsed.error)}`);
    return parsed.data;
  });
}

function rowsOf(path: string): CsvRow[] {
  const text = readText(path);
  try {
    return parseCsv(text);
  } catch (error) {
    throw new InputError(`${path}, ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** "Mm-hmm" takes the floor from nobody: what was said before it is still what is being answered. */
const TURN_WORDS = 4;

interface Judged {
  readonly high: boolean;
  readonly score: number;
}

export const measureAnnomi = (path: string): AnnomiFigures => measureUtterances(readAnnomi(path));

/** The therapist is read as the learner, the client as the persona, turn by turn as in a session. */
function measureUtterances(utterances: readonly Utterance[]): AnnomiFigures {
  const conversations = new Map<string, Utterance[]>();
  for (const one of utterances) {
    const known = conversations.get(one.transcript_id);
    if (known) known.push(one);
    else conversations.set(one.transcript_id, [one]);
  }
  const tallies: Record<Act, Tally> = { open_question: new Tally(), closed_question: new Tally(), reflection: new Tally(), input: new Tally() };
  const judged = [...conversations.values()].map((turns): Judged => {
    const read: Signal[][] = [];
    const lines: string[] = [];
    let last = '';
    for (const turn of turns) {
      if (turn.interlocutor === 'client') {
        last = turn.utterance_text;
        if (last.split(/\s+/).length >= TURN_WORDS) lines.push(last);
        continue;
      }
      const signals = analyse(turn.utterance_text, {
        locale: 'en',
        personaSaid: last,
        personaSaidBefore: (lines.at(-1) === last ? lines.slice(-3, -1) : lines.slice(-2)).join(' '),
        earlier: [],
        about: [],
        structured: false,
        interruptsAfterWords: null,
      });
      read.push(signals);
      const found = actsOf(turn.utterance_text, signals);
      const gold = labelsOf(turn);
      for (const act of acts) tallies[act].add(found[act], gold[act]);
    }
    return { high: turns[0]?.mi_quality === 'high', score: listeningBalance(read) };
  });
  const auc = aucOf(judged);
  return {
    n: {
      conversations: judged.length,
      high: judged.filter(({ high }) => high).length,
      utterances: utterances.filter(({ interlocutor }) => interlocutor === 'therapist').length,
    },
    auc: auc === null ? null : rounded(auc),
    auc_ci: intervalOf(judged),
    acts: {
      open_question: tallies.open_question.f1(),
      closed_question: tallies.closed_question.f1(),
      reflection: tallies.reflection.f1(),
      input: tallies.input.f1(),
    },
  };
}

const labelsOf = (turn: Utterance): Record<Act, boolean> => ({
  open_question: turn.question_subtype === 'open',
  closed_question: turn.question_subtype === 'closed',
  reflection: turn.reflection_subtype !== 'n/a',
  input: turn.therapist_input_subtype !== 'n/a',
});

/**
 * Signals in the experts' words. They gave an utterance one kind of question at most, and the open one leads; "you were
 * surprised?" is a restatement for the engine and has, to them, the form of a closed question too.
 */
const actsOf = (text: string, signals: readonly Signal[]): Record<Act, boolean> => {
  const has = (...kinds: readonly SignalKind[]): boolean => signals.some(({ kind }) => kinds.includes(kind));
  const checks = signals.some(({ kind, end }) => (kind === 'reformulation' || kind === 'complex_reformulation') && /^[\s"]*\?/.test(text.slice(end)));
  const open = has('open_question');
  return {
    open_question: open,
    closed_question: !open && (checks || has('closed_question')),
    reflection: has('reformulation', 'complex_reformulation'),
    input: has('information', 'advice'),
  };
};

const aucOf = (judged: readonly Judged[]): number | null =>
  areaUnderCurve(
    judged.filter(({ high }) => high).map(({ score }) => score),
    judged.filter(({ high }) => !high).map(({ score }) => score),
  );

/** Resamples of the conversations, and the share of them left out on each side. */
const RESAMPLES = 2000;
const TAIL = 0.025;

/** A bootstrap of whole conversations, each time with the same chance: the same file gives the same interval. */
function intervalOf(judged: readonly Judged[]): [number, number] | null {
  const found: number[] = [];
  for (let round = 0; round < RESAMPLES; round += 1) {
    const sample = judged.flatMap((_, n) => judged[Math.floor(chance('annomi', round, n) * judged.length)] ?? []);
    const auc = aucOf(sample);
    if (auc !== null) found.push(auc);
  }
  found.sort((a, b) => a - b);
  const low = found[Math.floor(found.length * TAIL)];
  const high = found[Math.ceil(found.length * (1 - TAIL)) - 1];
  return low === undefined || high === undefined ? null : [rounded(low), rounded(high)];
}
