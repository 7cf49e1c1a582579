import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, type ScratchTree, writeTree } from './scratch-tree.ts';
import { sourceFiles } from './source-files.ts';

/** What a platform offers and the engine must do without: each would make the same tape play differently elsewhere. */
const platformNames = [
  'process',
  'Buffer',
  'setTimeout',
  'setInterval',
  'fetch',
  'console',
  'performance',
  'crypto',
  'require',
  'window',
  'document',
  'localStorage',
  'WebSocket',
  'URL',
  'structuredClone',
];
const platformModules = ['node:fs', 'fs', 'node:crypto', 'node:timers/promises'];

/** A clock and dice are part of the language, so that no compiler setting takes them away: the text is searched instead. */
const clockOrDice = /\bDate\s*\(|\bDate\.now\b|\bMath\.random\b/;

describe('the engine', () => {
  let tree: ScratchTree;
  let errors: string;

  beforeAll(() => {
    tree = writeTree(
      {
        'tsconfig.json': JSON.stringify({ extends: join(root, 'packages/engine/tsconfig.json'), include: ['*.ts'], exclude: [] }),
        'package.json': '{ "type": "module" }',
        'pure.ts': 'export const longest = (words: readonly string[]): number => Math.max(0, ...words.map((word) => word.length));\n',
        ...Object.fromEntries(platformNames.map((name) => [`name-${name}.ts`, `export const taken = ${name};\n`])),
        ...Object.fromEntries(platformModules.map((name, index) => [`module-${index}.ts`, `import * as taken from '${name}';\nexport const mine = taken;\n`])),
      },
      // With the real packages beside it, so that what is missing is missing by setting and not for want of an installation.
      { node_modules: join(root, 'node_modules') },
    );
    errors = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', tree.path, '--pretty', 'false'], { cwd: tree.path, encoding: 'utf8' }).stdout;
  });
  afterAll(() => tree.remove());

  it('compiles what is pure', () => {
    expect(errors).not.toContain('pure.ts(');
    expect(errors).not.toContain('tsconfig.json');
  });

  it.each(platformNames)('does not compile with %s', (name) => {
    expect(errors).toMatch(new RegExp(`^name-${name}\\.ts\\(1,\\d+\\): error TS\\d+: Cannot find name '${name}'`, 'm'));
  });

  it.each(platformModules.map((name, index) => ({ name, index })))('does not compile with an import of $name', ({ index }) => {
    expect(errors).toMatch(new RegExp(`^module-${index}\\.ts\\(1,\\d+\\): error TS`, 'm'));
  });

  it('asks no clock and throws no dice', () => {
    const asking = sourceFiles('packages/engine/src').filter((file) => !file.endsWith('.test.ts') && clockOrDice.test(readFileSync(file, 'utf8')));
    expect(asking.map((file) => relative(root, file))).toEqual([]);
  });

  it.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()'])('would be caught with %s', (text) => {
    expect(clockOrDice.test(`const seed = ${text};`)).toBe(true);
  });
});
