import { percentile } from '../bench/percentile.ts';
import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';
import { startPostgres } from '../scripts/start-postgres.ts';
import { enterDemo } from '../tests/protocol/person.ts';
import { FragileServer, type Moment, type Spoken, sum, talkThroughOutages, type Tally } from './outage.ts';

export interface KillOften {
  /** Of the figures. */
  readonly name: string;
  /** On each database. */
  readonly kills: number;
  /** What each of four learners says, one line a round. Rounds of one conversation: the persona must not have ended it before. */
  readonly lines: readonly (string | Spoken)[];
  readonly next: () => Moment;
  /** Settings of the server. */
  readonly settings?: Record<string, string>;
}

/** The server is killed (SIGKILL) in the middle of conversations, so many times on each database. */
export async function killOften(drill: KillOften) {
  const postgres = await startPostgres();
  const databases = [{ name: 'embedded', environment: {} }, ...(postgres ? [{ name: 'PostgreSQL', environment: { DATABASE_URL: postgres.url } }] : [])];
  const figures = [];
  try {
    for (const { name, environment } of databases) figures.push(...(await onDatabase(`${name}${drill.name}`, environment, drill)));
  } finally {
    await postgres?.stop();
  }
  return { figures, notes: postgres ? [] : ['No PostgreSQL server was found: only the embedded database was tried.'] };
}

async function onDatabase(name: string, environment: Record<string, string>, { kills, lines, next, settings = {} }: KillOften) {
  const folder = await temporaryFolder();
  const server = await FragileServer.start(folder, { ...environment, ...settings });
  let all: Tally | undefined;
  try {
    const learner = await enterDemo(server.url);
    while ((all?.kills ?? 0) < kills) {
      const tally = await talkThroughOutages({ server, learner, lines: lines.slice(0, kills - (all?.kills ?? 0)), conversations: 4, next });
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
