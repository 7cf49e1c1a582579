import { createHash } from 'node:crypto';
import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { CompetencyContent, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Judge } from '@coachvisio/engine/ports.ts';
import { answerSchema, askRater, raterSeed } from '@coachvisio/engine/rating/panel/ask-rater.ts';
import { notCounted, type RaterReading, readRater } from '@coachvisio/engine/rating/panel/read-rater.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import { saveAnswer } from './rater-answer.store.ts';
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

/**
 * Asks every rater about every criterion and stores each answer as it comes, so that a job that is run again asks only for what
 * is missing. No transaction is open while a model thinks. A provider that fails gives answers that do not count, never an error.
 */
export async function askPanel(
  ctx: JobCtx,
  panel: Panel,
  rated: Rated,
  stored: readonly RaterAnswerRow[],
): Promise<ReadonlyMap<string, readonly RaterReading[]>> {
  const readings = new Map(rated.competencies.map(({ slug }) => [slug, stored.filter(({ competency }) => competency === slug).map(readingOf)]));
  const missing = rated.competencies.flatMap((competency) =>
    Array.from({ length: panel.count }, (_, index) => ({ competency, n: index + 1 })).filter(
      ({ n }) => !stored.some((row) => row.competency === competency.slug && row.n === n),
    ),
  );
  let unanswered = 0;
  let failed = false;
  const asking = missing.values();
  const work = async (): Promise<void> => {
    for (const { competency, n } of asking) {
      if (failed || unanswered >= enough) return;
      const { reading, row } = await ask(ctx, panel, rated, competency, n);
      unanswered = reading.problem === 'timeout' || reading.problem === 'unreachable' ? unanswered + 1 : 0;
      readings.get(competency.slug)?.push(reading);
      await ctx.tx((tx) => saveAnswer(tx, row));
    }
  };
  const stop = (error: unknown): never => {
    failed = true;
    throw error;
  };
  await Promise.all(Array.from({ length: atOnce }, () => work().catch(stop)));
  return readings;
}

async function ask(ctx: JobCtx, { judge, timeoutMs }: Panel, rated: Rated, competency: CompetencyContent, n: number) {
  const seed = raterSeed(rated.seed, competency.slug, n);
  const messages = askRater({ scenario: rated.scenario, competency, locale: rated.locale, turns: rated.turns, seed });
  const signal = AbortSignal.timeout(timeoutMs);
  const reading = await judge.judge(messages, answerSchema, seed, signal).then(
    (raw) => readRater(raw, rated.turns),
    (error: unknown): RaterReading => {
      // Its message is the provider's own and may repeat what was sent: the status says enough.
      const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
      ctx.log.warn({ session: rated.session, status, late: signal.aborted }, 'a rater gave no answer');
      return notCounted(signal.aborted ? 'timeout' : 'unreachable');
    },
  );
  const row = {
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
    level: reading.level,
    quotes: reading.quotes,
    reason: reading.reason,
    problem: reading.problem,
  };
  return { reading, row };
}

const readingOf = ({ level, quotes, reason, problem }: RaterAnswerRow): RaterReading =>
  level === null ? notCounted(problem ?? 'malformed', reason) : { problem: null, level, quotes, reason: reason ?? '' };
