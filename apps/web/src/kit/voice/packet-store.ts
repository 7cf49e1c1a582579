import { soundFrameLimit } from '@coachvisio/contract/live-protocol.ts';
import { microphonePacketMs, soundHeaderBytes, utteranceLimitMs, writeSound } from '@coachvisio/contract/speech.ts';
import type { Packet } from './microphone-feed.ts';

const limit = utteranceLimitMs / microphonePacketMs;
/** Sound that is kept before anybody needs it, in packets: an utterance begins a little before it is known to. */
const kept = 500;
/**
 * Frames that may go out at once, and more of them for each packet of the microphone: within what the server takes (250 and 60
 * a second), so that no line is flooded. A frame holds up to ten packets: two hundred are
 * forty seconds, and what waits beyond goes out ten times as fast as it was said.
 */
const framesAtOnce = 200;
const framesPerPacket = 1.1;

/** The last packets of the microphone, and which of them are sent. Whatever a line did not take can be said again to the next. */
export class PacketStore {
  #packets: Packet[] = [];
  #sending: { readonly number: number; next: number; until: number; sent: number; index: number } | null = null;
  #neededFrom = Infinity;
  #frames = framesAtOnce;

  keep(packet: Packet): void {
    this.#packets.push(packet);
    this.#frames = Math.min(framesAtOnce, this.#frames + framesPerPacket);
    const needed = Math.max(packet.number + 1 - limit, Math.min(packet.number + 1 - kept, this.#neededFrom));
    const first = this.#packets[0]?.number ?? 0;
    if (first < needed) this.#packets.splice(0, needed - first);
  }

  /** Sound from this time on is not settled: it is kept, up to the longest utterance there is. */
  need(from: number): void {
    this.#neededFrom = Math.floor(from / microphonePacketMs);
  }

  /** A new line has counted no frame yet. */
  startOver(): void {
    this.#frames = framesAtOnce;
  }

  /** From this time on, and up to that one, as an utterance of this number; what was sent of it already is not sent again. */
  send(number: number, from: number, until = Infinity): void {
    const before = this.#sending?.number === number ? this.#sending : { next: 0, sent: 0, index: 0 };
    const next = Math.max(before.next, Math.floor(from / microphonePacketMs), 0);
    this.#sending = { number, next, until: Math.ceil(until / microphonePacketMs), sent: before.sent, index: before.index };
  }

  /** Somebody spoke whom nobody was to hear. */
  blank(from: number, until: number): void {
    for (const { number, samples } of this.#packets) if (number >= from / microphonePacketMs && number < until / microphonePacketMs) samples.fill(0);
  }

  /** What is here belongs to it; what comes does not. */
  stop(): void {
    if (this.#sending) this.#sending.until = Math.min(this.#sending.until, (this.#packets.at(-1)?.number ?? -1) + 1);
  }

  /** All that is due up to this packet was sent. */
  isSentTo(packet: number): boolean {
    return (this.#sending?.next ?? Infinity) >= packet || this.#waiting().length === 0;
  }

  /** The next frame for the wire, if one is due and may go: packets of the same past go together. */
  take(): Uint8Array<ArrayBuffer> | null {
    const sending = this.#sending;
    const waiting = this.#waiting();
    const last = waiting.at(-1);
    if (!sending || !last || this.#frames < 1) return null;
    const frame = writeSound('microphone', sending.number, sending.index, joined(waiting.map(({ samples }) => samples)));
    this.#frames -= 1;
    sending.index += 1;
    sending.sent += waiting.length;
    sending.next = last.number + 1;
    return frame;
  }

  /** Packets are numbered without a gap. */
  #waiting(): readonly Packet[] {
    const sending = this.#sending;
    const first = this.#packets[0]?.number;
    if (!sending || first === undefined) return [];
    const from = Math.max(0, sending.next - first);
    return this.#packets.slice(from, Math.max(from, Math.min(from + together, from + limit - sending.sent, sending.until - first)));
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
