import { expect, test } from 'vitest';
import { parseCsv } from './csv.ts';

const fieldsOf = (text: string) => parseCsv(text).map(({ fields }) => fields);

test('reads quoted fields with commas, quotes and line ends in them', () => {
  expect(fieldsOf('a,b\n"one, two","he said ""so"""\r\n"three\nfour",5\n')).toEqual([
    ['a', 'b'],
    ['one, two', 'he said "so"'],
    ['three\nfour', '5'],
  ]);
});

test('keeps empty fields, leaves out empty lines, and does not mind a missing last line end', () => {
  expect(fieldsOf('\ufeffa,b\n\n1,\n,2')).toEqual([
    ['a', 'b'],
    ['1', ''],
    ['', '2'],
  ]);
});

test('says on which line a row begins', () => {
  expect(parseCsv('a\n"two\nlines"\nlast\n').map(({ line }) => line)).toEqual([1, 2, 4]);
});

test('names the line of a quote that is never closed', () => {
  expect(() => parseCsv('a,b\n1,"two\n')).toThrow('line 2: a quote is opened and never closed');
});
