import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { endOrphans, runsTool } from './orphans.mjs';
import { CACHE } from './places.mjs';

const LOCK = `${CACHE}/setup.lock`;

function holder() {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return 0;
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Lets one process at a time install and build: two at once would delete each other's files.
 * A lock left behind by a killed process is taken over.
 */
export async function onlyOne(work) {
  mkdirSync(CACHE, { recursive: true });
  let said = false;
  while (!take()) {
    const pid = holder();
    if (pid === process.pid || !runsTool(pid)) {
      rmSync(LOCK, { force: true });
      continue;
    }
    if (!said) console.log(`等待另一个安装或构建结束(进程 ${pid})。Waiting for another install or build (process ${pid}).`);
    said = true;
    await wait(500);
  }
  try {
    await endOrphans();
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}
