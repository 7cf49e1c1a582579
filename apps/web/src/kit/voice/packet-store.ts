import { soundFrameLimit } from '@coachvisio/contract/live-protocol.ts';
import { microphonePacketMs, soundHeaderBytes, utteranceLimitMs, writeSound } from '@coachvisio/contract/speech.ts';
import type { Packet } from './microphone-feed.ts';

/** Sound that is kept, in packets: half a minute can be said again to a line that broke. */
const kept = 1500;
/** Packets that go out at once; more wait for the next packet, so that no line is flooded. */
const atOnce = 40;
const limit = utteranceLimitMs / microphonePacketMs;

/** The last packets of the microphone, and which of them are sent. */
export class PacketStore {
  #packets: Packet[] = [];
  #sending: { readonly number: number; next: number; sent: number; index: number } | null = null;
  #on = false;

  /** Milliseconds on the clock of the microphone up to which it was sent. */
  get sentUntil(): number {
    return (this.#sending?.next ?? 0) * microphonePacketMs;
  }

  keep(packet: Packet): void {
    this.#packets.push(packet);
    if (this.#packets.length > kept) this.#packets.splice(0, this.#packets.length - kept);
  }

  /** From this time on, as an utterance of this number. */
  send(number: number, from: number): void {
    const index = this.#sending?.number === number ? this.#sending.index : 0;
    this.#sending = { number, next: Math.max(0, Math.floor(from / microphonePacketMs)), sent: 0, index };
    this.#on = true;
  }

  sendOn(): void {
    this.#on = true;
  }

  stop(): void {
    this.#on = false;
  }

  /** What is due, as frames of the wire; packets of the same past go together. */
  due(most = atOnce): Uint8Array<ArrayBuffer>[] {
    const sending = this.#sending;
    if (!sending || !this.#on) return [];
    const waiting = this.#packets.filter(({ number }) => number >= sending.next).slice(0, Math.min(most, limit - sending.sent));
    const frames: Uint8Array<ArrayBuffer>[] = [];
    for (let from = 0; from < waiting.length; from += together) {
      const samples = waiting.slice(from, from + together).map((packet) => packet.samples);
      frames.push(writeSound('microphone', sending.number, sending.index, joined(samples)));
      sending.index += 1;
    }
    sending.sent += waiting.length;
    sending.next = (waiting.at(-1)?.number ?? sending.next - 1) + 1;
    return frames;
  }
}

const packetBytes = 2 * 16 * microphonePacketMs;
const together = Math.floor((soundFrameLimit - soundHeaderBytes) / packetBytes);

function joined(parts: readonly Int16Array[]): Int16Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const all = new Int16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
