import { existsSync } from 'node:fs';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The Chromium to drive: the one named by CHROMIUM, else one where systems put it. */
export const findChromium = (): string | undefined => [process.env['CHROMIUM'], ...usual].find((path) => path !== undefined && existsSync(path));
