/** How much of a session is left. */
export interface TimeLeft {
  /** Of the whole, 0-1. */
  readonly share: number;
  readonly ms: number;
}

/** Nobody is in a hurry without a timer. */
export const untimed: TimeLeft = { share: 1, ms: Number.POSITIVE_INFINITY };

/** «Il nous reste deux minutes»: said a few seconds early, since the sentence and its answer take time as well. */
const lowMs = 135_000;
/** In a session of five minutes, two are nearly half: they are not announced before the middle is well past. */
const lowShare = 0.45;
/** From here on nothing else is said first. */
const urgentMs = 75_000;

/** `soon`: to be said when nothing more important is due; `now`: whatever is due. */
export function timeIsLow({ share, ms }: TimeLeft): 'soon' | 'now' | undefined {
  if (ms > lowMs || share > lowShare) return undefined;
  return ms <= urgentMs ? 'now' : 'soon';
}

/** Share of the time that must be left for news: an answer to it has to fit in before the end. */
export const twistNeeds = 0.25;
