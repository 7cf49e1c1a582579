import { BenchLearner } from './learner.ts';
import { percentile } from './percentile.ts';
import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';
import { startServer } from './server.ts';

const rounds = 5;

/** From an empty directory to the persona's first reply, and from there once more: what a newcomer waits for. Packages are installed and the web app is built. */
export default async function boot() {
  const first: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = await temporaryFolder();
    first.push(await timeToReply(folder));
    again.push(await timeToReply(folder));
    await removeFolder(folder);
  }
  return {
    figures: [
      {
        name: 'empty directory → first reply to a learner, p50',
        value: percentile(first, 50),
        unit: 'ms',
        target: '≤ 3000',
        holds: percentile(first, 50) <= 3000,
      },
      { name: 'empty directory → first reply to a learner, worst', value: Math.max(...first), unit: 'ms' },
      { name: 'reopen → first reply to a learner, p50', value: percentile(again, 50), unit: 'ms', target: '≤ 1200', holds: percentile(again, 50) <= 1200 },
      { name: 'reopen → first reply to a learner, worst', value: Math.max(...again), unit: 'ms' },
    ],
    notes: [`${rounds} rounds, embedded database, server process started each time; from the start of the process to the whole reply on the client's socket.`],
  };
}

async function timeToReply(folder: string): Promise<number> {
  const started = performance.now();
  const server = await startServer(folder);
  const learner = await BenchLearner.enter(server.url);
  await learner.say('Bonjour, racontez-moi ce qui s’est passé avec les prestataires précédents.');
  const took = performance.now() - started;
  learner.leave();
  await server.stop();
  return took;
}
