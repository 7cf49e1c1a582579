import { harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';

/** 2 nothing is taken up · 3 once · 4 several times · 5 three times or more, twice with added meaning. */
export function activeListening({ sound }: Heard): Judgement {
  const taken = showing(sound, 'reformulation', 'complex_reformulation');
  const deep = showing(sound, 'complex_reformulation').length;
  const missed = harmed(sound, 'evasion', 'hollow_empathy', 'contempt', 'insult').length;
  const reached: Level = taken.length >= 3 && deep >= 2 ? 5 : taken.length >= 2 ? 4 : taken.length === 1 ? 3 : missed >= 2 ? 1 : 2;
  const level = missed * 3 > sound.length ? atMost(reached, 3) : reached;
  return judge(sound.length, level, [...spots(taken, 'complex_reformulation'), ...spots(taken, 'reformulation')]);
}
