import { readdirSync, readFileSync } from 'node:fs';
import { Locale } from '@coachvisio/contract/locale.ts';
import { PersonaContent } from '@coachvisio/contract/persona.ts';
import { CompetencyContent, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { describe, expect, it } from 'vitest';
import { playThrough } from '../turn/play-through.ts';
import { rate } from './rate.ts';

const root = new URL('../../../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const slugsIn = (folder: string): string[] => readdirSync(new URL(`content/${folder}/`, root)).map((file) => file.replace('.json', ''));
const competencies = new Map(slugsIn('competencies').map((slug) => [slug, CompetencyContent.parse(read(`content/competencies/${slug}.json`))]));

describe('a level', () => {
  it.each(slugsIn('scenarios'))('points at words that were really said, the lowest at where they were missing (%s)', (slug) => {
    const scenario = ScenarioContent.parse(read(`content/scenarios/${slug}.json`));
    const persona = PersonaContent.parse(read(`content/personas/${scenario.persona}.json`));
    for (const locale of Locale.options)
      for (const learner of ['competent', 'clumsy']) {
        const lines = readFileSync(new URL(`tests/learners/${slug}/${learner}.${locale}.txt`, root), 'utf8')
          .split('\n')
          .filter((line) => line !== '');
        const { snapshot, turns, analysis } = playThrough({ scenario, persona, locale, seed: 7 }, lines);
        const outcome = { exit: snapshot.outcome?.exit ?? null, kind: null, reason: snapshot.outcome?.reason ?? 'learner' };
        const { criteria } = rate({ scenario, persona, competencies, locale, turns, analysis, finalState: snapshot.persona, outcome });
        for (const { competency, level, quotes } of criteria) {
          expect(quotes.length, `${learner} ${locale} ${competency} ${level}`).toBeGreaterThanOrEqual(level === null ? 0 : 1);
          for (const { seq, start, end, text } of quotes) {
            const turn = turns.find((one) => one.seq === seq);
            expect(turn?.who).toBe('learner');
            expect(turn?.text.slice(start, end)).toBe(text);
          }
        }
      }
  });
});
