import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** At the root of the repository, beside everything else that can be built again. */
const fontDirectory = join(import.meta.dirname, '../../../../../../.cache/fonts');

const subsets = {
  latin: 'Latin',
  'latin-ext': 'LatinMore',
  vietnamese: 'Vietnamese',
  greek: 'Greek',
  'greek-ext': 'GreekMore',
  cyrillic: 'Cyrillic',
  'cyrillic-ext': 'CyrillicMore',
} as const;
type Subset = keyof typeof subsets;

/** Weights the template uses, and every script a European name may be written in. */
const typefaces: readonly { readonly name: string; readonly family: string; readonly weights: readonly number[]; readonly subsets: readonly Subset[] }[] = [
  { name: 'inter', family: 'Inter', weights: [400, 600], subsets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'] },
  { name: 'bricolage-grotesque', family: 'Bricolage', weights: [700], subsets: ['latin', 'latin-ext', 'vietnamese'] },
];

/**
 * The packages cut a typeface into one file for each script, all under one name; a typesetter then takes any of them for
 * all of the text. Each file gets a name of its own, and these lists say in which order to look.
 */
const familiesOf = (name: string): string[] =>
  typefaces.filter((face) => face.name === name).flatMap((face) => face.subsets.map((subset) => `${face.family} ${subsets[subset]}`));
export const textFamilies = familiesOf('inter');
export const headingFamilies = [...familiesOf('bricolage-grotesque'), ...textFamilies];

/**
 * Unpacks the web fonts of the packages into files that a typesetter reads; returns their directory. Does nothing when
 * they are there. Written beside and moved into place, so that two processes starting together never read half a font.
 */
export function prepareFonts(directory: string = fontDirectory): string {
  const wanted = typefaces.flatMap(({ name, family, weights, subsets: cut }) =>
    weights.flatMap((weight) => cut.map((subset) => ({ name, family: `${family} ${subsets[subset]}`, file: `${name}-${subset}-${weight}-normal` }))),
  );
  if (existsSync(directory)) {
    const there = new Set(readdirSync(directory));
    if (wanted.every(({ file }) => there.has(`${file}.ttf`))) return directory;
  }
  mkdirSync(dirname(directory), { recursive: true });
  const building = `${directory}.${process.pid}.tmp`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building);
  const { resolve } = createRequire(import.meta.url);
  for (const { name, family, file } of wanted) {
    const packed = join(dirname(resolve(`@fontsource/${name}/package.json`)), 'files', `${file}.woff`);
    writeFileSync(join(building, `${file}.ttf`), sfntOf(readFileSync(packed), family));
  }
  rmSync(directory, { recursive: true, force: true });
  renameSync(building, directory);
  return directory;
}

/**
 * WOFF 1 → sfnt: the same tables, inflated, under the directory that TrueType asks for.
 * Layout of both: https://www.w3.org/TR/WOFF/#OverallStructure
 */
function sfntOf(woff: Buffer, family: string): Buffer {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(12 + 16 * count);
  woff.copy(header, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * count - 16 * 2 ** power, 10);
  const parts: Uint8Array[] = [header];
  let offset = header.length;
  for (let i = 0; i < count; i += 1) {
    const entry = 44 + 20 * i;
    const from = woff.readUInt32BE(entry + 4);
    const packedSize = woff.readUInt32BE(entry + 8);
    const size = woff.readUInt32BE(entry + 12);
    const packed = woff.subarray(from, from + packedSize);
    const named = woff.toString('latin1', entry, entry + 4) === 'name';
    const table = named ? nameTable(family) : packedSize < size ? inflateSync(packed) : packed;
    const at = 12 + 16 * i;
    woff.copy(header, at, entry, entry + 4);
    header.writeUInt32BE(woff.readUInt32BE(entry + 16), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

/** A name table with the family, and what must stand beside it: https://learn.microsoft.com/typography/opentype/spec/name */
function nameTable(family: string): Buffer {
  const records = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '-')],
  ] as const;
  const table = Buffer.alloc(6 + 12 * records.length);
  table.writeUInt16BE(records.length, 2);
  table.writeUInt16BE(table.length, 4);
  let offset = 0;
  const texts = records.map(([id, text], index) => {
    const utf16 = Buffer.from(text, 'utf16le').swap16();
    const at = 6 + 12 * index;
    // Windows, Unicode, US English.
    [3, 1, 0x409, id, utf16.length, offset].forEach((value, place) => table.writeUInt16BE(value, at + 2 * place));
    offset += utf16.length;
    return utf16;
  });
  return Buffer.concat([table, ...texts]);
}
