import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './scratch-tree.ts';
import { filesIn, sourceFiles } from './source-files.ts';

const product = ['apps', 'packages', 'integrations'];
/** Names that say where something was put and not what it is: whatever has no better one lives with its one user. */
const nameless = new Set(['common', 'shared', 'utils', 'util', 'helpers', 'helper', 'misc', 'core', 'lib']);
const mostLines = 350;
/** Vocabulary as TypeScript: data, however long. */
const isData = (file: string): boolean => /\/lexicon-[a-z-]+\.ts$/.test(file);

/** dependency-cruiser does not see a type that is named in this way, so that it would pass through every floor. */
const typeThroughImport = /\btypeof\s+import\(|\bimport\(\s*['"][^'"]+['"]\s*\)\s*\.\s*[A-Z]/;

const fromRoot = (file: string): string => relative(root, file);

describe('the tree', () => {
  it('calls nothing common, shared, utils, helpers, misc, core or lib', () => {
    const named = product.flatMap((folder) => filesIn(`${root}/${folder}`)).map(fromRoot);
    expect(named.filter((file) => file.split(sep).some((part) => nameless.has(part.split('.')[0] ?? '')))).toEqual([]);
  });

  it(`has no file of code of more than ${mostLines} lines`, () => {
    const long = sourceFiles(...product, 'scripts', 'bench', 'drills')
      .filter((file) => !isData(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => ({ file: fromRoot(file), lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > mostLines)).toEqual([]);
  });

  it('has no barrel', () => {
    const barrels = sourceFiles(...product, 'scripts', 'bench', 'drills', 'tests').filter((file) =>
      /^\s*export\s+(type\s+)?\*/m.test(readFileSync(file, 'utf8')),
    );
    expect(barrels.map(fromRoot)).toEqual([]);
  });

  it('names no type through import()', () => {
    const hidden = sourceFiles(...product).filter((file) => typeThroughImport.test(readFileSync(file, 'utf8')));
    expect(hidden.map(fromRoot)).toEqual([]);
  });

  it.each(["type Mine = import('./ctx.ts').Ctx;", "type Mine = typeof import('./ctx.ts');"])('would be caught with %s', (text) => {
    expect(typeThroughImport.test(text)).toBe(true);
  });
});
