import { runVoiceThread } from '@coachvisio/embedded-voice/voice-thread.ts';
import type { SpeechPiece } from '@coachvisio/engine/ports.ts';
import { alignSpeech } from '@coachvisio/engine/speech/align.ts';
import { gatherSound } from './gather-sound.ts';

await runVoiceThread((reading, sound) => {
  const { phonemes, words } = alignSpeech({
    reference: {
      ...gatherSound(reading),
      phonemes: reading.filter((piece) => piece.type === 'phoneme'),
      words: reading.filter((piece) => piece.type === 'word'),
    },
    ...sound,
  });
  return [...words.map((word): SpeechPiece => ({ ...word, type: 'word' })), ...phonemes.map((phoneme): SpeechPiece => ({ ...phoneme, type: 'phoneme' }))];
});
