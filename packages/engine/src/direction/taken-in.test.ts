import type { Signal } from '@coachvisio/contract/signal.ts';
import { describe, expect, it } from 'vitest';
import { levelOf } from './levels.ts';
import { after, voiced } from './play.testing.ts';
import { persona, scene } from './scene.testing.ts';
import { patienceInWords, takenIn } from './taken-in.ts';

const signal = (kind: Signal['kind'], start: number, end: number): Signal => ({ kind, start, end });

describe('what reaches the persona', () => {
  it('ends where it cuts in', () => {
    const text = 'un deux trois quatre cinq six';
    const all = [signal('too_long', 0, text.length), signal('figure', 3, 7), signal('date', 21, 25)];
    expect(takenIn(all, text, 3)).toEqual({ text: 'un deux trois', signals: all.slice(0, 2) });
    expect(takenIn(all, text, null).signals).toEqual(all);
    expect(takenIn(all.slice(1), text, 3).text).toBe(text);
  });

  it('never loses a word of distress', () => {
    const text = 'un deux trois quatre cinq six';
    const distress = signal('distress', 21, 29);
    expect(takenIn([signal('too_long', 0, text.length), distress], text, 3).signals).toContain(distress);
  });

  it('cuts in sooner at a higher level', () => {
    expect(([1, 2, 3] as const).map((level) => patienceInWords(persona, levelOf(level)))).toEqual([84, 60, 48]);
  });

  it('is what words close, when the same words open', () => {
    const text = 'On verra bien demain.';
    const date = signal('date', 14, 20);
    expect(takenIn([signal('evasion', 0, 21), date], text, null).signals).toEqual([signal('evasion', 0, 21)]);
    expect(takenIn([signal('evasion', 0, 9), date], text, null).signals).toContain(date);
  });
});

describe('a turn of two words', () => {
  it('is not too short when it is the answer', () => {
    const here = scene();
    expect(after(here, ['Premier site.'], voiced(here)).last.line).not.toBe('tooShort');
    expect(after(here, ['Bon voilà.'], voiced(here)).last.line).toBe('tooShort');
  });
});
