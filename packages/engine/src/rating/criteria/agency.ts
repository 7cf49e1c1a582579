import { showing, spots, type Heard } from '../heard.ts';
import type { Level } from '../rating.ts';
import { judge, type Judgement } from './rule.ts';
import { opportunitiesToTell } from './structure.ts';

/** 1 nobody acts · 2 «we» hides the part taken · 3 it is said once · 4 it is said as often as «we» · 5 and what went wrong is owned. */
export function agency(heard: Heard): Judgement {
  const { sound } = heard;
  const own = showing(sound, 'agency_i');
  const together = showing(sound, 'agency_we');
  const shared = together.length;
  const owned = showing(sound, 'ownership');
  const clear = own.length >= 2 && own.length >= shared;
  const level: Level =
    clear && own.length >= 3 && owned.length > 0 ? 5 : clear ? 4 : own.length >= 1 && own.length * 2 >= shared ? 3 : own.length + shared > 0 ? 2 : 1;
  return judge(opportunitiesToTell(heard), level, [...spots(owned, 'ownership'), ...spots(own, 'agency_i'), ...spots(together, 'agency_we')]);
}
