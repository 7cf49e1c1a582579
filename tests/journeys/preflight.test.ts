import type { Locale } from '@coachvisio/contract/locale.ts';
import { expect, test } from 'vitest';
import { playing } from './playing.testing.ts';
import { axeViolations, openHouse } from './stage.testing.ts';
import { asShown, named, plain } from './words.testing.ts';

const house = openHouse({ EMBEDDED_VOICE: 'on' }, ['--autoplay-policy=no-user-gesture-required']);

const visits: readonly (readonly [Locale, 'light' | 'dark', number])[] = [
  ['fr', 'light', 1440],
  ['en', 'dark', 390],
];

test.each(visits)('before a session one hears the persona and learns what the connection is good for (%s, %s, %d px)', async (locale, theme, width) => {
  const page = await house.visit({ locale: locale === 'fr' ? 'fr-FR' : 'en-US', theme, width });
  const { t, button } = playing(page, locale);
  // The voice warms up for a while when it is first wanted; somebody else has asked before.
  await fetch(`${house.server().url}/v1/personas/claire-morel/voice-sample?locale=${locale}`);
  await page.goto('/scenarios/contrat-client-mefiant');
  const network = page.locator('section[aria-labelledby=network]');
  const says = async (): Promise<string> => plain((await network.locator('output').textContent()) ?? '');
  const again = button('session', 'network.againLabel');
  /** On a machine under load an answer may take so long that it counts as lost: then it is measured once more. */
  const figures = async (): Promise<string> => {
    if ((await says()) === plain(t('session', 'network.say.unreachable'))) await again.click();
    return plain((await network.textContent()) ?? '');
  };
  const measured = /\d+ ms, ± \d+ ms/u;
  const patience = { timeout: 30_000 };

  // A machine under load has a slow network: what counts is that a measured answer is there.
  await expect.poll(figures, patience).toMatch(measured);
  expect(await says()).not.toBe(plain(t('session', 'network.measuring')));

  const listen = page.getByRole('button', { name: named(t('session', 'voice.sample.listen', { name: 'Philippe' })) });
  const stop = button('session', 'voice.sample.stop');
  const words = page.locator('#sample-words');
  // Long enough to be stopped in the middle, on a slow machine too: from the keyboard alone.
  await listen.focus();
  await page.keyboard.press('Enter');
  await words.filter({ hasText: 'Philippe Garnier' }).waitFor();
  expect(await page.getByText(asShown(t('session', 'voice.embedded'))).count()).toBe(2);
  expect(await axeViolations(page)).toEqual([]);
  if (await stop.isVisible()) await page.keyboard.press('Escape');
  await listen.waitFor();
  await words.waitFor({ state: 'detached' });

  await page.context().setOffline(true);
  await expect.poll(says, patience).toBe(plain(t('session', 'network.say.offline')));
  // Nobody is kept from anything by it.
  expect(await button('session', 'preflight.enter').isEnabled()).toBe(true);
  await page.context().setOffline(false);
  await expect.poll(figures, patience).toMatch(measured);

  await page.route('**/v1/personas/*/voice-sample*', (route) => route.abort());
  await listen.click();
  await page.getByText(asShown(t('session', 'voice.sample.failed'))).waitFor();

  // A server that is gone is not a device that is offline.
  await page.route('**/healthz', (route) => route.abort());
  await again.click();
  await expect.poll(says, patience).toBe(plain(t('session', 'network.say.unreachable')));
  expect(await axeViolations(page)).toEqual([]);
  await page.unroute('**/healthz');
  await again.click();
  await expect.poll(figures, patience).toMatch(measured);

  await button('session', 'preflight.enter').click();
  await page.waitForURL('**/sessions/**');
});
