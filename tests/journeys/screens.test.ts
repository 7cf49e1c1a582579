import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { playing } from './playing.testing.ts';
import { axeViolations, openHouse } from './stage.testing.ts';
import { asShown } from './words.testing.ts';

const house = openHouse();

/** A visitor of the demo with one finished session, one that is live and one that is paused. */
async function withSessions(page: Page) {
  await page.goto('/help');
  return page.evaluate(async () => {
    const post = async (path: string, body: unknown) =>
      (await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();
    await post('/v1/demo', { locale: 'fr' });
    const talk = async (scenario: string, lines: string[]) => {
      const session: { id: string } = await post('/v1/sessions', { scenario, locale: 'fr', seed: 7 });
      const { ticket, path }: { ticket: string; path: string } = await post(`/v1/sessions/${session.id}/tickets`, {});
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}${path}`);
      await new Promise((resolve) => socket.addEventListener('open', resolve));
      let spoken = 0;
      let wake = () => {};
      socket.addEventListener('message', ({ data }) => {
        if (JSON.parse(String(data)).type === 'spoken') {
          spoken += 1;
          wake();
        }
      });
      const until = async (count: number) => {
        while (spoken < count) await new Promise<void>((resolve) => (wake = resolve));
      };
      socket.send(JSON.stringify({ type: 'hello', protocol: 1, ticket, lastSeq: 0 }));
      await until(1);
      for (const [index, text] of lines.entries()) {
        socket.send(JSON.stringify({ type: 'say', clientTurnId: `t${index}`, text }));
        await until(index + 2);
      }
      return { id: session.id, socket };
    };
    const done = await talk('contrat-client-mefiant', [
      'Racontez-moi ce qui s’est passé avec les deux prestataires précédents.',
      'On va faire au mieux, ne vous inquiétez pas.',
      'Le premier site sera prêt en quatre semaines, et je vous envoie un point écrit chaque vendredi.',
      'Nous avons livré 27 installations sur 29 à l’heure en deux ans.',
    ]);
    done.socket.close();
    await post(`/v1/sessions/${done.id}/end`, {});
    for (;;) if ((await fetch(`/v1/sessions/${done.id}/report`)).ok) break;
    const live = await talk('retard-projet-strategique', ['Le retard est de dix jours ouvrés, et il vient de moi.']);
    live.socket.close();
    return { done: done.id, live: live.id };
  });
}

/** Left alone for a while the session has paused: on a slow machine it is resumed first. */
async function atTheStage(page: Page) {
  const at = playing(page, 'fr');
  const resume = at.button('session', 'pause.resume');
  await at.field.and(page.locator(':visible')).or(resume).waitFor();
  if (await resume.isVisible()) await resume.click();
  await at.field.waitFor();
}

const places = [
  '/',
  '/sign-in',
  '/sign-up',
  '/magic',
  '/help',
  '/home',
  '/library',
  '/progress',
  '/scenarios/contrat-client-mefiant',
  '/scenarios/entretien-recrutement-premier-poste',
  '/sessions',
  '/account',
  '/sessions/:done/debrief',
  '/sessions/:live',
  '/no-such-page',
];

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing on any screen and nothing runs off it (%s, %i px)', async (theme, width) => {
  const page = await house.visit({ theme, width });
  const ids = await withSessions(page);
  const faults: string[] = [];
  for (const place of places) {
    const path = place.replace(':done', ids.done).replace(':live', ids.live);
    await page.goto(path);
    await page.locator('main').first().waitFor();
    await page.waitForLoadState('networkidle');
    if (place === '/sessions/:live') await atTheStage(page);
    faults.push(...(await axeViolations(page)).map((fault) => `${place}: ${fault}`));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) faults.push(`${place}: ${overflow} px run off the side`);
  }
  expect(faults).toEqual([]);
});

test('the dialogs of a session pass axe too: brief, pause, end', async () => {
  const page = await house.visit({ width: 390 });
  const ids = await withSessions(page);
  const at = playing(page, 'fr');
  await page.goto(`/sessions/${ids.live}`);
  await atTheStage(page);
  const faults: string[] = [];
  await at.button('session', 'brief.short').click();
  await page.getByRole('heading', { name: asShown(at.t('session', 'brief.title')) }).waitFor();
  faults.push(...(await axeViolations(page)));
  await page.keyboard.press('Escape');
  await at.button('session', 'dock.finish').click();
  await page.getByRole('alertdialog').waitFor();
  faults.push(...(await axeViolations(page)));
  await page.keyboard.press('Escape');
  await at.button('session', 'dock.pause').click();
  await at.button('session', 'pause.resume').waitFor();
  faults.push(...(await axeViolations(page)));
  expect(faults).toEqual([]);
});
