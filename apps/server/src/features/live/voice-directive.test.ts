import { readFileSync } from 'node:fs';
import { PersonaContent } from '@coachvisio/contract/persona.ts';
import { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Think } from '@coachvisio/engine/ports.ts';
import { expect, it } from 'vitest';
import { voiceDirective } from './voice-directive.ts';

const content = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../../../content/${path}.json`, import.meta.url), 'utf8'));
const scenario = ScenarioContent.parse(content('scenarios/contrat-client-mefiant'));
const persona = PersonaContent.parse(content('personas/philippe-garnier'));

it('does not wait for ever for a model that gives a word now and then: the bank ends the reply', async () => {
  let given = 0;
  const trickle: Think = {
    name: 'trickle',
    async *stream(_messages, signal) {
      while (!signal.aborted) {
        given += 1;
        yield 'encore ';
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
  const voiced = await voiceDirective(
    { move: 'probe', expression: 'attentive' },
    { scenario, persona, locale: 'fr', seed: 7, phase: 'exploring', said: [] },
    () => [],
    { models: [trickle], firstWordMs: 60_000, wholeMs: 60 },
    new AbortController().signal,
    () => undefined,
  );
  expect(given).toBeGreaterThan(0);
  expect(voiced).toMatchObject({ voicedBy: 'model', fellBack: true });
  expect(voiced.text).toMatch(/^(encore )+encore… .+[.?!]$/u);
});
