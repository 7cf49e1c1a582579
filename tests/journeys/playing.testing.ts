import type { Locator, Page } from 'playwright-core';
import { named, plain, words } from './words.testing.ts';

export type Locale = 'fr' | 'en';

/** The page as a learner uses it, in one language. */
export function playing(page: Page, locale: Locale) {
  const t = words(locale);
  const button = (file: string, key: string) => page.getByRole('button', { name: named(t(file, key)) });
  const field = page.locator('#composer');
  return {
    t,
    field,
    button,
    link: (name: string) => page.getByRole('link', { name: named(name) }),
    /** Resolves when the persona has said something since `known` lines and the learner may answer. Returns all its lines. */
    async personaLines(atLeast: number): Promise<string[]> {
      for (;;) {
        const lines = await transcriptOf(page, 'persona');
        if (lines.length >= atLeast) return lines;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async say(text: string): Promise<void> {
      await field.fill(text);
      await field.press('Enter');
    },
  };
}

/** What the server holds of the session that the page shows. */
export async function transcriptOf(page: Page, who: 'persona' | 'learner'): Promise<string[]> {
  return page.evaluate(async (speaker) => {
    const id = location.pathname.split('/')[2];
    const answer = await fetch(`/v1/sessions/${id}`).catch(() => undefined);
    if (!answer?.ok) return [];
    const session: { turns: { who: string; text: string }[] } = await answer.json();
    return session.turns.filter((turn) => turn.who === speaker).map((turn) => turn.text);
  }, who);
}

/** Moves the focus with Tab alone until it is where it should be, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)} within ${most} presses`);
}

/** Everything a person can read on the page. */
export const readable = async (page: Page): Promise<string> => plain(await page.locator('body').innerText());
