import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './places.mjs';
import { run, tail } from './processes.mjs';
import { Stopped, step } from './progress.mjs';

const LOCKFILE = `${ROOT}/package-lock.json`;
const MODULES = `${ROOT}/node_modules`;
/** npm's own record of what it installed, written last. */
const RECORD = `${MODULES}/.package-lock.json`;
const MARK = `${MODULES}/.installed-completely`;

/**
 * What a complete install of this lock file on this machine is marked with. It holds the time of
 * npm's record, so that an install by hand in between, complete or not, is noticed.
 */
function markOf() {
  if (!existsSync(RECORD)) return undefined;
  const hash = createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex');
  return `${hash} ${process.platform}-${process.arch} ${statSync(RECORD).mtimeMs}`;
}

function isMarked() {
  return existsSync(MARK) && readFileSync(MARK, 'utf8') === markOf();
}

/** Whether an install done by hand is complete: npm's record holds every package that is not optional. */
function isCompleteByRecord() {
  if (!existsSync(RECORD)) return false;
  const wanted = JSON.parse(readFileSync(LOCKFILE, 'utf8')).packages;
  const present = JSON.parse(readFileSync(RECORD, 'utf8')).packages;
  const isPresent = ([place, entry]) => {
    const found = present[place];
    if (!found) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity && existsSync(path.join(ROOT, place));
  };
  return Object.entries(wanted).filter(([place]) => place.startsWith('node_modules/')).every(isPresent);
}

export function isInstalled() {
  if (isMarked()) return true;
  if (!isCompleteByRecord()) return false;
  writeFileSync(MARK, markOf());
  return true;
}

/** npm's program: the one that called us, the one beside this Node, or whatever the system finds. */
export function npmCommand() {
  const beside = path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const known = [process.env.npm_execpath, beside].find((file) => file && /npm-cli\.js$/.test(file) && existsSync(file));
  return known ? [process.execPath, [known]] : ['npm', []];
}

/** Counts the packages that lie unpacked, of all that will. */
function counter() {
  const places = Object.entries(JSON.parse(readFileSync(LOCKFILE, 'utf8')).packages)
    .filter(([place, entry]) => place.startsWith('node_modules/') && !entry.optional && !entry.link)
    .map(([place]) => path.join(ROOT, place, 'package.json'));
  return () => `${places.filter((file) => existsSync(file)).length}/${places.length}`;
}

async function install(tell) {
  rmSync(MARK, { force: true });
  rmSync(RECORD, { force: true });
  const [command, first] = npmCommand();
  const count = counter();
  const timer = setInterval(() => tell(count()), 2000);
  // No package of ours needs an install script (see allowScripts in package.json), so none may run.
  const args = [...first, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, log, timedOut } = await run(command, args, { name: 'install', minutes: 30 });
  clearInterval(timer);
  if (code === 0 && existsSync(RECORD)) return writeFileSync(MARK, markOf());
  throw new Stopped(
    `依赖安装失败${timedOut ? '(超时)' : ''}。请检查网络;在中国大陆可先执行:npm config set registry https://registry.npmmirror.com`,
    `Installing the dependencies failed${timedOut ? ' (time limit)' : ''}. Check the network, then run the same command again. The whole log: ${log}`,
    tail(log),
  );
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  await step('安装依赖 Installing dependencies', install);
}
