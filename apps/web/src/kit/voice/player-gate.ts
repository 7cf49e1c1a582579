import { default as gateUrl } from './gate.worklet.ts?worker&url';
import type { GateOrder } from './gate.worklet.ts';

/** The gate between the player and the loudspeaker, as the page has it. The one on the sound thread is sound-gate.ts. */
export class PlayerGate {
  /** Null until it is there, and in browsers that have none: then the page alone stops the sound. */
  #node: AudioWorkletNode | null = null;
  #stopped = false;
  /** Those that are to reach it once it is there. */
  readonly #ears: MessagePort[] = [];

  /** Puts itself between the two, as soon as it can. */
  constructor(from: AudioNode, output: AudioNode) {
    void this.#stand(from, output);
  }

  get stands(): boolean {
    return this.#node !== null;
  }

  /** Whoever holds the other end of this port closes it without asking the page. */
  reach(ear: MessagePort): void {
    if (this.#node) this.#node.port.postMessage(ear, [ear]);
    else this.#ears.push(ear);
  }

  open(): void {
    this.#order('open');
  }

  stop(): void {
    this.#stopped = true;
    this.#order('stop');
  }

  async #stand(from: AudioNode, output: AudioNode): Promise<void> {
    const { context } = from;
    // Not where the page did not come over HTTPS.
    if (!('audioWorklet' in context)) return;
    try {
      await context.audioWorklet.addModule(gateUrl);
    } catch {
      return;
    }
    if (this.#stopped) return;
    const node = new AudioWorkletNode(context, 'gate', { channelCount: 1, channelCountMode: 'explicit', outputChannelCount: [1] });
    from.disconnect();
    from.connect(node).connect(output);
    this.#node = node;
    for (const ear of this.#ears.splice(0)) this.reach(ear);
  }

  #order(order: Exclude<GateOrder, MessagePort>): void {
    this.#node?.port.postMessage(order, []);
  }
}
