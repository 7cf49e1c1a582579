// `npm run bench -- NAME [--json] [--check] [--peer NAME] [--soak MINUTES]` and `npm run drill -- NAME [--only CASE]`: every figure that the documentation names comes out
// of a file of `bench/`, which measures how fast, or of `drills/`, which breaks something and counts what is left.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const kinds = { bench: 'bench', drill: 'drills' } as const;

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

/** What a measurement may be told; each takes what it knows. */
interface MeasureOptions {
  readonly json: boolean;
  /** Another system to measure beside ours, in the same run. */
  readonly peer?: string | undefined;
  /** Minutes. */
  readonly soak?: string | undefined;
  /** One case of many. */
  readonly only?: string | undefined;
}

const Measure = z.object({ default: z.custom<(options: MeasureOptions) => Promise<unknown>>((value) => typeof value === 'function') });

/** Those that can be run are the files of the folder that export one; the others are what they work with. */
const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && /^export default /m.test(readFileSync(join(folder, file), 'utf8')))
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

async function run(file: string, options: MeasureOptions): Promise<Result> {
  const { default: measure } = Measure.parse(await import(pathToFileURL(file).href));
  return Result.parse(await measure(options));
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        peer: { type: 'string' },
        soak: { type: 'string' },
        only: { type: 'string' },
      },
    });
    const [kind = '', name = '', ...more] = positionals;
    return (kind === 'bench' || kind === 'drill') && more.length === 0 ? ({ kind, name, ...values } as const) : undefined;
  } catch {
    return undefined;
  }
}

const options = readOptions();
const kind: keyof typeof kinds = options?.kind ?? 'bench';
const folder = join(import.meta.dirname, '..', kinds[kind]);
const names = namesIn(folder);
if (options && names.includes(options.name)) {
  const result = await run(join(folder, `${options.name}.ts`), options);
  console.log(options.json ? JSON.stringify({ [kind]: options.name, ...result }, null, 2) : table(result));
  const missed = result.figures.some(({ holds }) => holds === false);
  process.exitCode = options.check && missed ? 1 : 0;
} else {
  console.error(
    `Usage: npm run ${kind} -- NAME [--json] [--check]${kind === 'bench' ? ' [--peer livekit] [--soak MINUTES]' : ' [--only CASE]'}\nNAME: ${names.join(', ')}`,
  );
  process.exitCode = 2;
}
