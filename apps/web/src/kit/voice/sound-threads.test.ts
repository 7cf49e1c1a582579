import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inRoom, joined, rate, silence, utterances } from './sounds.testing.ts';

/** What runs on a sound thread, and the page's end of its port. */
interface Thread {
  readonly page: MessagePort;
  process(inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean;
}

const registered = new Map<string, new (options: object) => Omit<Thread, 'page'>>();
let ports: MessagePort[] = [];

/** As the browser makes one: the port is there before the constructor of the class runs. */
function open(name: string): Thread {
  const { port1, port2 } = new MessageChannel();
  ports = [...ports, port1, port2];
  vi.stubGlobal('portOfProcessor', port2);
  const made = registered.get(name);
  if (!made) throw new Error(`no ${name} was registered`);
  const processor = new made({ processorOptions: { noisyRoom: false } });
  return { page: port1, process: (inputs, outputs) => processor.process(inputs, outputs) };
}

beforeEach(async () => {
  vi.stubGlobal('sampleRate', rate);
  vi.stubGlobal('currentTime', 0);
  vi.stubGlobal(
    'AudioWorkletProcessor',
    class {
      readonly port: unknown = Reflect.get(globalThis, 'portOfProcessor');
    },
  );
  vi.stubGlobal('registerProcessor', (name: string, made: new (options: object) => Omit<Thread, 'page'>) => registered.set(name, made));
  await import('./capture.worklet.ts');
  await import('./gate.worklet.ts');
});

afterEach(() => {
  for (const port of ports) port.close();
  ports = [];
  vi.unstubAllGlobals();
});

const block = 128;
/** Messages go through the loop of the thread: it turns here, and nothing waits for a clock. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

/** The persona's sound while the learner says something: what comes through the gate, for as long as the microphone is heard. */
async function through(guards: boolean): Promise<Float32Array> {
  const microphone = open('microphone');
  const gate = open('gate');
  const { port1, port2 } = new MessageChannel();
  microphone.page.postMessage(port1, [port1]);
  gate.page.postMessage(port2, [port2]);
  microphone.page.postMessage({ guards }, []);
  for (let turns = 0; turns < 20; turns += 1) await turn();
  const speech = await utterances();
  const sound = inRoom(joined([silence(1000), speech[0] ?? silence(0)]), speech, 30);
  const out = new Float32Array(Math.floor(sound.length / block) * block);
  for (let at = 0; at < out.length; at += block) {
    microphone.process([[sound.subarray(at, at + block)]], [[new Float32Array(block)]]);
    gate.process([[new Float32Array(block).fill(0.5)]], [[out.subarray(at, at + block)]]);
    await turn();
  }
  return out;
}

test('a voice stops the persona from one sound thread to the other: no page has a part in it', async () => {
  const out = await through(true);
  const loudUntil = out.findLastIndex((sample) => sample > 0.01) / rate;
  // It is loud through the silence, and falls silent soon after the onset at 1 s.
  expect(loudUntil).toBeGreaterThan(1);
  expect(loudUntil).toBeLessThan(1.25);
});

test('where no voice is to stop it, none does', async () => {
  const out = await through(false);
  expect(out.at(-1)).toBeCloseTo(0.5);
});
