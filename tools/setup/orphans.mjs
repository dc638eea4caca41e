import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { CACHE, ROOT } from './places.mjs';

// When one of our commands is killed outright, what it had started goes on: an npm that still
// unpacks under the next one's hands. Each started process is therefore noted, and the next
// command ends those whose starter is gone.
const NOTES = `${CACHE}/running`;

/** Ended, but its parent has not asked how: in a container without an init that stays so. */
function isZombie(pid) {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const noteOf = (child) => `${NOTES}/${process.pid}-${child.pid}`;

export function note(child) {
  if (child.pid === undefined) return;
  mkdirSync(NOTES, { recursive: true });
  writeFileSync(noteOf(child), '');
}

export function forget(child) {
  rmSync(noteOf(child), { force: true });
}

/** A number may belong to somebody else's process by now: ours work in this folder. */
function worksHere(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === ROOT && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return false;
  }
}

export function endOrphans() {
  if (!existsSync(NOTES)) return;
  for (const name of readdirSync(NOTES)) {
    const [starter, pid] = name.split('-').map(Number);
    if (isAlive(starter)) continue;
    if (worksHere(pid)) process.kill(-pid, 'SIGKILL');
    rmSync(`${NOTES}/${name}`, { force: true });
  }
}
