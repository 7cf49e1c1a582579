import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionSnapshot } from '@coachvisio/contract/conversation.ts';
import { Session } from '@coachvisio/contract/session.ts';
import { speakFromBank } from '@coachvisio/engine/acting/bank.ts';
import type { SessionEvent } from '@coachvisio/engine/turn/events.ts';
import { step } from '@coachvisio/engine/turn/step.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginSession, readSession } from '../../../../../tests/protocol/person.ts';
import { startTestServer, type TestClient, type TestServer } from '../../platform/testing.ts';
import { Play } from './play.ts';
import { findSession } from './session.store.ts';

const spoken = readFileSync(join(import.meta.dirname, '../../../../../tests/learners/retard-projet-strategique/middling.fr.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .slice(0, 3);

/** A conversation that goes on, and how it stood whenever the learner had the floor. */
interface Talk {
  readonly play: Play;
  readonly stood: Map<number, SessionSnapshot>;
  at: number;
}

describe('a session taken up again', () => {
  let server: TestServer;
  let learner: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    learner = await server.asMember();
  });
  afterAll(() => server.close());

  const context = () => server.platform.contextOf(learner.me.organisation.id);
  /** Asked again in a moment when the server has too much to do: it shares this process with a test that plays hundreds of turns at once. */
  async function replay(id: string, seq: number, who = learner): ReturnType<TestClient['call']> {
    for (;;) {
      const answer = await who.call('POST', `/v1/sessions/${id}/replays`, { seq });
      if (answer.status !== 503) return answer;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const snapshotOf = (id: Session['id']) => context().tx(async (tx) => (await findSession(tx, id))?.snapshot);

  async function happen(talk: Talk, event: SessionEvent): Promise<void> {
    const { play, stood } = talk;
    const effects = play.decide(event);
    if (effects.some((effect) => effect.do === 'commit')) await play.commit(effects);
    if (play.snapshot.floor === 'learner') stood.set(play.snapshot.lastSeq + 1, play.snapshot);
    for (const effect of effects) {
      if (effect.do !== 'act') continue;
      talk.at += 1000;
      await happen(talk, { type: 'persona.spoke', at: talk.at, seq: effect.seq, text: speakFromBank(effect.directive, play.cue.stage), voicedBy: 'bank' });
    }
  }
  async function enter(id: Session['id']): Promise<Talk> {
    const play = await Play.open(context(), id);
    if (!play) throw new Error('the session was not opened');
    const talk: Talk = { play, stood: new Map(), at: Date.now() };
    await happen(talk, { type: 'begun', at: talk.at });
    return talk;
  }
  async function say(talk: Talk, text: string): Promise<void> {
    talk.at += 5000;
    await happen(talk, { type: 'learner.said', at: talk.at, clientTurnId: crypto.randomUUID(), text, spoken: '' });
  }
  async function begin(turns: number): Promise<Talk> {
    const talk = await enter((await beginSession(learner)).id);
    for (let n = 0; n < turns; n += 1) await say(talk, spoken[n % spoken.length] ?? '');
    return talk;
  }
  const rewound = ({ play, stood }: Talk, seq: number): SessionSnapshot => {
    const snapshot = stood.get(seq);
    if (!snapshot) throw new Error(`the learner had not the floor for turn ${seq}`);
    return step(play.scene, snapshot, { persona: [], learner: [] }, { type: 'rewound', at: play.snapshot.runningSinceAt ?? 0 }).state;
  };
  /** What was said, and how the persona stands; clocks differ by what the test was given. */
  async function standsAs(id: Session['id'], talk: Talk, seq: number): Promise<void> {
    const { elapsedMs: _, ...snapshot } = (await snapshotOf(id)) ?? {};
    const { elapsedMs: __, ...expected } = rewound(talk, seq);
    expect(snapshot).toEqual(expected);
    expect((await readSession(learner, id)).turns).toEqual(talk.play.turns.slice(0, seq - 1));
  }

  it.each([2, 20])('by %i windows at once is as many sessions, all alike, each played by itself', async (windows) => {
    const talk = await begin(4);
    const answers = await Promise.all(Array.from({ length: windows }, () => replay(talk.play.id, 6)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const made = answers.map(({ json }) => Session.parse(json));
    expect(new Set(made.map(({ id }) => id)).size).toBe(windows);
    for (const { id } of made) await standsAs(id, talk, 6);
    const [one, other] = made;
    if (!one || !other) throw new Error('there are two');
    await say(await enter(one.id), 'On a dix jours de retard, et je le dis maintenant.');
    await standsAs(other.id, talk, 6);
    expect((await readSession(learner, one.id)).turns).toHaveLength(7);
  });

  it('and again is the same as if it had been one conversation', async () => {
    const first = await begin(4);
    const second = await enter(Session.parse((await replay(first.play.id, 6)).json).id);
    await say(second, 'Le client est prévenu depuis ce matin.');
    await say(second, spoken[0] ?? '');
    const third = Session.parse((await replay(second.play.id, 8)).json);
    expect(third.replayOf).toEqual({ session: second.play.id, seq: 8 });
    await standsAs(third.id, second, 8);
    // Just where it was taken up, and before.
    await standsAs(Session.parse((await replay(third.id, 6)).json).id, first, 6);
    await standsAs(Session.parse((await replay(third.id, 4)).json).id, first, 4);
  });

  it('while it still goes on leaves it alone', async () => {
    const talk = await begin(3);
    const again = Session.parse((await replay(talk.play.id, 6)).json);
    await standsAs(again.id, talk, 6);
    await say(talk, 'Je vous envoie le planning ce soir.');
    expect((await readSession(learner, talk.play.id)).turns).toHaveLength(9);
    expect((await readSession(learner, again.id)).turns).toHaveLength(5);
  });

  it('begins at any turn of the learner, the last one too, and at nothing else', async () => {
    const { play } = await begin(3);
    for (const { seq, who } of play.turns) expect((await replay(play.id, seq)).status, `${who} ${seq}`).toBe(who === 'learner' ? 201 : 404);
    for (const seq of [8, 9, 2 ** 31, 2 ** 53 - 1]) expect(await replay(play.id, seq)).toMatchObject({ status: 404, json: { code: 'replay.no_turn' } });
    for (const seq of [0, -2, 1.5, 2 ** 60]) expect(await replay(play.id, seq)).toMatchObject({ status: 400, json: { code: 'request.invalid' } });
    expect(await replay(play.id, 2, await server.asMember())).toMatchObject({ status: 404, json: { code: 'session.not_found' } });
    const { id } = await beginSession(learner);
    expect(await replay(id, 2)).toMatchObject({ status: 404, json: { code: 'replay.no_turn' } });
  });

  it('begins where the learner spoke into the persona’s words, which stay as far as they were heard', async () => {
    const { id } = await beginSession(learner);
    const talk = await enter(id);
    const { play } = talk;
    const into = async (text: string, heard: string): Promise<void> => {
      talk.at += 500;
      const effects = play.decide({ type: 'learner.said', at: talk.at, clientTurnId: crypto.randomUUID(), text, spoken: heard });
      await play.commit(effects);
    };
    await into(spoken[0] ?? '', '');
    await into(spoken[1] ?? '', 'Attendez, vous me');
    await into(spoken[2] ?? '', '');
    expect(play.turns.map(({ who }) => who)).toEqual(['persona', 'learner', 'persona', 'learner', 'learner']);
    for (const seq of [2, 4, 5]) {
      const answer = await replay(id, seq);
      expect(answer, `turn ${seq}`).toMatchObject({ status: 201 });
      const again = Session.parse(answer.json);
      expect((await readSession(learner, again.id)).turns).toEqual(play.turns.slice(0, seq - 1));
      const back = await enter(again.id);
      await say(back, 'Je reprends calmement : dix jours de retard.');
      expect(back.play.turns.at(-1)).toMatchObject({ who: 'persona', seq: seq + 1 });
      // And that one from the same turn.
      expect(await replay(again.id, seq)).toMatchObject({ status: 201 });
    }
  });

  it('after three hundred turns takes a moment, and stands as it stood', async () => {
    const talk = await begin(150);
    expect(talk.play.turns).toHaveLength(301);
    const before = performance.now();
    const last = Session.parse((await replay(talk.play.id, 300)).json);
    const ms = performance.now() - before;
    await standsAs(last.id, talk, 300);
    await standsAs(Session.parse((await replay(talk.play.id, 150)).json).id, talk, 150);
    expect(last.trust).toHaveLength(149);
    // A quarter of a second, most of it for reading 149 turns again; the bound leaves room for a slow machine.
    expect(ms).toBeLessThan(4000);
  });

  it('or deleted meanwhile is never half of either', async () => {
    const talk = await begin(6);
    const [gone, ...answers] = await Promise.all([
      learner.call('DELETE', `/v1/sessions/${talk.play.id}`),
      ...Array.from({ length: 12 }, () => replay(talk.play.id, 10)),
    ]);
    expect(gone.status).toBe(204);
    for (const { status, json } of answers) {
      if (status !== 201) expect({ status, json }).toMatchObject({ status: 404, json: { code: 'session.not_found' } });
      else expect(await readSession(learner, Session.parse(json).id)).toMatchObject({ replayOf: null, turns: talk.play.turns.slice(0, 9) });
    }
  });

  it('holds however long somebody wrote before they spoke', async () => {
    const talk = await begin(1);
    for (const line of spoken) {
      for (let n = 0; n < 6000; n += 1) talk.play.decide({ type: 'learner.composing', at: talk.at + n });
      talk.at += 6000;
      await say(talk, line);
    }
    const answer = await replay(talk.play.id, 8);
    expect(answer).toMatchObject({ status: 201 });
    await standsAs(Session.parse(answer.json).id, talk, 8);
  });
});
