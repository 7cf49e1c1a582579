import { once } from 'node:events';
import { expect, test } from 'vitest';
import { runServer } from '../../scripts/run-server.ts';
import { playing, transcriptOf } from './playing.testing.ts';
import { openHouse } from './stage.testing.ts';
import { asShown } from './words.testing.ts';

const house = openHouse();

test('the page goes on by itself after the server was killed in the middle of a conversation', async () => {
  const page = await house.visit();
  const at = playing(page, 'fr');
  await page.goto('/');
  await at.button('landing', 'hero.go').first().click();
  await at.button('session', 'preflight.enter').click();
  await page.waitForURL('**/sessions/ses_*');
  await at.personaLines(1);
  const first = 'Bonjour. Qu’est-ce qui s’est passé avec les prestataires d’avant ?';
  await at.say(first);
  await at.personaLines(2);

  const server = house.server();
  const gone = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  await gone;
  await page.getByText(asShown(at.t('session', 'line.lost'))).waitFor();
  const second = 'Je comprends que vous ne vouliez pas revivre ça. Le premier site sera prêt en quatre semaines.';
  await at.say(second);
  house.replaceServer(await runServer(house.folder(), { RATE_LIMIT: 'off', PORT: new URL(server.url).port }));

  // Nothing is clicked: the words typed while the server was away leave by themselves.
  await at.personaLines(3);
  expect(await transcriptOf(page, 'learner')).toEqual([first, second]);
});
