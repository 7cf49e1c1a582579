import { Plan, Progress } from '@coachvisio/contract/progress.ts';
import { Session } from '@coachvisio/contract/session.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTalk, readReport, readSession } from '../../../../../tests/protocol/person.ts';
import { startTestServer, type TestClient, type TestServer } from '../../platform/testing.ts';

describe('progress over sessions', () => {
  let server: TestServer;
  let learner: TestClient;
  const played: string[] = [];
  beforeAll(async () => {
    server = await startTestServer();
    learner = await server.asDemo();
    for (const line of [
      'Le premier site sera prêt le 12 mars, et je vous écris chaque vendredi.',
      'On verra.',
      'Nous avons livré 27 sites sur 29 à l’heure.',
    ]) {
      const { session, socket } = await openTalk(server.url, learner, { scenario: 'contrat-client-mefiant' });
      for (const said of [line, 'Racontez-moi ce qui s’est passé.', line]) {
        socket.say(said);
        await socket.next('spoken');
      }
      socket.send({ type: 'end' });
      await socket.closed;
      await readReport(learner, session.id);
      played.push(session.id);
    }
  });
  afterAll(() => server.close());

  const progress = async (who = learner) => Progress.parse((await who.call('GET', '/v1/progress?locale=fr')).json);
  const steps = async (who = learner) => Plan.parse((await who.call('GET', '/v1/plan?locale=fr')).json).stages.flatMap((stage) => stage.steps);

  it('holds each level that a debrief gave, oldest first, and a direction from the third on', async () => {
    const { sessions, criteria } = await progress();
    expect(sessions).toBe(3);
    expect(criteria.length).toBeGreaterThan(0);
    for (const { competency, observations, trend } of criteria) {
      for (const { session, level } of observations) {
        const report = await readReport(learner, Session.shape.id.parse(session));
        expect(report.criteria.find((criterion) => criterion.competency === competency)?.level).toBe(level);
      }
      const order = observations.map(({ session }) => played.indexOf(session));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(trend === null).toBe(observations.length < 3);
    }
  });

  it('leaves out a session that takes another one up, and one without a debrief', async () => {
    const id = Session.shape.id.parse(played[0]);
    const seq = (await readSession(learner, id)).turns.findLast(({ who }) => who === 'learner')?.seq;
    const again = Session.parse((await learner.call('POST', `/v1/sessions/${id}/replays`, { seq })).json);
    const before = await progress();
    await learner.call('POST', `/v1/sessions/${again.id}/end`);
    expect(await progress()).toEqual(before);
  });

  it('marks a step of the plan with the session that did it, and the first that is left as next', async () => {
    const reached = await steps();
    expect(reached).toHaveLength(9);
    expect(reached.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(reached.filter(({ status }) => status === 'done').map(({ scenario, session }) => [scenario, session])).toEqual([
      ['contrat-client-mefiant', played[2]],
    ]);
    expect(reached.filter(({ status }) => status === 'next').map(({ number }) => number)).toEqual([1]);
  });

  it('is one’s own', async () => {
    const other = await server.asDemo();
    expect(await progress(other)).toEqual({ sessions: 0, criteria: [] });
    expect((await steps(other)).every(({ session }) => session === null)).toBe(true);
  });
});
