import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { playing } from './playing.testing.ts';
import { openHouse } from './stage.testing.ts';
import { asShown, words } from './words.testing.ts';

const house = openHouse();
const password = 'une phrase plutôt courte';

/** The link of the newest mail to this address, from the folder where mails go while no SMTP server is set. */
async function linkMailedTo(email: string): Promise<string> {
  for (;;) {
    const folder = join(house.folder(), 'mail');
    const files = (await readdir(folder).catch(() => [])).toSorted();
    for (const file of files.toReversed()) {
      const text = await readFile(join(folder, file), 'utf8');
      const found = /https?:\/\/[^\s"<>]+\/v1\/auth\/[^\s"<>]+/.exec(text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='));
      if (text.includes(email) && found) return found[0].replaceAll('&amp;', '&');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function signUp(page: Page, email: string): Promise<void> {
  const t = words('fr');
  const at = playing(page, 'fr');
  await page.goto('/sign-up');
  await page.getByLabel(asShown(t('account', 'name'))).fill('Camille Renard');
  await page.getByLabel(asShown(t('account', 'email'))).fill(email);
  await page.locator('input[type=password]').fill(password);
  await at.button('account', 'signUp.go').click();
  await page.waitForURL('**/magic**');
  await page.goto(await linkMailedTo(email));
}

test('signs up, confirms the address, lands on the choice of a persona, and comes back the next day', async () => {
  const email = 'camille@example.org';
  const page = await house.visit();
  const at = playing(page, 'fr');
  await signUp(page, email);
  await page.waitForURL('**/home');
  await page.locator('a[href*="/scenarios/"]').nth(5).waitFor();

  // Somebody who is signed in and opens the address lands straight on the choice of a persona.
  await page.goto('/');
  await page.waitForURL('**/home');

  await page.goto('/account');
  await at.button('account', 'page.signOut').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/account'));
  await page.goto('/home');
  await page.waitForURL('**/sign-in**');
  await page.getByLabel(asShown(at.t('account', 'email'))).fill(email);
  await page.locator('input[type=password]').fill('pas la bonne phrase');
  await at.button('account', 'signIn.go').click();
  await page.getByText(asShown(at.t('account', 'failure.credentials'))).waitFor();
  await page.locator('input[type=password]').fill(password);
  await at.button('account', 'signIn.go').click();
  await page.waitForURL('**/home');
});

test('changes language, and deletes the account with everything in it', async () => {
  const email = 'dominique@example.org';
  const page = await house.visit();
  await signUp(page, email);
  await page.waitForURL('**/home');
  await page.goto('/account');
  await page.getByLabel(/English/).click();
  await page
    .getByText(asShown(words('en')('account', 'page.delete')))
    .first()
    .waitFor();
  await page.goto('/home');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');

  const en = playing(page, 'en');
  await page.goto('/account');
  await en.button('account', 'page.deleteGo').click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: asShown(en.t('account', 'page.deleteYes')) })
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/account'));
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').first().click();
  await page.getByText(asShown(en.t('account', 'failure.credentials'))).waitFor();
});

test('a password that everybody uses is refused with what to do about it', async () => {
  const page = await house.visit();
  const at = playing(page, 'fr');
  await page.goto('/sign-up');
  await page.getByLabel(asShown(at.t('account', 'name'))).fill('Camille Renard');
  await page.getByLabel(asShown(at.t('account', 'email'))).fill('commun@example.org');
  await page.locator('input[type=password]').fill('motdepasse123');
  await at.button('account', 'signUp.go').click();
  await page.getByText(asShown(at.t('account', 'failure.password_common'))).waitFor();
});
