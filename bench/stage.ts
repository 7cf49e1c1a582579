import { SessionTranscript } from '@coachvisio/contract/session.ts';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/find-chromium.ts';
import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';
import { atMost, type Figure, pause } from './figure.ts';
import { framesIn, type Frames } from './frame-trace.ts';
import { gzipped, kilobytes } from './page-weight.ts';
import { percentile } from './percentile.ts';
import { startProvider, startServer } from './server.ts';

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  // A microphone that beeps: its level moves.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];
const portrait = ['--disable-gpu'];
const head = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const line = 'Racontez-moi ce qui s’est passé avec les prestataires précédents.';
/** Of the 16 s of an answer. */
const watchedMs = 8000;
/** A key is to be held down to be heard: the beep moves the level, and interrupts nobody. */
const preferences = { ear: 'server', speaker: 'server', pushToTalk: true, aiBannerSeen: true, theme: 'light' };

interface Stage {
  readonly scriptBytes: number;
  readonly frames: Frames;
  /** A head was shown from the first frame that was watched to the last. */
  readonly isHead: boolean;
}

/** The session page in a real Chromium: how much script it loads, and what a frame costs while the persona speaks. */
export default async function stage() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium was found: set CHROMIUM to one');
  const provider = await startProvider(['200', '60', '--reply', 'long']);
  const folder = await temporaryFolder();
  const server = await startServer(folder, provider.settings);
  try {
    const drawn = await watch(executablePath, server.url, portrait, false);
    const sculpted = await watch(executablePath, server.url, head, true);
    const figures: Figure[] = [
      atMost('script of the session page with the portrait, gzipped', kilobytes(drawn.scriptBytes), 140, 'KB'),
      atMost('script of the session page with a head, gzipped', kilobytes(sculpted.scriptBytes), 300, 'KB'),
      ...figuresOf('portrait', drawn.frames, 16),
      ...figuresOf('head, drawn by the processor', sculpted.frames),
    ];
    return {
      figures,
      notes: [
        'The page is opened cold at its address, 1440 × 900, by voice; script is what came over the network by the time the persona had answered once, for the page and its workers. The 4 KB of the sound threads no browser tells of; tests/floors/weight.test.ts counts them.',
        `Frames: ${watchedMs / 1000} s in which the persona speaks aloud and the level of the microphone moves. Work is the time that the page’s main thread ran, between two frames, by its own clock: what else the machine does is not in it.`,
        sculpted.isHead
          ? 'A head drawn by the processor is for comparison only: where no graphics card is, the page shows the portrait.'
          : 'The head was too slow for this processor and the page went back to the portrait while it was watched, as it should.',
      ],
    };
  } finally {
    await server.stop();
    provider.stop();
    await removeFolder(folder);
  }
}

function figuresOf(face: string, { betweenMs, workMs }: Frames, most?: number): Figure[] {
  const p95 = percentile(workMs, 95);
  return [
    { name: `${face}: frames watched`, value: workMs.length, unit: '' },
    { name: `${face}: from one frame to the next, p50`, value: percentile(betweenMs, 50), unit: 'ms' },
    { name: `${face}: from one frame to the next, p95`, value: percentile(betweenMs, 95), unit: 'ms' },
    { name: `${face}: work of the main thread in a frame, p50`, value: percentile(workMs, 50), unit: 'ms' },
    most === undefined
      ? { name: `${face}: work of the main thread in a frame, p95`, value: p95, unit: 'ms' }
      : atMost(`${face}: work of the main thread in a frame, p95`, p95, most),
  ];
}

async function watch(executablePath: string, url: string, faceFlags: readonly string[], wantsHead: boolean): Promise<Stage> {
  const browser = await chromium.launch({ executablePath, args: [...flags, ...faceFlags] });
  try {
    const context = await browser.newContext({ baseURL: url, locale: 'fr-FR', viewport: { width: 1440, height: 900 }, permissions: ['microphone'] });
    await context.addInitScript((stored) => localStorage.setItem('coachvisio.preferences', stored), JSON.stringify(preferences));
    if (wantsHead) await context.addInitScript(hideProcessor);
    const address = await begin(context, url);
    const page = await context.newPage();
    const scripts = collectScripts(context);
    await page.goto(address);
    await answerOf(page, context, address, 1);
    if (wantsHead) await page.locator('canvas').first().waitFor({ timeout: 60_000 });
    await answerOf(page, context, address, 3);
    const { frames, isHead } = await watchFrames(browser, page);
    return { scriptBytes: await weigh(context, scripts), frames, isHead };
  } finally {
    await browser.close();
  }
}

/** The page asks what draws here, and spares a processor the head: for once it is not told. */
function hideProcessor() {
  const ask = Reflect.get(WebGL2RenderingContext.prototype, 'getExtension');
  WebGL2RenderingContext.prototype.getExtension = function (this: WebGL2RenderingContext, name: string) {
    return name === 'WEBGL_debug_renderer_info' ? null : Reflect.apply(ask, this, [name]);
  };
}

async function begin(context: BrowserContext, url: string): Promise<string> {
  const headers = { origin: url };
  await context.request.post('/v1/demo', { headers, data: {} });
  const begun = await context.request.post('/v1/sessions', {
    headers,
    data: { scenario: 'contrat-client-mefiant', locale: 'fr', durationMinutes: null, seed: 7 },
  });
  const { id }: { id: string } = await begun.json();
  return `/sessions/${id}`;
}

/** Resolves while the persona says its turn of this number. The ones before it were asked for by a line of the learner. */
async function answerOf(page: Page, context: BrowserContext, address: string, turn: number): Promise<void> {
  if (turn > 1) {
    await page.locator('#composer').fill(line);
    await page.locator('#composer').press('Enter');
  }
  for (;;) {
    const session = SessionTranscript.parse(await (await context.request.get(`/v1${address}`)).json());
    if (session.turns.length >= turn) return;
    await pause(100);
  }
}

/** Addresses of what came as script, for the page and its workers. */
function collectScripts(context: BrowserContext): ReadonlySet<string> {
  const scripts = new Set<string>();
  context.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js') && response.ok()) scripts.add(response.url());
  });
  return scripts;
}

/** Fetched again: of what went to another thread the browser keeps no body. */
async function weigh(context: BrowserContext, scripts: ReadonlySet<string>): Promise<number> {
  let bytes = 0;
  for (const url of scripts) bytes += gzipped(await (await context.request.get(url)).body());
  return bytes;
}

async function watchFrames(browser: Browser, page: Page): Promise<{ frames: Frames; isHead: boolean }> {
  const heads = () => page.locator('canvas').count();
  const before = await heads();
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', '__metadata'] });
  await pause(watchedMs);
  const trace = await browser.stopTracing();
  return { frames: framesIn(trace.toString()), isHead: before > 0 && (await heads()) > 0 };
}
