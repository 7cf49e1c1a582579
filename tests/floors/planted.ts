/** A small tree in which every import that the floors allow is made once. It must pass: a rule that forbids everything would catch every plant too. */
export const allowedTree: Readonly<Record<string, string>> = {
  'node_modules/zod/package.json': '{ "name": "zod", "version": "4.0.0", "type": "module", "exports": "./index.js" }',
  'node_modules/zod/index.js': 'export const z = {};',
  'node_modules/fastify/package.json': '{ "name": "fastify", "version": "5.0.0", "type": "module", "exports": "./index.js" }',
  'node_modules/fastify/index.js': 'export const fastify = {};',
  'packages/contract/package.json': '{ "name": "@coachvisio/contract", "type": "module", "exports": { "./*.ts": "./src/*.ts" } }',
  'packages/contract/src/session.ts': "import { z } from 'zod';\nexport const it = z;\nexport type It = typeof z;\n",
  'packages/contract/src/route.ts': "export { it } from './session.ts';\n",
  'packages/engine/package.json': '{ "name": "@coachvisio/engine", "type": "module", "exports": { "./*.ts": "./src/*.ts" } }',
  'packages/engine/src/turn/step.ts': "import type { It } from '@coachvisio/contract/session.ts';\nexport const it = {};\nexport type Mine = It;\n",
  'packages/engine/src/turn/step.test.ts':
    "import { readFileSync } from 'node:fs';\nimport { it } from './step.ts';\nexport const both = [readFileSync, it];\n",
  'apps/server/src/platform/ctx.ts':
    "import { readFileSync } from 'node:fs';\nimport { fastify } from 'fastify';\nexport { it } from '@coachvisio/contract/session.ts';\nexport const both = [readFileSync, fastify];\n",
  'apps/server/src/providers/vendor/think.ts': "export { it } from '@coachvisio/engine/turn/step.ts';\nexport { both } from '../../platform/ctx.ts';\n",
  'apps/server/src/features/organisation/index.ts': "export { it } from './found-organisation.ts';\n",
  'apps/server/src/features/organisation/found-organisation.ts': "export { it } from '../../platform/ctx.ts';\n",
  'apps/server/src/features/identity/index.ts': "export { it } from '../organisation/index.ts';\n",
  'apps/server/src/features/content/index.ts': "export { it } from './read-library.ts';\n",
  'apps/server/src/features/content/read-library.ts': "export { it } from '../identity/index.ts';\n",
  'apps/server/src/features/voice-sample/index.ts': "export { it } from '../content/index.ts';\n",
  'apps/server/src/features/content/content.testing.ts': "export { it } from './read-library.ts';\n",
  'apps/server/src/features/session/index.ts': "export { it } from '../content/index.ts';\nexport { it as step } from '@coachvisio/engine/turn/step.ts';\n",
  'apps/server/src/features/session/session.test.ts':
    "export { it } from '../content/content.testing.ts';\nexport { both } from '../../providers/vendor/think.ts';\n",
  'apps/server/src/features/usage/index.ts': "export { it } from '../session/index.ts';\n",
  'apps/server/src/features/admission/index.ts': "export { it } from '../usage/index.ts';\n",
  'apps/server/src/features/recording/index.ts': "export { it } from '../session/index.ts';\n",
  'apps/server/src/features/live/index.ts': "export { it } from '../session/index.ts';\n",
  'apps/server/src/features/report/index.ts': "export { it } from '../session/index.ts';\n",
  'apps/server/src/features/progress/index.ts': "export { it } from '../report/index.ts';\n",
  'apps/server/src/roles/web.ts': "export { both } from '../platform/ctx.ts';\n",
  'apps/server/src/wiring.ts': "export { it } from './features/report/index.ts';\nexport { both } from './providers/vendor/think.ts';\n",
  'apps/server/src/main.ts': "export { it } from './wiring.ts';\nexport { both } from './roles/web.ts';\n",
  'apps/web/src/avatar/mouth.ts': 'export const it = {};\n',
  'apps/web/src/avatar/Portrait.tsx': "export { it } from './mouth.ts';\n",
  'apps/web/src/ui/Button.tsx': 'export const it = <button />;\n',
  'apps/web/src/kit/call.ts': "export { it } from '@coachvisio/contract/session.ts';\n",
  'apps/web/src/features/content/HomePage.tsx': "export { it } from '../../ui/Button.tsx';\nexport { it as call } from '../../kit/call.ts';\n",
  'apps/web/src/features/session/StagePage.tsx':
    "export { it } from '../../avatar/Portrait.tsx';\nexport { it as step } from '@coachvisio/engine/turn/step.ts';\n",
  'apps/web/src/routes/router.tsx':
    "export { it } from '../features/content/HomePage.tsx';\nexport { it as stage } from '../features/session/StagePage.tsx';\n",
};

export interface Plant {
  readonly rule: string;
  /** Folder of the file that breaks the rule. */
  readonly folder: string;
  readonly imports: string;
  /** How the file's name ends, where that matters to the rule. */
  readonly ending?: string;
}

const server = 'apps/server/src';
const web = 'apps/web/src';
const plants = (rule: string, folder: string, ...imports: readonly string[]): Plant[] => imports.map((it) => ({ rule, folder, imports: it }));
const doors = (...names: readonly string[]): string[] => names.map((name) => `../${name}/index.ts`);

/** What each rule is there to catch. The cycles stand apart, in the test: they take two files. */
export const forbiddenImports: readonly Plant[] = [
  ...plants('no-unresolvable', server, './nowhere.ts', 'a-package-that-nobody-installed'),
  ...plants('contract-imports-zod-only', 'packages/contract/src', 'fastify', 'node:fs', '../../engine/src/turn/step.ts'),
  ...plants('engine-imports-contract-only', 'packages/engine/src', 'fastify', 'node:fs', 'zod'),
  { rule: 'contract-and-engine-know-no-app', folder: 'packages/engine/src', imports: '../../../apps/server/src/platform/ctx.ts', ending: '.test' },
  ...plants(
    'platform-knows-no-feature',
    `${server}/platform`,
    '../features/session/index.ts',
    '../providers/vendor/think.ts',
    '../roles/web.ts',
    '../wiring.ts',
    '../main.ts',
    '@coachvisio/engine/turn/step.ts',
  ),
  ...plants('provider-knows-no-feature', `${server}/providers/vendor`, '../../features/session/index.ts', '../../roles/web.ts', '../../wiring.ts'),
  ...plants(
    'feature-knows-no-provider',
    `${server}/features/session`,
    '../../providers/vendor/think.ts',
    '../../roles/web.ts',
    '../../wiring.ts',
    '../../main.ts',
  ),
  ...plants('feature-enters-by-the-door', `${server}/features/session`, '../content/read-library.ts', '../organisation/found-organisation.ts'),
  ...plants(
    'organisation-is-lowest',
    `${server}/features/organisation`,
    ...doors('identity', 'content', 'voice-sample', 'session', 'usage', 'admission', 'recording', 'live', 'report', 'progress'),
  ),
  ...plants(
    'identity-below-content',
    `${server}/features/identity`,
    ...doors('content', 'voice-sample', 'session', 'usage', 'admission', 'recording', 'live', 'report', 'progress'),
  ),
  ...plants(
    'content-below-session',
    `${server}/features/content`,
    ...doors('voice-sample', 'session', 'usage', 'admission', 'recording', 'live', 'report', 'progress'),
  ),
  ...plants(
    'voice-sample-below-session',
    `${server}/features/voice-sample`,
    ...doors('session', 'usage', 'admission', 'recording', 'live', 'report', 'progress'),
  ),
  ...plants('session-knows-no-listener', `${server}/features/session`, ...doors('usage', 'admission', 'recording', 'live', 'report', 'progress')),
  ...plants('usage-knows-no-talk', `${server}/features/usage`, ...doors('admission', 'recording', 'live', 'report', 'progress')),
  ...plants('admission-knows-no-talk', `${server}/features/admission`, ...doors('recording', 'live', 'report', 'progress')),
  ...plants('recording-knows-no-talk', `${server}/features/recording`, ...doors('live', 'report', 'progress')),
  ...plants('live-knows-no-report', `${server}/features/live`, ...doors('report', 'progress')),
  ...plants('report-knows-no-progress', `${server}/features/report`, ...doors('live', 'progress')),
  ...plants('web-never-imports-the-server', `${web}/kit`, '../../../server/src/platform/ctx.ts'),
  ...plants(
    'avatar-stands-alone',
    `${web}/avatar`,
    '../kit/call.ts',
    '../ui/Button.tsx',
    '../features/content/HomePage.tsx',
    '@coachvisio/contract/session.ts',
    '@coachvisio/engine/turn/step.ts',
  ),
  ...plants(
    'ui-has-no-product',
    `${web}/ui`,
    '../kit/call.ts',
    '../features/content/HomePage.tsx',
    '../routes/router.tsx',
    '../avatar/mouth.ts',
    '@coachvisio/contract/session.ts',
  ),
  ...plants('kit-knows-no-feature', `${web}/kit`, '../features/content/HomePage.tsx', '../routes/router.tsx', '../avatar/mouth.ts'),
  ...plants('web-feature-enters-no-other', `${web}/features/session`, '../content/HomePage.tsx'),
];

/** Every way in which one file can name another, but for a type written `import('…').It`: `tree.test.ts` keeps that out. */
export const importForms: Readonly<Record<string, (from: string) => string>> = {
  value: (from) => `import { it } from '${from}';\nexport const mine = it;\n`,
  'side effect': (from) => `import '${from}';\nexport const mine = 1;\n`,
  'export from': (from) => `export { it } from '${from}';\n`,
  dynamic: (from) => `export const mine = () => import('${from}');\n`,
  'import type': (from) => `import type { It } from '${from}';\nexport type Mine = It;\n`,
  'inline type': (from) => `import { type It } from '${from}';\nexport type Mine = It;\n`,
  'export type from': (from) => `export type { It } from '${from}';\n`,
};
