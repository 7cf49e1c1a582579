import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFailed } from 'vitest';
import { z } from 'zod';
import { findChromium } from '../../scripts/find-chromium.ts';
import { removeFolder, runServer, type RunningServer, temporaryFolder } from '../../scripts/run-server.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface House {
  /** A page of a new visitor. Fails the test when the page logs an error or the server answers with a 500. */
  visit(options?: { locale?: 'fr-FR' | 'en-US'; theme?: 'light' | 'dark'; width?: number; reducedMotion?: boolean }): Promise<Page>;
  server(): RunningServer;
  folder(): string;
  replaceServer(server: RunningServer): void;
}

/**
 * The product in a process of its own and a real Chromium, for the tests of one file. It is silent unless a test asks for a
 * voice: words are shown at the pace of speech, and nobody waits for sound.
 */
export function openHouse(environment: Record<string, string> = {}, moreFlags: readonly string[] = []): House {
  let running: RunningServer;
  let folder: string;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('no Chromium was found: set CHROMIUM to one');
    folder = await temporaryFolder();
    [running, browser] = await Promise.all([
      runServer(folder, { RATE_LIMIT: 'off', EMBEDDED_VOICE: 'off', ...environment }),
      chromium.launch({ executablePath, args: [...flags, ...moreFlags] }),
    ]);
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await running?.stop();
    await removeFolder(folder);
  });
  return {
    server: () => running,
    folder: () => folder,
    replaceServer: (server) => {
      running = server;
    },
    async visit({ locale = 'fr-FR', theme = 'light', width = 1440, reducedMotion = true } = {}) {
      const context = await browser.newContext({
        baseURL: running.url,
        locale,
        colorScheme: theme,
        viewport: { width, height: width < 600 ? 844 : 900 },
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
        acceptDownloads: true,
      });
      contexts.push(context);
      const page = await context.newPage();
      onTestFailed(async () => {
        const text = await page.innerText('body').catch(() => 'the page is closed');
        console.error(`${page.url()} showed, when the test failed:\n${text.slice(0, 2_000)}`);
      });
      return page;
    },
  };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AxeResult = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })) })),
});

/** What axe finds wrong on the page as it stands, a line each; empty when nothing is. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which no content security policy stops.
  await page.evaluate(axeSource);
  const result = AxeResult.parse(
    await page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })"),
  );
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`));
}
