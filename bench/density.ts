import { availableParallelism } from 'node:os';
import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';
import { atMost, exactly, type Figure, pause } from './figure.ts';
import { percentile } from './percentile.ts';
import { cpuMsOf, memoryKbOf, pin } from './process-use.ts';
import { startProvider, startServer } from './server.ts';
import { type Clip, makeClips } from './voice/clips.ts';
import { LeanLearner } from './voice/lean-learner.ts';
import { questions } from './voice/scripts.ts';

const step = 50;
const most = 600;
const turnEveryMs = 20_000;
const latest = 20;
/** A core that is busier than this is full. */
const fullCpu = 0.97;
/** What is asked of a core, and held for the soak. */
const wanted = 150;
const wantedKb = 250;
const usualSoakMinutes = 2;
/** More growth than this over the soak, as a share. */
const mostGrowth = 0.05;
const packetMs = 20;
/** Sessions are told of time in so many groups, so that packets do not all leave at once. */
const groups = 4;

interface Load {
  readonly sessions: number;
  readonly cpu: number;
  readonly late95: number;
  readonly ownLate95: number;
  readonly framesIn: number;
  readonly framesOut: number;
  readonly memoryKb: number;
}

/** How many live conversations one core carries: the server on a core of its own, everything else on the others. */
export default async function density({ soak }: { readonly soak?: string | undefined } = {}) {
  const soakMinutes = soak === undefined ? usualSoakMinutes : Number(soak);
  if (!(soakMinutes > 0)) throw new Error('--soak takes minutes, such as --soak 30');
  if (availableParallelism() < 2) throw new Error('a second core is needed: one for the server, one for its clients');
  const clips = await makeClips(questions);
  const provider = await startProvider(['200', '60', '--reply', 'long']);
  await provider.teach(clips);
  const folder = await temporaryFolder();
  const server = await startServer(folder, { ...provider.settings, LIVE_SESSIONS_MOST: '10000' });
  const pid = server.process.pid ?? 0;
  pin(pid, '0');
  pin(process.pid, '1');
  const crowd = new Crowd(server.url, clips);
  try {
    const loads: Load[] = [];
    for (let sessions = step; sessions <= most; sessions += step) {
      await crowd.grow(sessions);
      const load = await measure(crowd, pid, 2 * turnEveryMs);
      loads.push(load);
      if (load.late95 > latest || load.cpu >= fullCpu || load.ownLate95 > latest) break;
    }
    const held = loads.findLast(({ late95, cpu, ownLate95 }) => late95 <= latest && cpu < fullCpu && ownLate95 <= latest);
    await crowd.shrink(Math.min(wanted, held?.sessions ?? wanted));
    await crowd.grow(Math.min(wanted, held?.sessions ?? wanted));
    await pause(turnEveryMs);
    const soaked = await soakFor(crowd, pid, soakMinutes);
    return { figures: figuresOf(loads, held, soaked, crowd.lost), notes: notesOf(loads, soakMinutes) };
  } finally {
    crowd.leave();
    await server.stop();
    provider.stop();
    await removeFolder(folder);
  }
}

function figuresOf(loads: readonly Load[], held: Load | undefined, soaked: readonly Load[], lost: number): Figure[] {
  // What is loaded and grown with the first step belongs to no session: memory is what each further one adds.
  const [few, many] = [loads[0], held ?? loads.at(-1)];
  const more = (many?.sessions ?? 0) - (few?.sessions ?? 0);
  const kbEach = more > 0 ? ((many?.memoryKb ?? 0) - (few?.memoryKb ?? 0)) / more : Number.NaN;
  const [first, last] = [soaked[0], soaked.at(-1)];
  const growth = first && last ? (last.memoryKb - first.memoryKb) / first.memoryKb : 0;
  return [
    ...loads.flatMap(({ sessions, cpu, late95, framesIn, framesOut, memoryKb }): Figure[] => [
      { name: `${sessions} sessions: processor`, value: cpu * 100, unit: '% of a core' },
      { name: `${sessions} sessions: a frame is late by, p95`, value: late95, unit: 'ms' },
      { name: `${sessions} sessions: frames a second each, in`, value: framesOut, unit: '' },
      { name: `${sessions} sessions: frames a second each, out`, value: framesIn, unit: '' },
      { name: `${sessions} sessions: memory of the process`, value: memoryKb / 1024, unit: 'MB' },
    ]),
    { name: 'live sessions on one core', value: held?.sessions ?? 0, unit: '', target: `≥ ${wanted}`, holds: (held?.sessions ?? 0) >= wanted },
    atMost('memory that each further one adds', kbEach, wantedKb, 'KB'),
    exactly('conversations that were cut off', lost, 0),
    { name: `soak with ${first?.sessions ?? 0} sessions: memory at its beginning`, value: (first?.memoryKb ?? 0) / 1024, unit: 'MB' },
    atMost('soak: growth of memory', growth * 100, mostGrowth * 100, '%'),
    atMost(
      'soak: a frame is late by, p95',
      percentile(
        soaked.map(({ late95 }) => late95),
        95,
      ),
      latest,
    ),
  ];
}

function notesOf(loads: readonly Load[], soakMinutes: number): string[] {
  const worst = Math.max(...loads.map(({ ownLate95 }) => ownLate95));
  return [
    `The server with its embedded database on one core; clients and fake provider on the other. Each session sends 50 packets a second all the time, asks a question every ${turnEveryMs / 1000} s and is answered with 16 s of speech, 50 frames a second.`,
    'A frame is late by what it comes after the middle of its turn’s frames, at the client’s socket; the pace itself moves by ±10 ms. Sessions were added, fifty at a time, until the p95 was over 20 ms, the core was full, or the clients themselves were late.',
    `The clients’ own clock was late by ${Math.round(worst)} ms at most (p95): where it is over ${latest} ms, they were the limit, and the server carries more.`,
    `The soak took ${soakMinutes} min; --soak 30 is the one that counts.`,
  ];
}

async function measure(crowd: Crowd, pid: number, ms: number): Promise<Load> {
  crowd.forget();
  const cpu = cpuMsOf(pid);
  const from = performance.now();
  await pause(ms);
  const took = performance.now() - from;
  const { lateness, framesIn, framesOut, ownLateness } = crowd.noted();
  const perSession = (frames: number) => frames / (took / 1000) / crowd.size;
  return {
    sessions: crowd.size,
    cpu: (cpuMsOf(pid) - cpu) / took,
    // No turn that came to its end: nothing came in time.
    late95: lateness.length === 0 ? ms : percentile(lateness, 95),
    ownLate95: percentile(ownLateness, 95),
    framesIn: perSession(framesIn),
    framesOut: perSession(framesOut),
    memoryKb: memoryKbOf(pid),
  };
}

async function soakFor(crowd: Crowd, pid: number, minutes: number): Promise<Load[]> {
  const loads: Load[] = [];
  const parts = 6;
  for (let part = 0; part < parts; part += 1) loads.push(await measure(crowd, pid, (minutes * 60_000) / parts));
  return loads;
}

interface Seat {
  learner: LeanLearner;
  nextAt: number;
  empty: boolean;
}

/** People who all talk at the same time, each at their own moment. */
class Crowd {
  readonly #url: string;
  readonly #clips: readonly Clip[];
  #learners: Seat[] = [];
  #timer: NodeJS.Timeout | undefined;
  #tick = 0;
  readonly #startedAt = performance.now();
  #ownLateness: number[] = [];
  lost = 0;

  constructor(url: string, clips: readonly Clip[]) {
    this.#url = url;
    this.#clips = clips;
    this.#wait();
  }

  get size(): number {
    return this.#learners.length;
  }

  async grow(to: number): Promise<void> {
    while (this.size < to) {
      const more = await Promise.all(Array.from({ length: Math.min(5, to - this.size) }, () => LeanLearner.enter(this.#url)));
      const now = performance.now();
      for (const learner of more) this.#learners.push({ learner, nextAt: now + 3_000 + Math.random() * turnEveryMs, empty: false });
    }
    // Everybody has said something.
    await pause(turnEveryMs);
  }

  async shrink(to: number): Promise<void> {
    for (const { learner } of this.#learners.splice(to)) learner.leave();
    await pause(1_000);
  }

  forget(): void {
    this.noted();
  }

  noted(): { readonly lateness: readonly number[]; readonly framesIn: number; readonly framesOut: number; readonly ownLateness: readonly number[] } {
    const all = this.#learners.map(({ learner }) => learner);
    const noted = {
      lateness: all.flatMap(({ lateness }) => lateness),
      framesIn: all.reduce((sum, { framesIn }) => sum + framesIn, 0),
      framesOut: all.reduce((sum, { framesOut }) => sum + framesOut, 0),
      ownLateness: this.#ownLateness,
    };
    for (const learner of all) {
      learner.lateness = [];
      learner.framesIn = 0;
      learner.framesOut = 0;
    }
    this.#ownLateness = [];
    return noted;
  }

  leave(): void {
    clearTimeout(this.#timer);
    for (const { learner } of this.#learners) learner.leave();
  }

  #wait(): void {
    const due = this.#startedAt + (this.#tick * packetMs) / groups;
    this.#timer = setTimeout(() => this.#pass(due), Math.max(0, due - performance.now()));
  }

  #pass(due: number): void {
    const now = performance.now();
    this.#ownLateness.push(now - due);
    const group = this.#tick % groups;
    this.#tick += 1;
    for (let index = group; index < this.#learners.length; index += groups) {
      const one = this.#learners[index];
      if (!one) continue;
      if (one.learner.over) {
        if (!one.empty) this.#replace(one);
        continue;
      }
      if (now >= one.nextAt) {
        const clip = this.#clips[(index + this.#tick) % this.#clips.length];
        if (clip) one.learner.say(clip);
        one.nextAt += turnEveryMs;
      }
      one.learner.tick();
    }
    this.#wait();
  }

  /** A persona that has heard enough ends the conversation; the next one begins. */
  #replace(one: Seat): void {
    if (one.learner.lost) this.lost += 1;
    one.learner.leave();
    one.empty = true;
    LeanLearner.enter(this.#url).then(
      (next) => {
        one.learner = next;
        one.nextAt = performance.now() + turnEveryMs * Math.random();
        one.empty = false;
      },
      // Nobody is let in: the seat stays empty, and counts as one that was lost.
      () => void (this.lost += 1),
    );
  }
}
