import { speechMsPerCharacter } from '../bench/voice/provider-sound.ts';
import type { Clip } from '../bench/voice/clips.ts';
import type { VoiceLearner } from '../bench/voice/voice-learner.ts';

/** A stretch of a turn's sound. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly source: string;
  soundMs: number;
}

/** One turn of the persona as a client was told and heard it. */
export interface HeardTurn {
  /** From what was said to the first sound. */
  readonly afterMs: number;
  /** Empty where the learner was told that nothing was understood. */
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** Listened to for so long after the words are whole: every clause has begun by then. */
const withinMs = 12_000;
const heardMs = 2_500;
/** Told in a pause of what is said, a learner speaks to the end of it all the same. */
const settlesMs = 300;

/** Says something, typed or aloud, and listens to the answer: to its words until they are whole, to its sound until that breaks off. */
export async function hearTurn(learner: VoiceLearner, said: string | Clip): Promise<HeardTurn> {
  const stretches: Stretch[] = [];
  let seq = Number.POSITIVE_INFINITY;
  let first: number | null = null;
  let text = '';
  let told: number | null = null;
  let isOver = false;
  const stop = learner.listen((noticed) => {
    if (noticed.type === 'sound' && noticed.seq === seq) {
      first ??= noticed.at;
      const last = stretches.at(-1);
      if (last) last.soundMs += noticed.ms;
    }
    if (noticed.type === 'began') isOver = false;
    if (noticed.type !== 'frame') return;
    const { frame } = noticed;
    if (frame.type === 'committed') seq = frame.turn.seq + 1;
    if (frame.type === 'sentence' && frame.seq === seq) stretches.push({ from: frame.from, to: frame.to, source: frame.source, soundMs: 0 });
    if (frame.type === 'spoken' && frame.turn.seq === seq) text = frame.turn.text;
    if (frame.type === 'notice' && frame.code.startsWith('hear.')) told ??= noticed.at;
    if (frame.type === 'understood' && frame.settled) isOver = frame.text === '';
  });
  let from = performance.now();
  if (typeof said === 'string') learner.send({ type: 'say', clientTurnId: crypto.randomUUID(), text: said });
  else {
    learner.pushesToTalk = true;
    from = learner.speak(said).overAt;
  }
  try {
    const until = performance.now() + withinMs + (typeof said === 'string' ? 0 : said.samples.length / 16);
    // Two seams, or a seam and a while: what broke has broken by then.
    const longEnough = () => first !== null && (stretches.length >= 3 || (stretches.length >= 2 && performance.now() - first > heardMs));
    const enough = () => (told !== null && isOver && performance.now() > from + settlesMs) || (text !== '' && longEnough());
    while (!enough() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
  } finally {
    stop();
  }
  if (told !== null && first === null) return { afterMs: Math.max(0, told - from), text: '', stretches: [] };
  // What did not come is counted as far as it was waited for.
  return { afterMs: (first ?? performance.now()) - from, text, stretches };
}

/** Sentences of a turn that stand in it more than once. */
export function saidTwice({ text }: HeardTurn): number {
  const sentences = text.match(/[^.?!…]+[.?!…]+/gu)?.map((sentence) => sentence.trim().toLowerCase()) ?? [];
  return sentences.length - new Set(sentences).size;
}

/** A voice that broke off in a word may have said a part of it. */
const partOfWord = 12;

/** Stretches that begin with words that the one before has said: the fake voice takes the same time for every character. */
export const soundedTwice = ({ stretches }: HeardTurn): number =>
  stretches.filter((stretch, index) => {
    const previous = stretches[index - 1];
    if (previous?.source !== 'provider') return false;
    const said = Math.min(previous.to, previous.from + Math.floor(previous.soundMs / speechMsPerCharacter));
    return stretch.from < said - partOfWord;
  }).length;
