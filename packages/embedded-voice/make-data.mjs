// node packages/embedded-voice/make-data.mjs [file]
// Cuts French and English out of espeak-ng's data: 24 MB of ninety languages become half a megabyte that is read at every start.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = '/usr/share/espeak-ng-data/';
const kept = [/^(?:phondata|phonindex|phontab|intonations)$/, /^(?:fr|en)_dict$/, /^lang\/(?:roa\/fr|gmw\/en|gmw\/en-US)$/, /^voices\/!v\/[fm]\d$/];

const script = fileURLToPath(import.meta.resolve('@echogarden/espeak-ng-emscripten'));
const whole = readFileSync(script.replace(/\.js$/, '.data'));
const files = [...readFileSync(script, 'utf8').matchAll(/filename:"([^"]+)",start:(\d+),end:(\d+)/g)].map(([, path, start, end]) => ({
  name: path.replace(root, ''),
  start: Number(start),
  end: Number(end),
}));
const parts = files.filter(({ name }) => kept.some((pattern) => pattern.test(name)));
if (parts.length === 0) throw new Error('espeak-ng lists its files in another way than it did: nothing was found to keep');

// A header says where each file begins in the whole; the files follow.
const header = Buffer.from(JSON.stringify({ size: whole.length, parts: parts.map(({ start, end }) => [start, end - start]) }));
const length = Buffer.alloc(4);
length.writeUInt32LE(header.length);
const pack = Buffer.concat([length, header, ...parts.map(({ start, end }) => whole.subarray(start, end))]);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
const data = brotliCompressSync(pack, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: pack.length } });
writeFileSync(process.argv[2] ?? new URL('data/espeak-fr-en.br', import.meta.url), data);
process.stdout.write(`${data.length} bytes, sha256 ${createHash('sha256').update(data).digest('hex')}\n`);
