import { talkingMoves } from './checklists-talking.ts';
import { tellingMoves } from './checklists-telling.ts';
import type { Move } from './move.ts';

/**
 * What the anchors ask for and words can show, in the order of the levels. These competencies get no level: what makes them good
 * (the weight of an argument, the worth of a trade, the right diagnosis) does not stand in single turns, and cue lists carry
 * over badly to fresh talk (for the parts of a story: recall .81 on the text they were written from, .30 to .48 on new text).
 */
export const checklists: ReadonlyMap<string, readonly Move[]> = new Map([...talkingMoves, ...tellingMoves]);
