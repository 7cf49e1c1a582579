// Runs before `npm start` and `npm test`, on whatever Node the machine has: brings in what is missing and nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const purpose = process.argv[2] ?? 'start';
const cache = join(root, '.cache');
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` };

const say = (text) => console.log(`setup: ${text}`);
const loud = (text) => console.log(`\nsetup: !!! ${text}\n`);

/** A fingerprint of files and folders, so that a step runs again only when what it reads has changed. */
function fingerprint(...paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'node_modules' && name !== 'dist') visit(join(path, name));
    } else hash.update(path.slice(root.length)).update('\0').update(readFileSync(path));
  };
  paths.forEach((path) => visit(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

const doneWith = (name, current) => existsSync(join(cache, `${name}.done`)) && readFileSync(join(cache, `${name}.done`), 'utf8') === current;

function mark(name, current) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, `${name}.done`), current);
}

/** Resolves to whether it went well. */
const ends = (command, args, options = {}) =>
  new Promise((settle) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.on('error', () => settle(false));
    child.on('close', (code) => settle(code === 0));
  });

async function run(command, args, options) {
  if (!(await ends(command, args, options))) throw new Error(`setup: ${[command, ...args].join(' ')} failed; the lines above say why`);
}

const begun = 'begun';

/** npm leaves a lockfile of what it installed: as long as ours is not newer, nothing is to be done. */
async function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const upToDate = existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (
    !doneWith('packages', begun) &&
    existsSync(join(root, 'node_modules', '.bin', 'node')) &&
    (upToDate || doneWith('packages', fingerprint('package-lock.json')))
  )
    return;
  // npm builds on what it finds, also on the halves of files that an installation left which was killed.
  if (doneWith('packages', begun) || (existsSync(join(root, 'node_modules')) && !existsSync(installed))) {
    say('removing what an installation left that did not come to its end');
    for (const folder of ['.', 'apps/server', 'apps/web', 'packages/contract', 'packages/engine', 'packages/embedded-voice'])
      rmSync(join(root, folder, 'node_modules'), { recursive: true, force: true });
  }
  say('installing npm packages, which takes a minute the first time');
  mark('packages', begun);
  // Not `npm ci`: it refuses a lockfile without the binaries of other systems, which a registry may not offer at the same version.
  await run('npm', ['install', '--no-save', '--no-audit', '--no-fund']);
  mark('packages', fingerprint('package-lock.json'));
}

async function buildWeb() {
  const current = fingerprint('apps/web', 'packages/contract/src', 'packages/engine/src', 'locales', 'package-lock.json');
  if (existsSync(join(root, 'apps/web/dist/index.html')) && doneWith('web', current)) return;
  say('building the web app');
  await run('node', [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: join(root, 'apps/web') });
  mark('web', current);
}

async function prepareServer() {
  const current = fingerprint('apps/server/migrations', 'apps/server/scripts', 'package-lock.json');
  if (doneWith('server', current)) return;
  say('preparing fonts and the embedded database');
  await run('node', [join(root, 'apps/server/scripts/prepare.ts')]);
  mark('server', current);
}

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { env }).status === 0;
const postgresFolder = () =>
  existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').find((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`)) : undefined;

/** What the tests need besides npm packages comes from Debian where this is Debian and we may install. */
async function installDebianPackages() {
  const missing = [
    ...(process.env.CHROMIUM || has('chromium') || has('google-chrome') ? [] : ['chromium']),
    ...(process.env.TEST_DATABASE_URL || has('initdb') || postgresFolder() ? [] : ['postgresql']),
  ];
  if (missing.length === 0) return;
  if (!has('apt-get') || process.getuid?.() !== 0)
    return loud(`${missing.join(' and ')} cannot be installed here (that takes Debian and root): the checks that need it will be SKIPPED`);
  say(`installing ${missing.join(' and ')} from Debian packages`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
  ]) {
    if (!(await ends('apt-get', args, quiet))) return loud(`${missing.join(' and ')} could not be installed: the checks that need it will be SKIPPED`);
  }
}

// What comes from Debian is waited for more than worked on: the rest goes on meanwhile.
const debian = purpose === 'test' ? installDebianPackages() : undefined;
try {
  await installPackages();
  await Promise.all([buildWeb(), prepareServer()]);
} finally {
  await debian;
}
