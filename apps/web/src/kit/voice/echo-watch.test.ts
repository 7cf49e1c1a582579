import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { describe, expect, test } from 'vitest';
import { EchoWatch } from './echo-watch.ts';

const spoken = (seq: number, text: string): LiveServerFrame => ({
  type: 'spoken',
  turn: { seq, who: 'persona', text, atMs: 0, delayMs: null, voicedBy: 'bank', expression: 'neutral', clientTurnId: null },
  floor: 'learner',
});
const settled = (number: number, text: string): LiveServerFrame => ({ type: 'understood', number, text, settled: true });
const line = 'Bonjour, asseyez-vous. On m’a demandé de signer avant vendredi.';

/** Each: after how much of the persona's sound a voice began, and what was understood of it. Whether that is an echo by then. */
function after(...held: readonly (readonly [soundedMs: number | null, text: string])[]): boolean[] {
  const watch = new EchoWatch();
  watch.hear(spoken(1, line));
  return held.map(([soundedMs, text], index) => {
    if (soundedMs !== null) watch.held(index + 1, 1, soundedMs);
    return watch.hear(settled(index + 1, text));
  });
}

describe('the persona is cut off by its own sound', () => {
  test('when it is held three times in a row as soon as it sounds, and nothing is understood', () => {
    expect(after([300, ''], [250, ''], [400, ''])).toEqual([false, false, true]);
  });

  test('when what is understood are its own words, more or less, whenever that is', () => {
    expect(after([3000, 'asseyez-vous on m’a demandé'], [2500, 'demandé de signer'], [9000, 'a demander de signer avant vendredi'])).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('and it is said again only after three more', () => {
    expect(after([300, ''], [300, ''], [300, ''], [300, ''], [300, ''], [300, ''])).toEqual([false, false, true, false, false, true]);
  });
});

describe('nobody is told so', () => {
  test('who nods three times', () => {
    expect(after([2500, ''], [3100, ''], [4000, ''])).toEqual([false, false, false]);
  });

  test('who cuts in with words of their own', () => {
    expect(after([300, ''], [300, 'Attendez, vendredi c’est trop tôt pour nous.'], [300, ''], [300, ''])).toEqual([false, false, false, false]);
  });

  test('who coughs into a silence, nor does that count for or against', () => {
    expect(after([null, ''], [null, ''], [null, ''])).toEqual([false, false, false]);
    expect(after([300, ''], [300, ''], [null, ''], [300, ''])).toEqual([false, false, false, true]);
  });

  test('who takes up the persona’s words in a silence', () => {
    expect(after([null, 'avant vendredi'], [null, 'avant vendredi'], [null, 'avant vendredi'])).toEqual([false, false, false]);
  });
});
