import { expect, test } from 'vitest';
import { playing } from './playing.testing.ts';
import { openHouse } from './stage.testing.ts';
import { asShown } from './words.testing.ts';

const house = openHouse();

test('finds a scenario by a word and by a filter, keeps the choice in the address, and says when nothing is left', async () => {
  const page = await house.visit();
  const at = playing(page, 'fr');
  await page.goto('/library');
  const titles = page.locator('main li h2');
  await titles.first().waitFor();
  const all = await titles.count();
  const search = page.getByRole('searchbox');
  await search.fill('mefiant');
  await expect.poll(() => titles.allInnerTexts()).toEqual([expect.stringMatching(asShown('Signer avec un client méfiant'))]);
  await page.reload();
  await titles.first().waitFor();
  expect(await titles.count()).toBe(1);
  await page.getByRole('combobox', { name: asShown(at.t('content', 'library.situation')) }).selectOption('first-job');
  await page.getByText(asShown(at.t('content', 'library.none'))).waitFor();
  await at.button('content', 'library.clear').click();
  await expect.poll(() => titles.count()).toBe(all);
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('combobox', { name: asShown(at.t('content', 'library.situation')) }).selectOption('first-job');
  await page
    .getByRole('link', { name: asShown('Entretien d’embauche') })
    .first()
    .click();
  await page.waitForURL('**/scenarios/entretien-recrutement-premier-poste');
});
