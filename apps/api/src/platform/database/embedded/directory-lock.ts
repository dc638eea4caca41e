import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { DirectoryInUseError } from '../errors.js';

const HEARTBEAT_MS = 10_000;
const SILENT_MS = 45_000;

const heldHere = new Set<string>();

type Owner = { readonly pid: number; readonly host: string; readonly birth: string };

/**
 * Keeps a second process out of a data directory: two servers on the same files destroy them. A lock whose
 * process is gone is taken over; one of another machine or container counts as gone when it has been silent.
 */
export class DirectoryLock {
  private readonly heartbeat: NodeJS.Timeout;

  private constructor(private readonly path: string) {
    heldHere.add(path);
    this.heartbeat = setInterval(() => touch(path), HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  static take(path: string): DirectoryLock {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (create(path)) return new DirectoryLock(path);
      const text = read(path);
      if (text === undefined) continue;
      if (isAlive(path, text)) throw new DirectoryInUseError(path, text.trim());
      removeStale(path, text);
    }
    throw new Error(`the lock of the embedded database cannot be taken: ${path}`);
  }

  release(): void {
    clearInterval(this.heartbeat);
    heldHere.delete(this.path);
    rmSync(this.path, { force: true });
  }
}

function create(path: string): boolean {
  try {
    const owner: Owner = { pid: process.pid, host: hostname(), birth: birthOf(process.pid) };
    writeFileSync(path, `${JSON.stringify(owner)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isFileError(error, 'EEXIST')) return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isAlive(path: string, text: string): boolean {
  if (heldHere.has(path)) return true;
  const owner = parseOwner(text);
  const isSilent = Date.now() - statSync(path).mtimeMs > SILENT_MS;
  if (!owner) return !isSilent;
  if (owner.host !== hostname()) return !isSilent;
  return owner.pid !== process.pid && isRunning(owner.pid) && birthOf(owner.pid) === owner.birth;
}

function parseOwner(text: string): Owner | undefined {
  const match = /^\{"pid":(\d+),"host":"([^"]*)","birth":"([^"]*)"\}\n$/.exec(text);
  const [, pid, host, birth] = match ?? [];
  return pid === undefined || host === undefined || birth === undefined ? undefined : { pid: Number(pid), host, birth };
}

/** What tells two processes with the same number apart, where the system says it: the boot and the start. */
function birthOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${boot}/${status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isFileError(error, 'EPERM');
  }
}

/** Moved aside first: of two processes that saw the same dead owner, only one moves what it saw. */
function removeStale(path: string, seen: string): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== seen) linkSync(aside, path);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!isFileError(error, 'ENOENT') && !isFileError(error, 'EEXIST')) throw error;
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch (error) {
    if (!isFileError(error, 'ENOENT')) throw error;
  }
}

function isFileError(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
