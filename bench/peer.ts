import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { pause } from './figure.ts';
import { startScript } from './server.ts';
import type { Speaker } from './voice/first-sound.ts';
import { Microphone } from './voice/microphone.ts';
import type { Listener } from './voice.ts';

/** Another system that is measured beside ours, in the same run. */
export interface Peer {
  /** As it comes, and as its documentation says that it answers sooner. */
  readonly systems: readonly PeerSystem[];
  readonly notes: readonly string[];
  stop(): void;
}

export interface PeerSystem {
  readonly name: string;
  /** Begins a conversation with an agent that thinks, speaks and hears with this provider. */
  enter(provider: string): Promise<Speaker & Listener>;
}

const folder = join(import.meta.dirname, '../.cache/livekit');
const packages = ['@livekit/agents', '@livekit/agents-plugin-openai', '@livekit/rtc-node'];
const installMs = 20 * 60_000;
const listeningMs = 1_200;

/** The peer of this name; null without one. Throws when it cannot be had: a run without it would look like a run with it. */
export async function peerOf(name: string | undefined): Promise<Peer | null> {
  if (name === undefined) return null;
  if (name !== 'livekit') throw new Error(`--peer ${name} is not known here; --peer livekit is`);
  if (!existsSync(join(folder, 'node_modules/@livekit/agents'))) await install();
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'node_modules/@livekit/agents/package.json'), 'utf8')));
  const running = new Map<string, Promise<{ url: string; stop(): void }>>();
  const agentOf = (provider: string, manner: string) => {
    const key = `${provider} ${manner}`;
    const agent = running.get(key) ?? startScript('peers/livekit-agent.mjs', [folder, provider, manner]);
    running.set(key, agent);
    return agent;
  };
  const system = (label: string, manner: string): PeerSystem => ({
    name: `LiveKit agents ${version}${label}`,
    enter: async (provider) => talkTo((await agentOf(provider, manner)).url),
  });
  return {
    systems: [system('', 'default'), system(', tuned', 'tuned')],
    notes: [
      `LiveKit agents ${version} with the same provider and a plain socket in place of its own transport, which would add to its times; tuned: silence of 100 ms, replies and their sound begun ahead.`,
    ],
    stop: () => {
      for (const agent of running.values())
        agent.then(
          ({ stop }) => stop(),
          () => undefined,
        );
    },
  };
}

/** Outside the product's own packages. */
async function install(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  console.error('bench: installing LiveKit’s agents beside the product, once; this takes some minutes');
  try {
    await promisify(execFile)('npm', ['install', '--no-save', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], {
      cwd: folder,
      timeout: installMs,
    });
  } catch (error) {
    throw new Error('!!! --peer livekit: its packages cannot be had here; nothing was measured. Run the bench without it.', { cause: error });
  }
}

async function talkTo(url: string): Promise<Speaker & Listener> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'));
  socket.binaryType = 'arraybuffer';
  let onSound: ((at: number) => void) | null = null;
  const ready = new Promise<void>((resolve, reject) => {
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => (data instanceof ArrayBuffer ? onSound?.(performance.now()) : resolve()));
    socket.addEventListener('close', () => reject(new Error('the peer hung up')));
    socket.addEventListener('error', () => reject(new Error('the peer cannot be reached')));
  });
  await ready;
  let microphone: Microphone | null = null;
  const soundAfter = (from: number): Promise<number> =>
    new Promise((resolve) => {
      onSound = (at) => at > from && resolve(at);
    });
  const send = (frame: object): void => socket.send(JSON.stringify(frame));
  const hush = async (): Promise<void> => {
    send({ hush: true });
    await pause(300);
  };
  return {
    async say(line) {
      const sent = performance.now();
      send({ say: line });
      return (await soundAfter(sent)) - sent;
    },
    hush,
    async ask(clip) {
      microphone ??= new Microphone((packet) => socket.readyState === WebSocket.OPEN && socket.send(new Int16Array(packet)));
      await pause(300 + Math.random() * 200);
      const { beginsAt, endsAt } = microphone.hear(clip);
      const first = await soundAfter(beginsAt);
      const cutIn = first < endsAt;
      const answered = cutIn ? await soundAfter(endsAt) : first;
      await pause(listeningMs);
      await hush();
      return { afterMs: answered - endsAt, cutIn, text: clip.text };
    },
    leave() {
      microphone?.close();
      socket.close();
    },
  };
}
