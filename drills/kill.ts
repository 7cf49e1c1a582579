import { randomInt } from 'node:crypto';
import { killOften } from './kill-often.ts';
import { linesOf } from './lines.ts';
import { momentsOf } from './outage.ts';

const kills = 20;

/** The server is killed in the middle of conversations that are typed, twenty times at random moments, on each database. */
export default async function kill() {
  const seed = randomInt(2 ** 31);
  const { figures, notes } = await killOften({ name: '', kills, lines: linesOf('retard-projet-strategique', 'middling'), next: momentsOf(seed) });
  return {
    figures,
    notes: [
      `The moments of this run come from the seed ${seed}.`,
      'Four conversations at once; in each round every learner says a line and the server is killed within 25 ms of one of five frames. The clients come back by themselves.',
      ...notes,
    ],
  };
}
