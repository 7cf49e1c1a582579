import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { percentile } from '../bench/percentile.ts';
import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';
import { startPostgres } from '../scripts/start-postgres.ts';
import { enterDemo } from '../tests/protocol/person.ts';
import { FragileServer, momentsOf, sum, talkThroughOutages, type Tally } from './outage.ts';

const kills = 20;
/** Rounds of one conversation: the persona must not have ended it before the plug was pulled as often as that. */
const rounds = 5;

const lines = readFileSync(join(import.meta.dirname, '../tests/learners/retard-projet-strategique/middling.fr.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .slice(0, rounds);

/** The server is killed (SIGKILL) in the middle of conversations, twenty times at random moments, on each database. */
export default async function kill() {
  const seed = randomInt(2 ** 31);
  const postgres = await startPostgres();
  const databases = [{ name: 'embedded', environment: {} }, ...(postgres ? [{ name: 'PostgreSQL', environment: { DATABASE_URL: postgres.url } }] : [])];
  const figures = [];
  try {
    for (const { name, environment } of databases) figures.push(...(await onDatabase(name, environment, momentsOf(seed))));
  } finally {
    await postgres?.stop();
  }
  return {
    figures,
    notes: [
      `The moments of this run come from the seed ${seed}.`,
      'Four conversations at once; in each round every learner says a line and the server is killed within 25 ms of one of five frames. The clients come back by themselves.',
      ...(postgres ? [] : ['No PostgreSQL server was found: only the embedded database was tried.']),
    ],
  };
}

async function onDatabase(name: string, environment: Record<string, string>, next: ReturnType<typeof momentsOf>) {
  const folder = await temporaryFolder();
  const server = await FragileServer.start(folder, environment);
  let all: Tally | undefined;
  try {
    const learner = await enterDemo(server.url);
    while ((all?.kills ?? 0) < kills) {
      const tally = await talkThroughOutages({ server, learner, lines, conversations: 4, next });
      all = all ? sum(all, tally) : tally;
    }
  } finally {
    await server.stop();
    await removeFolder(folder);
  }
  const none = (what: string, value = 0) => ({ name: `${name}: ${what}`, value, unit: '', target: '0', holds: value === 0 });
  return [
    { name: `${name}: kills`, value: all?.kills ?? 0, unit: '' },
    { name: `${name}: conversations`, value: all?.conversations ?? 0, unit: '' },
    { name: `${name}: turns acknowledged`, value: all?.acknowledged ?? 0, unit: '' },
    none('of these not there as they were told', all?.lost),
    none('learners’ lines missing, twice or out of order', all?.misplaced),
    none('learners’ lines without a reply', all?.unanswered),
    none('debriefs with other turns than the session', all?.reportsApart),
    { name: `${name}: killed → ready again, p95`, value: percentile(server.startsMs, 95), unit: 'ms' },
  ];
}
