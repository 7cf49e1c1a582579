import { prepareFonts } from '../src/features/report/pdf/fonts.ts';

// At setup, so that the first report does not wait for it and a server with a read-only disk finds its fonts.
process.stdout.write(`Fonts for reports: ${prepareFonts()}\n`);
