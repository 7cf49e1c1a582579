import { expect, onTestFinished, test } from 'vitest';
import { playing, transcriptOf } from './playing.testing.ts';
import { openHouse } from './stage.testing.ts';
import { asShown } from './words.testing.ts';

const house = openHouse({ LIVE_SESSIONS_MOST: '1' });

test('who comes when every place is taken waits in line, and is let in by itself', async () => {
  const [first, second] = [await house.visit(), await house.visit()];
  const at = playing(first, 'fr');
  // The one place is free again for whoever comes after, also when this fails in the middle.
  onTestFinished(async () => {
    for (const page of [first, second]) {
      const id = /ses_[a-z0-9]+/.exec(page.url())?.[0];
      if (id) await page.evaluate((path) => fetch(path, { method: 'POST' }).then(({ status }) => status), `/v1/sessions/${id}/end`);
    }
  });
  for (const page of [first, second]) {
    await page.goto('/scenarios/contrat-client-mefiant');
    await playing(page, 'fr').button('session', 'preflight.enter').click();
    await page.waitForURL('**/sessions/ses_*');
    if (page === first) await at.personaLines(1);
  }
  await second.getByText(asShown(at.t('session', 'queue.title_one'))).waitFor();
  expect(await transcriptOf(second, 'persona')).toEqual([]);
  // The first one ends: nobody has to do anything on the other page.
  await at.button('session', 'dock.finish').click();
  await first.getByRole('alertdialog').getByRole('button').last().click();
  expect(await playing(second, 'fr').personaLines(1)).toHaveLength(1);
  expect(await second.getByText(asShown(at.t('session', 'queue.title_one'))).count()).toBe(0);
});
