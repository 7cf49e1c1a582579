import { harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { atMost, judge, type Judgement } from './rule.ts';

/**
 * 1 steps past what is said again and again · 2 once · 3 takes it up once · 4 several times · 5 three times, twice with added
 * meaning. No level when neither shows: restating comes in more words than rules can know.
 */
export function activeListening({ sound }: Heard): Judgement {
  const taken = showing(sound, 'reformulation', 'complex_reformulation');
  const deep = showing(sound, 'complex_reformulation').length;
  const missed = harmed(sound, 'evasion', 'hollow_empathy', 'contempt', 'insult').length;
  const reached: Level | null = taken.length >= 3 && deep >= 2 ? 5 : taken.length >= 2 ? 4 : taken.length === 1 ? 3 : missed >= 2 ? 1 : missed === 1 ? 2 : null;
  const level = reached && missed * 3 > sound.length ? atMost(reached, 3) : reached;
  if (taken.length === 0) return judge(sound.length, level, spots(sound, 'evasion', 'hollow_empathy', 'contempt', 'insult'));
  return judge(sound.length, level, [...spots(taken, 'complex_reformulation'), ...spots(taken, 'reformulation')]);
}
