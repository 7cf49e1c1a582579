import { default as workletUrl } from './capture.worklet.ts?worker&url';
import type { FeedOrder, HeardPacket, Packet } from './microphone-feed.ts';

/**
 * Why there is no microphone: the learner or the system said no; none is plugged in; another program has it; the page did not
 * come over HTTPS; the browser is too old.
 */
export type MicrophoneProblemReason = 'refused' | 'none' | 'busy' | 'insecure' | 'unsupported';

export class MicrophoneProblem extends Error {
  readonly reason: MicrophoneProblemReason;

  constructor(reason: MicrophoneProblemReason, cause?: unknown) {
    super(`no microphone: ${reason}`, { cause });
    this.reason = reason;
  }
}

export interface MicrophoneWish {
  /** As the browser lists it; any other one is taken when it is gone. */
  readonly deviceId?: string | undefined;
  /** People talk around the learner: only what is clearly a near voice counts. */
  readonly noisyRoom?: boolean;
  readonly signal?: AbortSignal;
}

export interface MicrophoneListener {
  /** In order, 50 a second. */
  packet(packet: Packet): void;
  /** Unplugged, or taken away: no packet comes any more. */
  lost(): void;
}

export interface Microphone {
  readonly deviceId: string;
  readonly label: string;
  listen(listener: MicrophoneListener): () => void;
  /** In dB of full scale: about -60 in a quiet room, -25 for a voice. */
  level(): number;
  setNoisyRoom(noisyRoom: boolean): void;
  /** The learner's turn is over: the next sound is judged as a beginning. */
  turnOver(): void;
  /** A voice that begins closes the gate behind this port, on the sound thread, while it is guarded. */
  reach(gate: MessagePort): void;
  guard(guards: boolean): void;
  close(): void;
}

const reasons: ReadonlyMap<string, MicrophoneProblemReason> = new Map([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['PermissionDeniedError', 'refused'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['DevicesNotFoundError', 'none'],
  ['NotReadableError', 'busy'],
  ['TrackStartError', 'busy'],
  ['AbortError', 'busy'],
]);

const microphoneProblemOf = (error: unknown): MicrophoneProblemReason => (error instanceof Error && reasons.get(error.name)) || 'unsupported';

/** Asks for the microphone and listens to it. Throws a {@link MicrophoneProblem}, or the reason of the signal. */
export async function openMicrophone({ deviceId, noisyRoom = false, signal }: MicrophoneWish = {}): Promise<Microphone> {
  if (!isSecureContext) throw new MicrophoneProblem('insecure');
  if (!('mediaDevices' in navigator) || !('AudioWorkletNode' in globalThis)) throw new MicrophoneProblem('unsupported');
  signal?.throwIfAborted();
  const stream = await askForStream(deviceId);
  try {
    signal?.throwIfAborted();
    return await connect(stream, noisyRoom, signal);
  } catch (error) {
    for (const track of stream.getTracks()) track.stop();
    signal?.throwIfAborted();
    throw error instanceof MicrophoneProblem ? error : new MicrophoneProblem(microphoneProblemOf(error), error);
  }
}

async function askForStream(deviceId: string | undefined): Promise<MediaStream> {
  const cleaned = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: deviceId === undefined ? cleaned : { ...cleaned, deviceId: { ideal: deviceId } } });
  } catch (error) {
    throw new MicrophoneProblem(microphoneProblemOf(error), error);
  }
}

async function connect(stream: MediaStream, noisyRoom: boolean, signal: AbortSignal | undefined): Promise<Microphone> {
  const track = stream.getAudioTracks()[0];
  if (!track) throw new MicrophoneProblem('none');
  const context = new AudioContext({ latencyHint: 'interactive' });
  try {
    await context.audioWorklet.addModule(workletUrl);
    signal?.throwIfAborted();
    const node = new AudioWorkletNode(context, 'microphone', { channelCount: 1, channelCountMode: 'explicit', processorOptions: { noisyRoom } });
    context.createMediaStreamSource(stream).connect(node);
    // Nothing of it is heard; only what leads to the loudspeaker is sure to be run.
    node.connect(context.destination);
    // A page that may use the microphone may also make sound; it still has to say so.
    await context.resume();
    return new OpenMicrophone(context, node, track);
  } catch (error) {
    await context.close();
    throw error;
  }
}

class OpenMicrophone implements Microphone {
  readonly deviceId: string;
  readonly label: string;
  readonly #context: AudioContext;
  readonly #node: AudioWorkletNode;
  readonly #track: MediaStreamTrack;
  readonly #listeners = new Set<MicrophoneListener>();
  #level = -120;
  #open = true;

  constructor(context: AudioContext, node: AudioWorkletNode, track: MediaStreamTrack) {
    this.#context = context;
    this.#node = node;
    this.#track = track;
    this.deviceId = track.getSettings().deviceId ?? '';
    this.label = track.label;
    node.port.addEventListener('message', this.#take);
    node.port.start();
    node.addEventListener('processorerror', this.#lose);
    track.addEventListener('ended', this.#lose);
    navigator.mediaDevices.addEventListener('devicechange', this.#look);
    context.addEventListener('statechange', this.#wake);
  }

  listen(listener: MicrophoneListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  level = (): number => this.#level;
  setNoisyRoom = (noisyRoom: boolean): void => this.#order({ noisyRoom });
  turnOver = (): void => this.#order('turn over');
  reach = (gate: MessagePort): void => this.#node.port.postMessage(gate, [gate]);
  guard = (guards: boolean): void => this.#order({ guards });

  close = (): void => {
    if (!this.#open) return;
    this.#open = false;
    this.#order('stop');
    this.#node.port.close();
    this.#node.disconnect();
    this.#track.removeEventListener('ended', this.#lose);
    this.#track.stop();
    this.#context.removeEventListener('statechange', this.#wake);
    navigator.mediaDevices.removeEventListener('devicechange', this.#look);
    void this.#context.close();
  };

  #order(order: FeedOrder): void {
    this.#node.port.postMessage(order, []);
  }

  readonly #take = ({ data: { heardAt, ...packet } }: MessageEvent<HeardPacket>): void => {
    this.#level = packet.level;
    const lateMs = Math.max(0, this.#context.currentTime - heardAt) * 1000;
    for (const listener of this.#listeners) listener.packet({ ...packet, lateMs });
  };

  /** A system that woke up, or another program that had the sound: it goes on by itself only when asked. */
  readonly #wake = (): void => {
    if (this.#open && this.#context.state !== 'running') void this.#context.resume().catch(this.#lose);
  };

  readonly #lose = (): void => {
    if (!this.#open) return;
    this.close();
    for (const listener of this.#listeners) listener.lost();
  };

  /** Some systems hand over to another device without a word, and the track stays silent for ever. */
  readonly #look = async (): Promise<void> => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const isThere = devices.some((device) => device.kind === 'audioinput' && device.deviceId === this.deviceId);
    if (this.deviceId !== '' && !isThere) this.#lose();
  };
}
