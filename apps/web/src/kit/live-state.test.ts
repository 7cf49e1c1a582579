import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { expect, test } from 'vitest';
import { retryDelay } from './live-socket.ts';
import { firstState, type LiveEvent, type LiveState, step } from './live-state.ts';

const clock = { elapsedMs: 0, durationMs: 600_000, running: true };

const turn = (seq: number, who: 'persona' | 'learner', text: string, clientTurnId: string | null = null): Turn => ({
  seq,
  who,
  text,
  atMs: seq * 1000,
  delayMs: null,
  voicedBy: who === 'persona' ? 'bank' : null,
  expression: null,
  clientTurnId,
});

const frame = (it: LiveServerFrame): LiveEvent => ({ type: 'frame', frame: it, at: 5 });

const welcome = (turns: Turn[], floor: 'persona' | 'learner' = 'learner') =>
  frame({ type: 'welcome', protocol: 1, status: 'live', clock, turns, floor, resume: 'r1', outcome: null, voice: { speak: null, hear: null } });

const play = (state: LiveState, ...events: LiveEvent[]) => events.reduce(step, state);

const say = (clientTurnId: string, text: string): LiveEvent => ({ type: 'said', said: { clientTurnId, text } });

test('joins the words of the persona as they arrive', () => {
  const heard = play(
    firstState(),
    welcome([]),
    frame({ type: 'speaking', seq: 1, expression: 'doubtful' }),
    frame({ type: 'words', seq: 1, text: 'Bonjour, ' }),
    frame({ type: 'words', seq: 1, text: 'je vous écoute.' }),
  );
  expect(heard.speaking).toEqual({ seq: 1, expression: 'doubtful', text: 'Bonjour, je vous écoute.' });
  expect(heard.floor).toBe('persona');
  const spoken = play(heard, frame({ type: 'spoken', turn: turn(1, 'persona', 'Bonjour, je vous écoute.'), floor: 'learner' }));
  expect([spoken.speaking, spoken.floor, spoken.turns.length]).toEqual([null, 'learner', 1]);
});

test('keeps a turn that was not confirmed, and drops it once the server shows it', () => {
  const cut = play(firstState(), welcome([turn(1, 'persona', 'A')]), say('t1', 'B'), { type: 'lost' });
  expect([cut.link, cut.outbox.length]).toEqual(['reconnecting', 1]);
  const unknown = play(cut, welcome([]));
  expect([unknown.link, unknown.outbox.length, unknown.floor]).toEqual(['back', 1, 'persona']);
  const known = play(cut, welcome([turn(2, 'learner', 'B', 't1'), turn(3, 'persona', 'C')]));
  expect([known.outbox.length, known.turns.map((it) => it.seq)]).toEqual([0, [1, 2, 3]]);
});

test('shows the same turn once when it arrives twice', () => {
  const twice = play(firstState(), welcome([turn(1, 'persona', 'A')]), welcome([turn(1, 'persona', 'A')]));
  expect(twice.turns).toHaveLength(1);
});

test('gives the words back when the server does not take them', () => {
  const refused = play(firstState(), welcome([]), say('t1', 'B'), frame({ type: 'notice', code: 'turn.too_long', clientTurnId: 't1' }));
  expect([refused.returned?.text, refused.outbox.length, refused.floor]).toEqual(['B', 0, 'learner']);
});

test('does not give the words back when only the wording of the answer changed hands', () => {
  const kept = play(firstState(), welcome([]), say('t1', 'B'), frame({ type: 'notice', code: 'model.fallback', clientTurnId: 't1' }));
  expect([kept.returned, kept.outbox.length, kept.notice]).toEqual([null, 1, 'model.fallback']);
});

test('says that the line is back until the learner goes on', () => {
  const back = play(firstState(), welcome([]), { type: 'lost' }, { type: 'opening' }, welcome([]));
  expect(back.link).toBe('back');
  expect(play(back, frame({ type: 'speaking', seq: 1, expression: 'neutral' })).link).toBe('back');
  expect(play(back, say('t1', 'B')).link).toBe('open');
  expect(play(back, { type: 'notice closed' }).link).toBe('open');
});

test('says nothing of a loss when the session is taken back from another window', () => {
  const turns = welcome([turn(1, 'persona', 'A')]);
  const here = play(firstState(), turns, { type: 'closed', reason: 'moved' }, { type: 'opening' }, turns);
  expect([here.link, here.closed]).toEqual(['open', null]);
});

test('stays closed once the session was opened elsewhere', () => {
  const moved = play(firstState(), welcome([]), { type: 'closed', reason: 'moved' }, { type: 'lost' });
  expect([moved.link, moved.closed, moved.resume]).toEqual(['closed', 'moved', null]);
});

test('ends with its outcome and stops the clock', () => {
  const outcome = { exit: 'kept', kind: 'good' as const, title: 'Vous gardez le projet.', reason: 'exit' as const };
  const ended = play(firstState(), welcome([]), frame({ type: 'ended', outcome }));
  expect([ended.status, ended.floor, ended.clock.running, ended.outcome]).toEqual(['ended', 'nobody', false, outcome]);
});

test('waits longer after each failure, five seconds at most', () => {
  expect([retryDelay(0, 0), retryDelay(0, 1), retryDelay(1, 1), retryDelay(20, 1)]).toEqual([125, 250, 500, 5000]);
});

test('starts the clock with the first words', () => {
  const ready = play(
    firstState(),
    frame({
      type: 'welcome',
      protocol: 1,
      status: 'ready',
      clock: { ...clock, running: false },
      turns: [],
      floor: 'nobody',
      resume: 'r1',
      outcome: null,
      voice: { speak: null, hear: null },
    }),
    frame({ type: 'speaking', seq: 1, expression: 'neutral' }),
  );
  expect([ready.status, ready.clock.running, ready.clock.heardAt]).toEqual(['live', true, 5]);
});

test('shows what is understood until it is a turn', () => {
  const speaking = play(firstState(), welcome([]), frame({ type: 'understood', number: 1, text: 'Quelle date', settled: false }));
  expect(speaking.understood).toBe('Quelle date');
  expect(play(speaking, frame({ type: 'committed', turn: turn(1, 'learner', 'Quelle date ?', 'utt_1'), clientTurnId: 'utt_1' })).understood).toBeNull();
  expect(play(speaking, frame({ type: 'understood', number: 1, text: '', settled: true })).understood).toBeNull();
});

test('waits in line, and forgets that once it is let in', () => {
  const waiting = step(firstState(), { type: 'queued', queue: { position: 2, waitMs: 90_000 } });
  expect([waiting.link, waiting.queue?.position]).toEqual(['connecting', 2]);
  expect(play(waiting, welcome([])).queue).toBeNull();
});

test('forgets the words that were cut off', () => {
  const whole = turn(1, 'persona', 'Quelle date annoncez-vous ?', null);
  const cut = { ...whole, text: 'Quelle date', unheard: 'annoncez-vous ?' };
  const state = play(
    firstState(),
    welcome([]),
    frame({ type: 'spoken', turn: whole, floor: 'learner' }),
    frame({ type: 'spoken', turn: cut, floor: 'learner' }),
  );
  expect(state.turns).toEqual([cut]);
});
