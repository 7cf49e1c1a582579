import { contentRoutes } from '@coachvisio/contract/content.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../platform/testing.ts';

describe('the library', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const titleIn = async (query: string) =>
    contentRoutes.readScenario.answer.parse(await (await server.fetch(`/v1/scenarios/contrat-client-mefiant${query}`)).json()).title;

  it('is open to anybody, and may be kept for a few minutes', async () => {
    const response = await server.fetch('/v1/scenarios');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    const { scenarios } = contentRoutes.listScenarios.answer.parse(await response.json());
    expect(scenarios.slice(0, 6).map(({ slug }) => slug)).toEqual([
      'contrat-client-mefiant',
      'retard-projet-strategique',
      'prospect-premier-contact',
      'remobiliser-collaboratrice',
      'conflit-reunion',
      'entretien-recrutement-premier-poste',
    ]);
  });

  it('speaks French unless asked for English', async () => {
    expect(await titleIn('')).toBe(await titleIn('?locale=fr'));
    expect(await titleIn('?locale=en')).not.toBe(await titleIn(''));
  });

  it('discloses criteria with weights and five levels before a session', async () => {
    const scenario = contentRoutes.readScenario.answer.parse(await (await server.fetch('/v1/scenarios/retard-projet-strategique')).json());
    expect(scenario.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    for (const { anchors } of scenario.criteria) expect(anchors).toHaveLength(5);
  });

  it('keeps what a persona hides', async () => {
    const text = await (await server.fetch('/v1/scenarios/contrat-client-mefiant')).text();
    for (const secret of ['concerns', 'facts', 'position', 'weights', 'exits']) expect(text).not.toContain(`"${secret}"`);
  });

  it('lists every persona with its disclosure', async () => {
    const { personas } = contentRoutes.listPersonas.answer.parse(await (await server.fetch('/v1/personas?locale=en')).json());
    expect(personas.length).toBeGreaterThanOrEqual(5);
    for (const { disclosure } of personas) expect(disclosure).toMatch(/AI/);
  });

  it('says so when there is no such scenario', async () => {
    expect(await (await server.fetch('/v1/scenarios/nowhere')).json()).toMatchObject({ status: 404, code: 'scenario.not_found' });
  });
});
