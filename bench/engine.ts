import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionSnapshot, Turn, TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { speakFromBank } from '@coachvisio/engine/acting/bank.ts';
import type { Scene } from '@coachvisio/engine/direction/direct.ts';
import { rate } from '@coachvisio/engine/rating/rate.ts';
import { readySession, step } from '@coachvisio/engine/turn/step.ts';
import type { SessionEvent } from '@coachvisio/engine/turn/events.ts';
import { readLibrary } from '../apps/server/src/features/content/read-library.ts';
import { percentile } from './percentile.ts';

const root = join(import.meta.dirname, '..');
const learnerTurns = 20;
const runs = 7;

/** What the rules cost: a session of forty turns read, directed and rated, and each of the learner's turns in it. */
export default async function engine() {
  const library = readLibrary(join(root, 'content'));
  const sessions: Measured[] = [];
  for (const scenario of library.scenarios.values()) {
    const persona = library.personas.get(scenario.persona);
    if (!persona) throw new Error(`${scenario.slug} has no persona`);
    for (const locale of ['fr', 'en'] as const) {
      const scene = { scenario: endless(scenario), persona, locale, seed: 7 };
      const lines = linesOf(scenario.slug, locale);
      // The first run compiles; of the others the fastest is what the rules cost, the rest is what else the machine did.
      const measured = Array.from({ length: runs + 1 }, () => play(scene, lines, library.competencies)).slice(1);
      sessions.push(measured.toSorted((a, b) => a.totalMs - b.totalMs)[0] ?? measured[0] ?? { totalMs: 0, ratingMs: 0, turnsMs: [] });
    }
  }
  const totals = sessions.map(({ totalMs }) => totalMs);
  const turns = sessions.flatMap(({ turnsMs }) => turnsMs);
  const worst = Math.max(...totals);
  const worstTurn = Math.max(...turns);
  return {
    figures: [
      { name: 'a session of 40 turns: analysis, direction and rating, median', value: percentile(totals, 50), unit: 'ms' },
      { name: 'a session of 40 turns: analysis, direction and rating, slowest of all', value: worst, unit: 'ms', ...target(worst, 50) },
      { name: 'of which rating, slowest of all', value: Math.max(...sessions.map(({ ratingMs }) => ratingMs)), unit: 'ms' },
      { name: 'one of the learner’s turns: analysis and direction, p95', value: percentile(turns, 95), unit: 'ms' },
      { name: 'one of the learner’s turns: analysis and direction, slowest of all', value: worstTurn, unit: 'ms', ...target(worstTurn, 5) },
    ],
    notes: [
      `Every scenario of the library in both languages (${sessions.length} sessions), ${learnerTurns} turns of the learner and as many of the persona, no database and no clock.`,
      `The fastest of ${runs} runs of each session, after one to warm up.`,
    ],
  };
}

const target = (value: number, most: number) => ({ target: `≤ ${most}`, holds: value <= most });

interface Measured {
  readonly totalMs: number;
  readonly ratingMs: number;
  readonly turnsMs: readonly number[];
}

function play(scene: Scene, lines: readonly string[], competencies: ReturnType<typeof readLibrary>['competencies']): Measured {
  let state: SessionSnapshot = readySession(scene, null);
  const turns: Turn[] = [];
  const analysis: TurnAnalysis[] = [];
  const turnsMs: number[] = [];
  let at = 0;
  const textsOf = (who: Turn['who']) => turns.filter((turn) => turn.who === who).map(({ text }) => text);
  const happen = (event: SessionEvent): void => {
    const said = { persona: textsOf('persona'), learner: textsOf('learner') };
    const from = performance.now();
    const result = step(scene, state, said, event);
    if (event.type === 'learner.said') turnsMs.push(performance.now() - from);
    state = result.state;
    for (const effect of result.effects) {
      if (effect.do === 'commit' && effect.turn) {
        turns.push(effect.turn);
        const { trust, tension, patience, phase } = state.persona;
        if (effect.analysis)
          analysis.push({
            seq: effect.turn.seq,
            signals: [...effect.analysis.signals],
            moves: [...effect.analysis.moves],
            state: { trust, tension, patience, phase },
          });
      }
      if (effect.do === 'act') {
        at += 4_000;
        const text = speakFromBank(effect.directive, { ...scene, phase: state.persona.phase, said: textsOf('persona') });
        happen({ type: 'persona.spoke', seq: effect.seq, text, voicedBy: 'bank', at });
      }
    }
  };
  happen({ type: 'begun', at });
  for (const [index, text] of lines.entries()) {
    at += 9_000;
    happen({ type: 'learner.said', clientTurnId: `line-${index}`, text, spoken: '', at });
  }
  const from = performance.now();
  rate({
    scenario: scene.scenario,
    persona: scene.persona,
    competencies,
    locale: scene.locale,
    turns,
    analysis,
    finalState: state.persona,
    outcome: { exit: null, kind: null, reason: 'learner' },
  });
  const ratingMs = performance.now() - from;
  return { totalMs: turnsMs.reduce((sum, ms) => sum + ms, 0) + ratingMs, ratingMs, turnsMs };
}

/** No exit before the end, so that all turns are played whatever is said. */
const endless = (scenario: ScenarioContent): ScenarioContent => ({ ...scenario, exits: scenario.exits.filter(({ when }) => when.atEnd) });

/** Lines of real learners' files, as many as are wanted. */
function linesOf(slug: string, locale: Locale): string[] {
  const read = (learner: string) =>
    readFileSync(join(root, `tests/learners/${slug}/${learner}.${locale}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
  const lines = [...read('competent'), ...read('clumsy')];
  return Array.from({ length: learnerTurns }, (_, index) => lines[index % lines.length] ?? '');
}
