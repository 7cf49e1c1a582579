import { SessionId } from '@coachvisio/contract/id.ts';
import { describe, expect, it } from 'vitest';
import { newId } from '../../platform/id.ts';
import { TurnRate, turnsAMinute } from './turn-rate.ts';

describe('the turns of a session', () => {
  const [one, other] = [SessionId.parse(newId('ses')), SessionId.parse(newId('ses'))];

  it('are bounded each minute, for each session by itself', () => {
    let now = 1_000_000;
    const rate = new TurnRate({ now: () => now });
    const said = Array.from({ length: turnsAMinute + 5 }, () => rate.allows(one));
    expect(said.filter(Boolean)).toHaveLength(turnsAMinute);
    expect(rate.allows(other)).toBe(true);
    now += 60_000;
    expect(rate.allows(one)).toBe(true);
  });
});
