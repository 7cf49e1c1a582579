import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What is wrong in a file that was given, with its name and line: whoever wrote the file can mend it. */
export class InputError extends Error {}

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InputError(`${path}: the file cannot be read`);
  }
}

export const problemsOf = (error: z.ZodError): string => error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`).join('; ');

/** One JSON object a line; blank lines are left out. */
export function readJsonLines<T extends z.ZodType>(path: string, schema: T): z.output<T>[] {
  const found = readText(path)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${path}, line ${index + 1}`, schema)]));
  if (found.length === 0) throw new InputError(`${path}: there is nothing in it`);
  return found;
}

function parseLine<T extends z.ZodType>(line: string, at: string, schema: T): z.output<T> {
  const parsed = schema.safeParse(parseJson(line, at));
  if (!parsed.success) throw new InputError(`${at}: ${problemsOf(parsed.error)}`);
  return parsed.data;
}

function parseJson(text: string, at: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${at}: this is not JSON`);
  }
}

/** A JSON array of objects with an `id`, by which an entry that is wrong is found again in the file. */
export function readJsonArray<T extends z.ZodType>(path: string, schema: T): z.output<T>[] {
  const text = readText(path);
  const entries = z.array(z.unknown()).safeParse(parseWhole(text, path));
  if (!entries.success) throw new InputError(`${path}, line 1: a list is expected`);
  if (entries.data.length === 0) throw new InputError(`${path}: there is nothing in it`);
  return entries.data.map((entry, index) => {
    const parsed = schema.safeParse(entry);
    if (!parsed.success) throw new InputError(`${path}, line ${lineOf(text, entry)}, entry ${index + 1}: ${problemsOf(parsed.error)}`);
    return parsed.data;
  });
}

function parseWhole(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new InputError(`${path}, line ${at === undefined ? 1 : lineAt(text, Number(at))}: this is not JSON`);
  }
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

function lineOf(text: string, entry: unknown): number {
  const named = z.object({ id: z.string() }).safeParse(entry);
  const at = named.success ? text.indexOf(JSON.stringify(named.data.id)) : -1;
  return at < 0 ? 1 : lineAt(text, at);
}
