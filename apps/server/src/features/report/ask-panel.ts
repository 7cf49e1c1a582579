import { createHash } from 'node:crypto';
import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { CompetencyContent, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { ChatMessage, Judge } from '@coachvisio/engine/ports.ts';
import { answerSchema, askRater, raterSeed } from '@coachvisio/engine/rating/panel/ask-rater.ts';
import { notCounted, type RaterReading, readRater } from '@coachvisio/engine/rating/panel/read-rater.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import { type AskedQuestion, type Claim, claimQuestion, saveAnswer } from './rater-answer.store.ts';
import type { RaterAnswerRow } from './report.table.ts';

/** A model that rates, and how it is asked. */
export interface Panel {
  readonly judge: Judge;
  /** Answers asked for on each criterion. */
  readonly count: number;
  /** Longest wait for one answer. */
  readonly timeoutMs: number;
}

export interface Rated {
  readonly session: SessionId;
  /** Name of the rating that the answers are for. */
  readonly rater: string;
  readonly scenario: ScenarioContent;
  readonly locale: Locale;
  readonly seed: number;
  readonly turns: readonly Turn[];
  readonly competencies: readonly CompetencyContent[];
}

/** A conversation is two dozen calls: one after the other takes minutes, all at once is what providers refuse. */
const atOnce = 4;
/** So many calls in a row without an answer: the provider is down, and the rest would only wait as well. */
const enough = 4;
/** Between the end of a wait and the moment at which it is written down. */
const writingMs = 5000;

/**
 * Asks every rater about every criterion and stores each answer as it comes, so that a job that is run again asks only for what
 * is missing. No transaction is open while a model thinks. A provider that fails gives answers that do not count, never an error.
 *
 * @returns `ours` when all was asked that is worth asking; otherwise why it was left off.
 */
export async function askPanel(ctx: JobCtx, panel: Panel, rated: Rated, stored: readonly RaterAnswerRow[]): Promise<Claim> {
  const missing = rated.competencies.flatMap((competency) =>
    Array.from({ length: panel.count }, (_, index) => ({ competency, n: index + 1 })).filter(
      ({ n }) => !stored.some((row) => row.competency === competency.slug && row.n === n),
    ),
  );
  let unanswered = 0;
  let claim: Claim = 'ours';
  const stop = new AbortController();
  const asking = missing.values();
  const work = async (): Promise<void> => {
    for (const { competency, n } of asking) {
      if (claim !== 'ours' || stop.signal.aborted || unanswered >= enough) return;
      const { messages, asked } = pose(ctx, panel, rated, competency, n);
      const claimed = await ctx.tx((tx) => claimQuestion(tx, asked, panel.timeoutMs + writingMs));
      if (claimed !== 'ours') {
        claim = claimed;
        if (claimed === 'gone') stop.abort();
        return;
      }
      const reading = await ask(ctx, panel, rated, messages, asked.seed, stop.signal);
      if (stop.signal.aborted) return;
      unanswered = reading.problem === 'timeout' || reading.problem === 'unreachable' ? unanswered + 1 : 0;
      const { level, quotes, reason, problem } = reading;
      if (await ctx.tx((tx) => saveAnswer(tx, { ...asked, level, quotes, reason: reason && storable(reason), problem }))) continue;
      claim = 'gone';
      stop.abort();
    }
  };
  const giveUp = (error: unknown): never => {
    stop.abort();
    throw error;
  };
  await Promise.all(Array.from({ length: atOnce }, () => work().catch(giveUp)));
  return claim;
}

function pose(ctx: JobCtx, { judge }: Panel, rated: Rated, competency: CompetencyContent, n: number) {
  const seed = raterSeed(rated.seed, competency.slug, n);
  const messages = askRater({ scenario: rated.scenario, competency, locale: rated.locale, turns: rated.turns, seed });
  const asked: AskedQuestion = {
    orgId: ctx.org,
    sessionId: rated.session,
    rater: rated.rater,
    competency: competency.slug,
    n,
    model: judge.name,
    promptHash: createHash('sha256')
      .update(JSON.stringify([messages, answerSchema]))
      .digest('hex'),
    seed,
    gridVersion: competency.version,
  };
  return { messages, asked };
}

/** Nobody waits for the answer any more once `stop` is aborted. */
async function ask(ctx: JobCtx, { judge, timeoutMs }: Panel, rated: Rated, messages: readonly ChatMessage[], seed: number, stop: AbortSignal) {
  const late = AbortSignal.timeout(timeoutMs);
  return judge.judge(messages, answerSchema, seed, AbortSignal.any([late, stop])).then(
    (raw) => readRater(raw, rated.turns),
    (error: unknown): RaterReading => {
      // Its message is the provider's own and may repeat what was sent: the status says enough.
      const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
      if (!stop.aborted) ctx.log.warn({ session: rated.session, status, late: late.aborted }, 'a rater gave no answer');
      return notCounted(late.aborted ? 'timeout' : 'unreachable');
    },
  );
}

/** A database takes neither the sign of number zero nor half of a pair. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** What was stored, as it was read then. */
export const readingOf = ({ level, quotes, reason, problem }: RaterAnswerRow): RaterReading =>
  level === null ? notCounted(problem ?? 'malformed', reason) : { problem: null, level, quotes, reason: reason ?? '' };
