import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/**
 * A function that replaces what the text font cannot draw. The standard for accessible PDFs refuses a page with a
 * missing glyph, and one emoji in a transcript must not cost the learner the whole report.
 */
export function printableWith(directory: string, emoji: string): (text: string) => string {
  const drawn = coverage(directory);
  const draws = (cluster: string): boolean => [...cluster].every((character) => drawn.has(character.codePointAt(0) ?? 0) || character === '\n');
  return (text) => {
    const clean = text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[\p{Cc}\p{Cs}]/gu, (character) => (character === '\n' ? character : ' '));
    if (draws(clean)) return clean;
    return [...segmenter.segment(clean)]
      .map(({ segment }) => (draws(segment) ? segment : /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment) ? emoji : '\ufffd'))
      .join('');
  };
}

function coverage(directory: string): Set<number> {
  const drawn = new Set<number>();
  for (const file of readdirSync(directory)) {
    if (file.startsWith('inter-') && file.includes('-400-')) for (const point of codePoints(readFileSync(join(directory, file)))) drawn.add(point);
  }
  return drawn;
}

/** Code points in the character map of a font: formats 4 and 12, https://learn.microsoft.com/typography/opentype/spec/cmap */
function* codePoints(font: Buffer): Generator<number> {
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const entry = 12 + 16 * i;
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(entry + 8);
    for (let j = 0; j < font.readUInt16BE(cmap + 2); j += 1) {
      const table = cmap + font.readUInt32BE(cmap + 4 + 8 * j + 4);
      const format = font.readUInt16BE(table);
      if (format === 4) yield* segments(font, table);
      if (format === 12) yield* groups(font, table);
    }
  }
}

function* segments(font: Buffer, table: number): Generator<number> {
  const size = font.readUInt16BE(table + 6);
  for (let at = 0; at < size; at += 2) {
    const end = font.readUInt16BE(table + 14 + at);
    const start = font.readUInt16BE(table + 16 + size + at);
    for (let point = start; point <= end && point < 0xffff; point += 1) yield point;
  }
}

function* groups(font: Buffer, table: number): Generator<number> {
  for (let i = 0; i < font.readUInt32BE(table + 12); i += 1) {
    const group = table + 16 + 12 * i;
    for (let point = font.readUInt32BE(group); point <= font.readUInt32BE(group + 4); point += 1) yield point;
  }
}
