import { LiveTicket, Session } from '@coachvisio/contract/session.ts';
import { pause } from './figure.ts';

/** A learner at the door of one conversation. */
export interface Entered {
  /** Of the live socket. */
  readonly address: string;
  readonly ticket: string;
}

/** Enters the demo and begins a session there. */
export async function enterDemo(url: string, scenario = 'contrat-client-mefiant'): Promise<Entered> {
  const json = { 'content-type': 'application/json', origin: url };
  const demo = await ask(`${url}/v1/demo`, json, '{}');
  const cookies = demo.headers.getSetCookie().map((it) => it.split(';')[0]);
  const headers = { ...json, cookie: cookies.join('; ') };
  const begun = await ask(`${url}/v1/sessions`, headers, JSON.stringify({ scenario, locale: 'fr', durationMinutes: null, seed: 7 }));
  const session = Session.parse(await begun.json());
  const asked = await ask(`${url}/v1/sessions/${session.id}/tickets`, headers, '{}');
  const { ticket, path } = LiveTicket.parse(await asked.json());
  return { address: `${url.replace(/^http/, 'ws')}${path}`, ticket };
}

const tries = 60;
const unavailable = 503;

/** As a client does: a server that has too much to do is asked again in a moment. */
async function ask(url: string, headers: Record<string, string>, body: string): Promise<Response> {
  for (let left = tries; ; left -= 1) {
    const answer = await fetch(url, { method: 'POST', headers, body });
    if (answer.ok) return answer;
    const why = await answer.text();
    if (answer.status !== unavailable || left === 1) throw new Error(`${url} answered ${answer.status}: ${why}`);
    await pause(500);
  }
}
