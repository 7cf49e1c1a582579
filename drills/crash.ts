import { randomInt } from 'node:crypto';
import { startProvider } from '../bench/server.ts';
import { makeClips } from '../bench/voice/clips.ts';
import { killOften } from './kill-often.ts';
import { linesOf } from './lines.ts';
import { momentsOf, placesAloud } from './outage.ts';

/** On each database, of either kind: two hundred on two of them. */
const kills = 50;
/** Words of a line that are said aloud: a few seconds of sound, which are sent at once. */
const spokenWords = 12;

/** The server is killed two hundred times at random moments: in conversations that are typed, and in the middle of spoken turns. */
export default async function crash() {
  const seed = randomInt(2 ** 31);
  const lines = linesOf('retard-projet-strategique', 'middling');
  const clips = await makeClips(lines.map((line) => ({ parts: [line.split(' ').slice(0, spokenWords).join(' ')] })));
  const spoken = clips.map(({ words, samples }) => ({ text: words.join(' '), sound: samples }));
  const provider = await startProvider(['20', '150', '--speech', '20', '--hear', '20']);
  try {
    await provider.teach(clips);
    const { EMBEDDED_VOICE = 'off' } = provider.settings;
    const typed = await killOften({ name: ', typed', kills, lines, next: momentsOf(seed), settings: { EMBEDDED_VOICE } });
    const aloud = await killOften({ name: ', spoken', kills, lines: spoken, next: momentsOf(seed, placesAloud), settings: provider.settings });
    const all = [...typed.figures, ...aloud.figures];
    const total = all.filter(({ name }) => name.endsWith(': kills')).reduce((sum, { value }) => sum + value, 0);
    return {
      figures: [{ name: 'kills', value: total, unit: '' }, ...all],
      notes: [
        `The moments of this run come from the seed ${seed}.`,
        'Four conversations at once; in each round every learner says a line and the server is killed within 25 ms of a frame: when the line was sent, was understood, became durable, when the persona begins, words it, speaks it. The clients come back by themselves; what was said aloud and not acknowledged is said again.',
        ...typed.notes,
      ],
    };
  } finally {
    provider.stop();
  }
}
