import { harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';

/** 1 brushes off · 2 a formula or nothing · 3 once, or an apology · 4 twice · 5 three times or more. */
export function acknowledging({ sound }: Heard): Judgement {
  const named = showing(sound, 'acknowledgement');
  const sorry = showing(sound, 'apology');
  const hollow = harmed(sound, 'hollow_empathy').length;
  const cold = harmed(sound, 'contempt', 'insult', 'blame').length;
  const none: Level = cold > 0 ? 1 : 2;
  const reached: Level = named.length >= 3 ? 5 : named.length === 2 ? 4 : named.length === 1 || sorry.length > 0 ? 3 : none;
  const level = cold >= 2 ? atMost(reached, 2) : cold === 1 || hollow > named.length ? atMost(reached, 3) : reached;
  return judge(sound.length, level, [...spots(named, 'acknowledgement'), ...spots(sorry, 'apology')]);
}
