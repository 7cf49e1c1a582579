import { harmed, showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';

/** 1 beside the question again and again · 2 twice · 3 answers · 4 checks once what was meant · 5 does so twice, never beside it. */
export function answering({ sound }: Heard): Judgement {
  const beside = harmed(sound, 'off_topic', 'evasion').length;
  const checked = showing(sound, 'reformulation', 'complex_reformulation');
  const brought = showing(sound, 'information', 'action', 'result', 'situation', 'figure', 'example', 'date');
  const reached: Level | null = brought.length === 0 ? null : checked.length >= 2 && beside === 0 ? 5 : checked.length >= 1 && beside <= 1 ? 4 : 3;
  const level: Level | null = beside >= 3 || (beside > 0 && beside * 2 >= sound.length) ? 1 : beside === 2 ? 2 : reached;
  return judge(
    sound.length,
    level,
    level !== null && level <= 2
      ? spots(sound, 'evasion', 'off_topic')
      : [...spots(checked, 'reformulation', 'complex_reformulation'), ...spots(brought, 'action', 'figure', 'information')],
  );
}
