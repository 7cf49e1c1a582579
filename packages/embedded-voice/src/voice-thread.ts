import { parentPort, workerData } from 'node:worker_threads';
import type { EspeakVoice } from './espeak-ng.ts';
import type { SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import { openEspeak } from './open-espeak.ts';
import { readAloud } from './read-aloud.ts';

/** A text to be read; with somebody else's sound of the same text, the marks of the reading are laid onto that sound. */
export interface VoiceOrder {
  readonly id: number;
  readonly text: string;
  readonly manner: SpeechManner;
  readonly sound: RecordedSound | null;
}
export interface RecordedSound {
  readonly samples: Int16Array;
  readonly sampleRate: number;
}
export type VoiceAnswer =
  | { readonly type: 'ready' }
  | { readonly type: 'pieces'; readonly id: number; readonly pieces: readonly SpeechPiece[] }
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string };

/** Lays the marks of a reading onto another sound of the same text. */
export type Align = (reading: readonly SpeechPiece[], sound: RecordedSound) => readonly SpeechPiece[];

/** Spoken to nobody at the start: the first sentences take twenty times as long as later ones, until everything is compiled. */
const warmUps: readonly (readonly [SpeechManner['locale'], SpeechManner['gender'], string])[] = [
  ['fr', 'feminine', "Bonjour, asseyez-vous. Qu'est-ce qui vous amène aujourd'hui, et depuis quand ?"],
  ['en', 'masculine', 'Good morning, have a seat. What brings you here today, and since when?'],
  ['fr', 'masculine', "D'accord, mais cela ne me dit pas quand vous comptez livrer."],
  ['en', 'feminine', "All right, but that doesn't tell me when you are going to deliver."],
];
/** So many times faster than speech, it is warm: 200 to 500 is usual. */
const warmSpeed = 100;
/** A slow machine is never that fast: the voice opens all the same. */
const mostWarmUpMs = 1000;

/** Time that this thread had a core: a busy machine gives it one when it likes. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Has this thread answer orders, one after the other. */
export async function runVoiceThread(align: Align | null): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('this runs in a thread of its own');
  const stop: unknown = workerData;
  if (!(stop instanceof Int32Array)) throw new Error('the thread was given no way to be stopped');
  const espeak = await openEspeak();
  warmUp(espeak);
  if (align) warmUpAlign(espeak, align);
  const tell = (answer: VoiceAnswer): void => {
    const sounds = answer.type === 'pieces' ? answer.pieces.filter((piece) => piece.type === 'sound') : [];
    port.postMessage(answer, [...new Set(sounds.flatMap(({ samples: { buffer } }) => (buffer instanceof ArrayBuffer ? [buffer] : [])))]);
  };
  port.on('message', (order: VoiceOrder) => tell(carryOut(order, espeak, align, tell, () => Atomics.load(stop, 0) === order.id)));
  tell({ type: 'ready' });
}

function warmUp(espeak: EspeakVoice): void {
  const until = workedMs() + mostWarmUpMs;
  for (let round = 0, speed = 0; speed < warmSpeed && workedMs() < until; round += 1) {
    const begun = workedMs();
    const pieces = warmUps.flatMap(([locale, gender, text]) => read(espeak, text, { locale, gender, persona: String(round), rate: 1, pitch: 0 }, () => true));
    const soundMs = pieces.reduce((sum, piece) => sum + (piece.type === 'sound' ? (piece.samples.length / piece.sampleRate) * 1000 : 0), 0);
    speed = soundMs / Math.max(1, workedMs() - begun);
  }
}

function warmUpAlign(espeak: EspeakVoice, align: Align): void {
  for (const [locale, gender, text] of warmUps.slice(0, 2)) {
    const reading = read(espeak, text, { locale, gender, persona: '', rate: 1, pitch: 0 }, () => true);
    const samples = Int16Array.from(reading.flatMap((piece) => (piece.type === 'sound' ? [...piece.samples] : [])));
    align(reading, { samples, sampleRate: espeak.get_samplerate() });
  }
}

/** All of a reading at once. */
function read(espeak: EspeakVoice, text: string, manner: SpeechManner, goOn: () => boolean): SpeechPiece[] {
  const reading: SpeechPiece[] = [];
  readAloud(espeak, text, manner, (pieces) => {
    reading.push(...pieces);
    return goOn();
  });
  return reading;
}

function carryOut(order: VoiceOrder, espeak: EspeakVoice, align: Align | null, tell: (answer: VoiceAnswer) => void, isStopped: () => boolean): VoiceAnswer {
  const { id, text, manner, sound } = order;
  try {
    if (!sound) {
      readAloud(espeak, text, manner, (pieces) => {
        if (!isStopped()) tell({ type: 'pieces', id, pieces });
        return !isStopped();
      });
      return { type: 'done', id };
    }
    if (!align) return { type: 'failed', id, reason: 'this voice cannot lay marks onto other sound' };
    const reading = read(espeak, text, manner, () => !isStopped());
    if (!isStopped()) tell({ type: 'pieces', id, pieces: align(reading, sound) });
    return { type: 'done', id };
  } catch (error) {
    // Names what broke, never the text that was to be said.
    return { type: 'failed', id, reason: error instanceof Error ? `${error.name}: ${error.message}` : 'espeak-ng gave no reason' };
  }
}
