import { voiceSampleRoutes } from '@coachvisio/contract/voice-sample.ts';
import type { Speak } from '@coachvisio/engine/ports.ts';
import { type Feature, handlePublicFile } from '../../platform/feature.ts';
import { VoiceSamples } from './voice-samples.ts';

/** How a persona sounds, before anybody talks with it. `voices` in the order in which they are asked. */
export function voiceSample(voices: readonly Speak[]): Feature {
  const samples = new VoiceSamples(voices);
  return {
    name: 'voice-sample',
    routes: [handlePublicFile(voiceSampleRoutes.read, (visit, { params, query }) => samples.read(visit, params.slug, query.locale))],
  };
}
