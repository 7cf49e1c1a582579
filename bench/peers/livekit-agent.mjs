// LiveKit's agents as a peer, in a process of its own: its pipeline of ears, model and voice, with a plain socket where its
// own transport would be, so that both systems are measured at the same place. Not typed: its packages are no dependency of
// ours, and lie in a folder that only a bench fills.
// Arguments: the folder of its packages, the address of the provider, `default` or `tuned`. Prints its address.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', provider = '', manner = 'default'] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const load = (name) => import(pathToFileURL(join(folder, 'node_modules', name)).href);
const { initializeLogger, voice, inference } = await load('@livekit/agents/dist/index.js');
const openai = await load('@livekit/agents-plugin-openai/dist/index.js');
const { AudioFrame } = await load('@livekit/rtc-node/dist/index.js');
const { WebSocketServer } = require('ws');
initializeLogger({ pretty: false, level: 'silent' });

const microphoneRate = 16_000;
const voiceRate = 24_000;
const baseURL = `${provider}/v1`;
const apiKey = 'none';
const isTuned = manner === 'tuned';

class SocketInput extends voice.AudioInput {
  #controller;
  constructor() {
    super();
    this.multiStream.addInputStream(new ReadableStream({ start: (controller) => void (this.#controller = controller) }));
  }
  push(samples) {
    this.#controller.enqueue(new AudioFrame(samples, microphoneRate, 1, samples.length));
  }
}

/** Plays by the clock: what was captured lasts as long as it is. */
class SocketOutput extends voice.AudioOutput {
  #socket;
  #startedAt = null;
  #ms = 0;
  #timer;
  constructor(socket) {
    super(voiceRate, undefined, { pause: false });
    this.#socket = socket;
  }
  async captureFrame(frame) {
    await super.captureFrame(frame);
    if (this.#startedAt === null) {
      this.#startedAt = Date.now();
      this.onPlaybackStarted(this.#startedAt);
    }
    this.#ms += (frame.samplesPerChannel / frame.sampleRate) * 1000;
    this.#socket.send(new Uint8Array(frame.data.buffer, frame.data.byteOffset, frame.data.byteLength));
  }
  flush() {
    super.flush();
    if (this.#startedAt === null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(false), Math.max(0, this.#startedAt + this.#ms - Date.now()));
  }
  clearBuffer() {
    clearTimeout(this.#timer);
    if (this.#startedAt !== null) this.#end(true);
  }
  #end(interrupted) {
    const playedMs = Math.min(this.#ms, Date.now() - this.#startedAt);
    this.#startedAt = null;
    this.#ms = 0;
    this.onPlaybackFinished({ playbackPosition: playedMs / 1000, interrupted });
  }
}

async function serve(socket) {
  const session = new voice.AgentSession({
    stt: new openai.STT({ baseURL, apiKey, model: 'bench', language: 'fr' }),
    llm: new openai.LLM({ baseURL, apiKey, model: 'bench' }),
    tts: new openai.TTS({ baseURL, apiKey, model: 'bench', voice: 'ash' }),
    // Tuned: the shortest silence that its voice detection and its end of turn may be set to with sense.
    ...(isTuned ? { vad: new inference.VAD({ model: 'silero', minSilenceDuration: 100 }) } : {}),
    turnHandling: {
      turnDetection: 'vad',
      ...(isTuned ? { endpointing: { minDelay: 100 }, preemptiveGeneration: { enabled: true, preemptiveTts: true } } : {}),
    },
    aecWarmupDuration: null,
    userAwayTimeout: null,
  });
  const input = new SocketInput();
  session.input.audio = input;
  session.output.audio = new SocketOutput(socket);
  session.on('error', ({ error }) => console.error(String(error?.error ?? error)));
  socket.on('message', (data, isBinary) => {
    if (isBinary) {
      const bytes = Uint8Array.from(data);
      return input.push(new Int16Array(bytes.buffer));
    }
    const { say, hush } = JSON.parse(String(data));
    if (say) session.generateReply({ userInput: say });
    if (hush) session.interrupt();
  });
  socket.on('close', () => void session.close().catch(() => undefined));
  await session.start({ agent: new voice.Agent({ instructions: 'x'.repeat(3500) }), record: false });
  socket.send(JSON.stringify({ ready: true }));
}

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
server.on('connection', (socket) => {
  serve(socket).catch((error) => {
    console.error(error);
    socket.close();
  });
});
server.on('listening', () => console.log(`http://127.0.0.1:${server.address().port}`));
