import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Session } from '@coachvisio/contract/session.ts';
import type { TapeEntry } from '@coachvisio/engine/turn/events.ts';
import { replay } from '@coachvisio/engine/turn/replay.ts';
import { step } from '@coachvisio/engine/turn/step.ts';
import { engineVersion } from '@coachvisio/engine/version.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { newId } from '../../platform/id.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { library } from '../content/index.ts';
import { ownSession } from './own-session.ts';
import { holdSession } from './replay.store.ts';
import { presentSession, presentTurn } from './session.present.ts';
import { insertSession, insertTape, insertTurns, listTape, listTurns } from './session.store.ts';

/** Rows of the tape in one statement: a database takes 65,535 values in one, and somebody who writes for an hour is on the tape more often. */
const atOnce = 1000;

/**
 * Prepares a session that takes one's own up just before the learner's turn `seq`, in the state of then: the tape is played
 * again up to there. Where rules or scenario have changed since, the same words would lead somewhere else, and it is refused.
 */
export async function replayFrom(ctx: Ctx, id: SessionId, seq: number): Promise<Session> {
  return ctx.tx(async (tx) => {
    await holdSession(tx, id);
    const from = await ownSession(ctx, tx, id);
    const stored = await listTurns(tx, id);
    if (stored.find((turn) => turn.seq === seq)?.who !== 'learner') {
      throw new ProblemError('replay.no_turn', `Turn ${seq} of this session is none of the learner's: a replay begins where the learner spoke.`);
    }
    const scenario = library().scenarios.get(from.scenario);
    const persona = library().personas.get(from.persona);
    const before = stored.filter((turn) => turn.seq < seq);
    const outdated = new ProblemError('replay.outdated', 'The rules or the scenario have changed since this session: begin a new one.');
    if (!scenario || !persona || scenario.version !== from.scenarioVersion || engineVersion !== from.engineVersion) throw outdated;
    const scene = { scenario, persona, locale: from.locale, seed: from.seed };
    const told = stored.map(presentTurn);
    const tape = upTo(seq, await listTape(tx, id), told);
    const { snapshot, turns, played } = replay(scene, from.durationMs, tape, told, before.length);
    if (turns.length !== before.length || turns.some((turn, index) => turn.text !== before[index]?.text)) throw outdated;
    const at = tape[played - 1]?.at ?? from.createdAt.getTime();
    const rewound = step(scene, snapshot, { persona: [], learner: [] }, { type: 'rewound', at }).state;
    const learnerTurns = before.filter(({ who }) => who === 'learner').length;
    const row = await insertSession(tx, {
      orgId: ctx.org,
      id: newId('ses'),
      memberId: ctx.actor.member,
      scenario: from.scenario,
      scenarioVersion: from.scenarioVersion,
      persona: from.persona,
      locale: from.locale,
      seed: from.seed,
      engineVersion,
      status: 'ready',
      durationMs: from.durationMs,
      elapsedMs: Math.round(rewound.elapsedMs),
      learnerTurns,
      trust: from.trust.slice(0, learnerTurns),
      replayOf: id,
      replayFrom: seq,
      snapshot: rewound,
    });
    await insertTurns(
      tx,
      before.map((turn) => ({ ...turn, sessionId: row.id })),
    );
    const entries: TapeEntry[] = [...tape.slice(0, played), { type: 'rewound', at }];
    for (let n = 0; n < entries.length; n += atOnce) {
      await insertTape(tx, { org: ctx.org, session: row.id, from: n + 1, entries: entries.slice(n, n + atOnce) });
    }
    await publish(tx, 'session.begun', { session: row.id, scenario: scenario.slug });
    return presentSession(row);
  });
}

/**
 * The tape before the learner's turn `seq`. Where that turn was said into the persona's words, it also made a turn of what was heard
 * of them: the words stay, so the persona is interrupted there and nothing more.
 */
function upTo(seq: number, tape: readonly TapeEntry[], told: readonly Turn[]): readonly TapeEntry[] {
  const saying = tape.findIndex((entry) => entry.type === 'learner.said' && entry.seq === seq);
  const entry = tape[saying];
  if (!entry) return tape;
  const before = tape.slice(0, saying);
  const cut = told.find((turn) => turn.seq === seq - 1 && turn.who === 'persona');
  return cut && !before.some((one) => one.seq === cut.seq) ? [...before, { type: 'persona.interrupted', at: entry.at, seq: cut.seq }] : before;
}
