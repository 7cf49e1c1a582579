/** Relaxed speech: about 14 letters a second, the pace that the mouth of the portrait keeps too. */
const lettersPerSecond = 14;
/** Words that wait are caught up with, so that nobody sits through a long reply. */
const patience = 80;
const catchUp = 0.25;

const pauses: Readonly<Record<string, number>> = { '.': 0.34, '?': 0.34, '!': 0.34, '…': 0.34, ',': 0.18, ';': 0.18, ':': 0.18 };

export interface Pace {
  /** Characters said so far; not whole between two frames. */
  readonly at: number;
  /** Seconds of breath still to take. */
  readonly rest: number;
}

/** Where speech stands `seconds` later in a text that may still be growing. */
export function advance(pace: Pace, text: string, seconds: number): Pace {
  if (pace.rest > seconds) return { ...pace, rest: pace.rest - seconds };
  const ahead = text.length - pace.at;
  const speed = lettersPerSecond + Math.max(0, ahead - patience) * catchUp;
  const at = Math.min(text.length, pace.at + speed * seconds);
  const passed = text.slice(Math.floor(pace.at), Math.floor(at));
  return { at, rest: pauses[passed.at(-1) ?? ''] ?? 0 };
}

/** The word that is being said, or the phrase where movement is to be sparse. Offsets into the text. */
export function spokenPart(text: string, at: number, by: 'word' | 'phrase'): { readonly start: number; readonly end: number } {
  if (at >= text.length) return { start: text.length, end: text.length };
  const edge = by === 'word' ? /[\s\u00a0]/ : /[.?!…;:,]/;
  const place = Math.floor(at);
  let start = place;
  while (start > 0 && !edge.test(text[start - 1] ?? '')) start -= 1;
  let end = place;
  while (end < text.length && !edge.test(text[end] ?? '')) end += 1;
  if (by === 'phrase') end = Math.min(text.length, end + 1);
  return { start, end };
}
