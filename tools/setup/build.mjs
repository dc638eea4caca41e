import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT } from './places.mjs';
import { run, tail } from './processes.mjs';
import { Stopped, step } from './progress.mjs';

const STAMP = `${CACHE}/build-stamp`;
const SHARED = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];
const SKIPPED = new Set(['node_modules', 'dist', 'coverage']);

function* filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) yield* filesBelow(place);
    } else if (!/\.spec\.tsx?$/.test(entry.name)) yield place;
  }
}

/** A hash over all that a build reads. A tenth of a second, where asking Nx takes several. */
export function sourcesHash() {
  const hash = createHash('sha256').update(process.version);
  const sources = ['apps', 'libs'].flatMap((folder) => [...filesBelow(`${ROOT}/${folder}`)]);
  for (const file of [...SHARED.map((name) => `${ROOT}/${name}`), ...sources]) {
    hash.update(`${path.relative(ROOT, file)}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** What each project's build must have left behind. */
function products() {
  const folders = ['apps', 'libs'].flatMap((group) => readdirSync(`${ROOT}/${group}`).map((name) => `${group}/${name}`));
  return folders
    .filter((folder) => existsSync(`${ROOT}/${folder}/project.json`))
    .map((folder) => {
      if (folder === 'apps/api') return `${folder}/dist/main.js`;
      return folder.startsWith('apps/') ? `${folder}/dist/index.html` : `${folder}/dist/index.js`;
    });
}

const isComplete = () => products().every((file) => existsSync(`${ROOT}/${file}`));

export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourcesHash() && isComplete();
}

async function build(tell) {
  rmSync(STAMP, { force: true });
  // Taken before the build: a file saved during it makes the next start build again.
  const stamp = sourcesHash();
  const total = products().length;
  const begun = new Set();
  const onLine = (line) => {
    const project = /nx run ([\w-]+):build/.exec(line)?.[1];
    if (project) begun.add(project);
    tell(`${begun.size}/${total}`);
  };
  const env = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0', NODE_ENV: 'production' };
  const args = [`${ROOT}/node_modules/nx/dist/bin/nx.js`, 'run-many', '-t', 'build', '--output-style=static'];
  const { code, log, timedOut } = await run(process.execPath, args, { name: 'build', minutes: 15, env, onLine });
  if (code !== 0 || !isComplete()) {
    throw new Stopped(
      `构建失败${timedOut ? '(超时)' : ''}。`,
      `The build failed${timedOut ? ' (time limit)' : ''}. The whole log: ${log}`,
      tail(log, 80),
    );
  }
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(STAMP, stamp);
}

export async function ensureBuilt() {
  if (isBuilt()) return;
  await step('构建 Building', build);
}
