import { Recording, recordingTextVersion } from '@coachvisio/contract/recording.ts';
import { Session } from '@coachvisio/contract/session.ts';
import type { Platform } from '../../platform/platform.ts';
import type { TestClient, TestServer } from '../../platform/testing.ts';
import type { HeardTurn } from './keep-turn.ts';
import { TurnKeeper } from './turn-keeper.ts';

export const rate = 16_000;

/** A hum that is different for every turn. */
export const hum = (seq: number, ms: number, sampleRate = rate): Int16Array =>
  Int16Array.from({ length: (sampleRate * ms) / 1000 }, (_, n) => Math.round(8000 * Math.sin((2 * Math.PI * (200 + 50 * seq) * n) / sampleRate)));

/** A learner with a session, as far as its recording goes. `platform` is what the turns are kept with. */
export async function openRecording(server: TestServer, client: TestClient, platform: Platform = server.platform) {
  const { id } = Session.parse((await client.call('POST', '/v1/sessions', { scenario: 'contrat-client-mefiant', locale: 'fr', durationMinutes: null })).json);
  const path = `/v1/sessions/${id}/recording`;
  const keeper = new TurnKeeper(platform);
  return {
    id,
    path,
    client,
    decide: (granted: boolean, textVersion: number = recordingTextVersion) => client.call('PUT', `${path}-consent`, { granted, textVersion }),
    read: async () => Recording.parse((await client.call('GET', path)).json),
    track: (seq: number | string, headers: Record<string, string> = {}) => client.fetch(`${path}/${seq}`, { headers }),
    /** Hands turns over as a live session does, said just now, and waits until they are kept or not. */
    async say(...turns: (Pick<HeardTurn, 'seq' | 'who'> & Partial<HeardTurn>)[]): Promise<void> {
      for (const turn of turns) {
        const stretches = [{ samples: hum(turn.seq, 300), sampleRate: rate }];
        keeper.keep({ org: client.me.organisation.id, session: id, beganAt: Date.now(), stretches, ...turn });
      }
      await keeper.settled();
    },
    files: async () => (await server.platform.storage.list('recording')).map(({ name }) => name).filter((name) => name.includes(id)),
  };
}
