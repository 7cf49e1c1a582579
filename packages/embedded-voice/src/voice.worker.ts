import { runVoiceThread } from './voice-thread.ts';

await runVoiceThread(null);
