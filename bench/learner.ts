import { type LiveClientFrame, liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { LiveTicket, Session } from '@coachvisio/contract/session.ts';

export interface TurnTimes {
  /** From the learner's text leaving the client to the persona's first word on its socket, in ms. */
  readonly firstWord: number;
  /** From `committed` (the turn is durable) to the first word, in ms. */
  readonly afterCommit: number;
  /** From the text leaving to the persona's turn being whole, in ms. */
  readonly whole: number;
}

/** A learner of the demo in one conversation, timed at the client's socket. */
export class BenchLearner {
  readonly #socket: WebSocket;
  #on: (frame: LiveServerFrame, at: number) => void = () => undefined;
  #fail: (reason: Error) => void = () => undefined;
  #said = 0;
  /** The persona has ended the conversation: nothing more can be said in it. */
  over = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#on(LiveServerFrame.parse(JSON.parse(String(data))), performance.now()));
    socket.addEventListener('close', ({ reason }) => this.#fail(new Error(`the live socket was closed (${reason})`)));
  }

  /** Enters the demo, begins a session and waits for the persona's first words. */
  static async enter(url: string, scenario = 'contrat-client-mefiant'): Promise<BenchLearner> {
    const json = { 'content-type': 'application/json', origin: url };
    const demo = await fetch(`${url}/v1/demo`, { method: 'POST', headers: json, body: '{}' });
    if (!demo.ok) throw new Error(`entering the demo answered ${demo.status}: ${await demo.text()}`);
    const headers = {
      ...json,
      cookie: demo.headers
        .getSetCookie()
        .map((it) => it.split(';')[0])
        .join('; '),
    };
    const session = Session.parse(
      await (
        await fetch(`${url}/v1/sessions`, { method: 'POST', headers, body: JSON.stringify({ scenario, locale: 'fr', durationMinutes: null, seed: 7 }) })
      ).json(),
    );
    const ticket = LiveTicket.parse(await (await fetch(`${url}/v1/sessions/${session.id}/tickets`, { method: 'POST', headers, body: '{}' })).json());
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${ticket.path}`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('the live socket could not be opened')), { once: true });
    });
    const learner = new BenchLearner(socket);
    const opened = learner.#until('spoken');
    learner.#send({ type: 'hello', protocol: liveProtocolVersion, ticket: ticket.ticket, lastSeq: 0 });
    await opened;
    return learner;
  }

  async say(text: string): Promise<TurnTimes> {
    this.#said += 1;
    let committed = 0;
    let first = 0;
    const whole = this.#until('spoken', (frame, at) => {
      if (frame.type === 'committed') committed = at;
      if (frame.type === 'words' && first === 0) first = at;
      if (frame.type === 'spoken' && frame.floor !== 'learner') this.over = true;
    });
    const sent = performance.now();
    this.#send({ type: 'say', clientTurnId: `bench-${this.#said}`, text });
    const end = await whole;
    return { firstWord: first - sent, afterCommit: first - committed, whole: end - sent };
  }

  leave(): void {
    this.#socket.close();
  }

  #send(frame: LiveClientFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  #until(type: LiveServerFrame['type'], each: (frame: LiveServerFrame, at: number) => void = () => undefined): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#on = (frame, at) => {
        each(frame, at);
        if (frame.type === type) resolve(at);
      };
    });
  }
}
