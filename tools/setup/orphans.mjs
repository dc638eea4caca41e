import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
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

/** After a restart of the machine a number may be anybody's; where it can be told, ours run a script of tools/. */
export function runsTool(pid) {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('tools/');
  } catch {
    return true;
  }
}

const noteOf = (child, kind) => `${NOTES}/${process.pid}-${child.pid}-${kind}`;

/** `kind` is `tool` for what leads a process group of its own, `server` for the server. */
export function note(child, kind) {
  if (child.pid === undefined) return;
  mkdirSync(NOTES, { recursive: true });
  writeFileSync(noteOf(child, kind), '');
}

export function forget(child, kind) {
  rmSync(noteOf(child, kind), { force: true });
}

/** A number may belong to somebody else's process by now: ours work in this folder. */
function worksHere(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === ROOT && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return false;
  }
}

/** A server puts its database away first: without that the next one would find it in use. */
async function endServer(pid) {
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; isAlive(pid) && waited < 15_000; waited += 100) await wait(100);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

export async function endOrphans() {
  if (!existsSync(NOTES)) return;
  for (const name of readdirSync(NOTES)) {
    const [starter, pid, kind] = name.split('-');
    if (runsTool(Number(starter))) continue;
    if (worksHere(pid) && kind === 'server') await endServer(Number(pid));
    else if (worksHere(pid)) process.kill(-pid, 'SIGKILL');
    rmSync(`${NOTES}/${name}`, { force: true });
  }
}
