// `npm run bench -- NAME [--json] [--check]`: every figure that the documentation names comes out of one of these.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const usage = 'npm run bench -- NAME [--json] [--check]';

const Result = z.object({
  figures: z
    .array(
      z
        .object({ name: z.string(), value: z.number(), unit: z.string(), target: z.string().optional(), holds: z.boolean().optional() })
        // A target that nobody compared with would pass every check.
        .refine(({ target, holds }) => target === undefined || holds !== undefined, { error: 'a figure with a target must say whether it holds' }),
    )
    .min(1),
  notes: z.array(z.string()).default([]),
});
type Result = z.output<typeof Result>;

const BenchModule = z.object({ default: z.custom<(options: { readonly json: boolean }) => Promise<unknown>>((value) => typeof value === 'function') });

/** The benches are the files of this folder that export one; the others are what they measure with. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && /^export default /m.test(readFileSync(join(import.meta.dirname, file), 'utf8')))
  .map((file) => file.slice(0, -'.ts'.length))
  .toSorted();

/** Three figures that count, whatever the size. */
const written = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

function table({ figures, notes }: Result): string {
  const rows = [
    ['figure', 'value', 'target', ''],
    ...figures.map(({ name, value, unit, target, holds }) => [
      name,
      `${written(value)} ${unit}`.trimEnd(),
      target ?? '',
      holds === undefined ? '' : holds ? 'holds' : 'MISSED',
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

async function bench(name: string, json: boolean): Promise<Result> {
  const { default: measure } = BenchModule.parse(await import(pathToFileURL(join(import.meta.dirname, `${name}.ts`)).href));
  return Result.parse(await measure({ json }));
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
    });
    const [name = '', ...more] = positionals;
    return names.includes(name) && more.length === 0 ? { name, ...values } : undefined;
  } catch {
    return undefined;
  }
}

const options = readOptions();
if (options) {
  const result = await bench(options.name, options.json);
  console.log(options.json ? JSON.stringify({ bench: options.name, ...result }, null, 2) : table(result));
  const missed = result.figures.some(({ holds }) => holds === false);
  process.exitCode = options.check && missed ? 1 : 0;
} else {
  console.error(`Usage: ${usage}\nBenches: ${names.join(', ')}`);
  process.exitCode = 2;
}
