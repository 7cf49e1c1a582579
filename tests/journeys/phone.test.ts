import { expect, test } from 'vitest';
import { playing, transcriptOf } from './playing.testing.ts';
import { openHouse } from './stage.testing.ts';
import { asShown, named } from './words.testing.ts';

const house = openHouse();

test('on a phone, in the dark, with faces that move: tries, speaks, ends while the persona speaks, reads, takes it up again', async () => {
  const page = await house.visit({ theme: 'dark', width: 390, reducedMotion: false });
  const at = playing(page, 'fr');
  await page.goto('/');
  await at.button('landing', 'nav.try').click();
  await page.waitForURL('**/home');
  await page.locator('a[href*="/scenarios/contrat-client-mefiant"]:visible').last().click();
  await at.button('session', 'preflight.enter').click();
  await page.waitForURL('**/sessions/ses_*');
  await at.personaLines(1);
  await at.say('Bonjour monsieur Garnier. Racontez-moi ce qui s’est passé avec les deux prestataires précédents.');
  await at.personaLines(2);
  // From here on speech stands still: who ends the conversation themselves does not have to hear the farewell to its end.
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
  });
  await at.button('session', 'dock.finish').click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: named(at.t('session', 'finish.confirm')) })
    .click();
  await at.link(at.t('session', 'ended.read')).click();
  await page.waitForURL('**/debrief');
  await page.locator('a[href$="/report.pdf"]').first().waitFor();

  // The first thing that was said is said anew, with the persona's opening still there.
  const debrief = page.url();
  await page
    .getByRole('button', { name: asShown(at.t('report', 'transcript.replay')) })
    .first()
    .click();
  await page.waitForURL((url) => /\/sessions\/ses_\w+$/.test(url.pathname) && !debrief.startsWith(url.href));
  await at.field.waitFor();
  expect(await transcriptOf(page, 'learner')).toEqual([]);
  expect(await transcriptOf(page, 'persona')).toHaveLength(1);
});

test('a double click opens one session: at the door and from the debrief', async () => {
  const page = await house.visit();
  const at = playing(page, 'fr');
  await page.goto('/help');
  const sessions = () => page.evaluate(async () => (await (await fetch('/v1/sessions')).json()).sessions.length);
  await page.evaluate(() => fetch('/v1/demo', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }));
  await page.goto('/scenarios/contrat-client-mefiant');
  await at.button('session', 'preflight.enter').dblclick();
  await page.waitForURL('**/sessions/ses_*');
  await at.personaLines(1);
  expect(await sessions()).toBe(1);
  await at.say('Bonjour monsieur Garnier. Le premier site sera prêt en quatre semaines.');
  await at.personaLines(2);
  expect(await transcriptOf(page, 'learner')).toHaveLength(1);
  const address = page.url();
  await page.evaluate(() =>
    fetch(`/v1/sessions/${location.pathname.split('/')[2]}/end`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
  );
  await page.goto(`${address}/debrief`);
  await at.button('report', 'hero.replay').dblclick();
  await page.waitForURL((url) => /\/sessions\/ses_\w+$/.test(url.pathname) && !url.href.startsWith(address));
  await at.personaLines(1);
  expect(await sessions()).toBe(2);
});
