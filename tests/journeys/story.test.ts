import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { type Locale, playing, readable, tabTo, transcriptOf } from './playing.testing.ts';
import { openHouse } from './stage.testing.ts';
import { asShown, named, plain } from './words.testing.ts';

const house = openHouse();

const told: Record<Locale, readonly string[]> = {
  fr: [
    'Bonjour monsieur Garnier. Racontez-moi ce qui s’est passé avec les deux prestataires précédents.',
    'Je comprends que vous ne vouliez pas revivre ça, c’est légitime. Le premier site sera prêt en quatre semaines, et chaque vendredi je vous envoie un point écrit.',
    'Nous avons livré 27 installations sur 29 à l’heure en deux ans. Dantec Emballages accepte que vous l’appeliez.',
  ],
  en: [
    'Good morning. Tell me what happened with the two suppliers before us.',
    'I understand you do not want to live through that again. The first site will be ready in four weeks, and I will send you a written update every Friday.',
    'We delivered 27 of 29 installations on time over two years. You can call one of those clients this afternoon.',
  ],
};

test.each([
  ['fr', 'fr-FR'],
  ['en', 'en-US'],
] as const)('from the address to the debrief and its PDF, through a pause and a closed tab (%s)', async (locale, browserLocale) => {
  const page = await house.visit({ locale: browserLocale });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(JSON.stringify([message.text(), message.location()])));
  page.on('pageerror', (error) => errors.push(error.message));
  let at = playing(page, locale);

  await page.goto('/');
  await at.button('landing', 'nav.try').first().click();
  await page.waitForURL('**/home');
  await page.locator('a[href*="/scenarios/contrat-client-mefiant"]').first().click();
  await at.button('session', 'preflight.enter').click();
  await page.waitForURL('**/sessions/ses_*');

  const [opening = ''] = await at.personaLines(1);
  await page
    .getByText(asShown(opening.slice(0, 30)))
    .first()
    .waitFor();
  await page
    .getByText(/1[45]:\d\d/)
    .first()
    .waitFor();
  await at.say(told[locale][0] ?? '');
  await at.personaLines(2);

  await at.button('session', 'dock.pause').click();
  await page.getByText(asShown(at.t('session', 'pause.title'))).waitFor();
  await at.button('session', 'pause.resume').click();
  await at.field.waitFor({ state: 'visible' });

  // The tab is closed by accident and the address opened again.
  const address = page.url();
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  at = playing(again, locale);
  await again.goto(address);
  await at.field.waitFor({ state: 'visible' });
  expect(await transcriptOf(again, 'learner')).toEqual([told[locale][0]]);
  await at.say(told[locale][1] ?? '');
  await at.personaLines(3);
  await at.say(told[locale][2] ?? '');
  await at.personaLines(4);

  await at.button('session', 'dock.finish').click();
  await again
    .getByRole('alertdialog')
    .getByRole('button', { name: named(at.t('session', 'finish.confirm')) })
    .click();
  await again.getByRole('link', { name: named(at.t('session', 'ended.read')) }).click();
  await again.waitForURL('**/debrief');
  await again.locator('blockquote').first().waitFor();

  const said = (await transcriptOf(again, 'learner')).map(plain);
  const quotes = (await again.locator('blockquote').allInnerTexts()).map((text) => plain(text).replaceAll(/^[«"“]\s*|\s*[»"”]$/g, ''));
  expect(quotes.length).toBeGreaterThan(0);
  for (const quote of quotes)
    expect(
      said.some((line) => line.toLowerCase().includes(quote.replace(/[.…]$/, '').toLowerCase())),
      `«${quote}» was said`,
    ).toBe(true);

  const downloading = again.waitForEvent('download');
  await again.locator('a[href$="/report.pdf"]').first().click();
  const download = await downloading;
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const pdf = plain(await textOf(bytes)).replaceAll(' ', '');
  for (const line of said) expect(pdf).toContain(line.replaceAll(' ', ''));

  await again.goto('/sessions');
  await again.locator(`a[href*="/debrief"]`).first().waitFor();
  expect(errors).toEqual([]);
});

test('the whole story with the keyboard alone', async () => {
  const page = await house.visit();
  const at = playing(page, 'fr');
  await page.goto('/');
  await tabTo(page, at.button('landing', 'hero.go'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/scenarios/contrat-client-mefiant');
  const enter = at.button('session', 'preflight.enter');
  await enter.waitFor();
  await tabTo(page, enter);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sessions/ses_*');
  await at.personaLines(1);
  await at.field.waitFor();
  await tabTo(page, at.field);
  await page.keyboard.type('Bonjour. Qu’est-ce qui s’est passé avec les prestataires d’avant ?');
  await page.keyboard.press('Enter');
  await at.personaLines(2);
  await tabTo(page, at.button('session', 'dock.pause'));
  await page.keyboard.press('Enter');
  const resume = at.button('session', 'pause.resume');
  await resume.waitFor();
  await tabTo(page, resume);
  await page.keyboard.press('Enter');
  await tabTo(page, at.button('session', 'dock.finish'));
  await page.keyboard.press('Enter');
  const confirm = page.getByRole('alertdialog').getByRole('button', { name: named(at.t('session', 'finish.confirm')) });
  await confirm.waitFor();
  await tabTo(page, confirm);
  await page.keyboard.press('Enter');
  const read = at.link(at.t('session', 'ended.read'));
  await read.waitFor();
  await tabTo(page, read);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/debrief');
  const pdf = page.locator('a[href$="/report.pdf"]').first();
  await pdf.waitFor();
  await tabTo(page, pdf);
});

test('what a learner types is shown as text, never as markup', async () => {
  const page = await house.visit();
  const at = playing(page, 'fr');
  await page.goto('/scenarios/contrat-client-mefiant');
  await page.evaluate(() => fetch('/v1/demo', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }));
  await page.reload();
  await at.button('session', 'preflight.enter').click();
  await page.waitForURL('**/sessions/ses_*');
  await at.personaLines(1);
  const attack = '<img src=x onerror="document.title=1"><b id="planted">délai garanti</b> le premier site sera prêt vendredi';
  await at.say(attack);
  await at.personaLines(2);
  expect(await page.locator('#planted').count()).toBe(0);
  expect(await readable(page)).toContain('<b id="planted">');
  await at.button('session', 'dock.finish').click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: named(at.t('session', 'finish.confirm')) })
    .click();
  await at.link(at.t('session', 'ended.read')).click();
  await page.waitForURL('**/debrief');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('#planted').count()).toBe(0);
  expect(await page.title()).not.toBe('1');
});

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: true }).promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join(' ');
  }
  return text;
}
