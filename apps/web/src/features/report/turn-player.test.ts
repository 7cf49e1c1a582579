import { describe, expect, it } from 'vitest';
import { trackAt } from './turn-player.ts';

const tracks = [
  { seq: 1, who: 'persona', startMs: 0, durationMs: 1000 },
  { seq: 2, who: 'learner', startMs: 1000, durationMs: 500 },
  { seq: 5, who: 'learner', startMs: 1500, durationMs: 2000 },
] as const;

describe('a place in a recording', () => {
  it.each([
    [0, 0, 0],
    [999, 0, 999],
    [1000, 1, 0],
    [1499, 1, 499],
    [1500, 2, 0],
    [3500, 2, 2000],
    [9000, 2, 2000],
    [-5, 0, 0],
  ])('%i ms is in track %i, %i ms into it', (ms, index, intoMs) => {
    expect(trackAt(tracks, ms)).toEqual({ index, intoMs });
  });

  it('is nowhere in a recording of nothing', () => {
    expect(trackAt([], 700)).toEqual({ index: 0, intoMs: 0 });
  });
});
