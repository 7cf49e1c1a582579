import { parentPort } from 'node:worker_threads';
import type { VoiceOrder } from './voice-thread.ts';
import { runVoiceThread } from './voice-thread.ts';

// A thread that does what threads should not, at a word.
parentPort?.on('message', ({ text }: VoiceOrder) => {
  if (text.includes('crash')) process.exit(3);
  while (text.includes('hang')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
});
await runVoiceThread(null);
