import { harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';

/** 1 brushes off · 2 a formula · 3 once, or an apology · 4 twice · 5 three times or more. No level when none of it was said. */
export function acknowledging({ sound }: Heard): Judgement {
  const named = showing(sound, 'acknowledgement');
  const sorry = showing(sound, 'apology');
  const hollow = harmed(sound, 'hollow_empathy').length;
  const cold = harmed(sound, 'contempt', 'insult', 'blame').length;
  const none: Level | null = cold > 0 ? 1 : hollow > 0 ? 2 : null;
  const reached: Level | null = named.length >= 3 ? 5 : named.length === 2 ? 4 : named.length === 1 || sorry.length > 0 ? 3 : none;
  const cap: Level = cold >= 2 ? 2 : cold === 1 || hollow > named.length ? 3 : 5;
  const level = reached && atMost(reached, cap);
  const against = spots(sound, 'insult', 'contempt', 'blame', 'hollow_empathy');
  return judge(sound.length, level, level !== null && level <= 2 ? against : [...spots(named, 'acknowledgement'), ...spots(sorry, 'apology')]);
}
