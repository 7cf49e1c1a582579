import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allowedTree, forbiddenImports, importForms, type Plant } from './planted.ts';
import { root, type ScratchTree, writeTree } from './scratch-tree.ts';

const config = join(root, '.dependency-cruiser.cjs');
const Rules = z.object({ forbidden: z.array(z.object({ name: z.string() })) });
const Cruise = z.object({
  summary: z.object({ totalCruised: z.int(), violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

/** Runs the project's own configuration on a tree. The rules are anchored at the folder it runs in. */
function cruise(folder: string) {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const paths = ['packages', 'apps/server/src', 'apps/web/src'];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...paths, '--config', config, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (stdout === '') throw new Error(`dependency-cruiser said nothing but: ${stderr}`);
  return Cruise.parse(JSON.parse(stdout)).summary;
}

/** One file for each form in which the plant's import can be written. */
const filesOf = (number: number, { folder, imports, ending = '' }: Plant) =>
  Object.entries(importForms).map(([form, write]) => ({
    form,
    file: `${folder}/zz-planted-${number}-${form.replaceAll(' ', '-')}${ending}.ts`,
    text: write(imports),
  }));

const cases = forbiddenImports.map((plant, number) => ({ ...plant, files: filesOf(number, plant) }));
const cycles = Object.entries(importForms).map(([form, write]) => {
  const folder = 'apps/server/src/features/session';
  const [here, there] = ['a', 'b'].map((end) => `zz-cycle-${form.replaceAll(' ', '-')}-${end}.ts`);
  return { form, files: { [`${folder}/${here}`]: write(`./${there}`), [`${folder}/${there}`]: write(`./${here}`) } };
});

describe('the floors', () => {
  let tree: ScratchTree;
  const found = new Map<string, Set<string>>();

  beforeAll(() => {
    const planted = Object.fromEntries(cases.flatMap(({ files }) => files.map(({ file, text }) => [file, text])));
    tree = writeTree(
      { ...allowedTree, ...planted, ...Object.assign({}, ...cycles.map(({ files }) => files)) },
      { 'node_modules/@coachvisio/contract': '../../packages/contract', 'node_modules/@coachvisio/engine': '../../packages/engine' },
    );
    for (const { from, rule } of cruise(tree.path).violations) found.set(from, (found.get(from) ?? new Set()).add(rule.name));
  });
  afterAll(() => tree.remove());

  it('let every allowed import pass', () => {
    expect(Object.keys(allowedTree).filter((file) => found.has(file))).toEqual([]);
  });

  it.each(cases)('$rule: $folder may not name $imports, in any form', ({ files, rule }) => {
    const reported = files.map(({ form, file }) => ({ form, rules: [...(found.get(file) ?? [])] }));
    expect(reported).toEqual(files.map(({ form }) => ({ form, rules: [rule] })));
  });

  it.each(cycles)('no-cycles: two files may not name each other ($form)', ({ files }) => {
    // A cycle is reported once, at one of its files.
    expect(Object.keys(files).flatMap((file) => [...(found.get(file) ?? [])])).toEqual(['no-cycles']);
  });

  it('have a planted violation for each rule', () => {
    const rules = Rules.parse(createRequire(import.meta.url)(config)).forbidden.map(({ name }) => name);
    const planted = new Set(['no-cycles', ...forbiddenImports.map(({ rule }) => rule)]);
    expect(rules.filter((rule) => !planted.has(rule))).toEqual([]);
    expect([...planted].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it('hold in the tree as it stands', () => {
    const { totalCruised, violations } = cruise(root);
    expect(totalCruised).toBeGreaterThan(100);
    expect(violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });
});
