import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DirectoryLock } from './directory-lock.js';

describe('the lock of a data directory', () => {
  let folder: string;
  let lock: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'wangge-lock-'));
    lock = path.join(folder, 'lock');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const leave = (owner: object) => writeFileSync(lock, `${JSON.stringify({ pid: 1, host: hostname(), birth: '', ...owner })}\n`);

  /** The lock as another running process would have written it: this process's own line, with its number and birth. */
  function leaveLockOf(pid: number): void {
    DirectoryLock.take(`${lock}.own`);
    const own = readFileSync(`${lock}.own`, 'utf8');
    const start = (status: string) => status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    const births = [process.pid, pid].map((id) => (existsSync('/proc') ? start(readFileSync(`/proc/${id}/stat`, 'utf8')) : ''));
    writeFileSync(lock, own.replace(`"pid":${process.pid}`, `"pid":${pid}`).replace(`/${births[0]}"`, `/${births[1]}"`));
  }

  test('is gone after its release', () => {
    DirectoryLock.take(lock).release();
    expect(existsSync(lock)).toBe(false);
  });

  test('is not given twice in one process', () => {
    const held = DirectoryLock.take(lock);
    expect(() => DirectoryLock.take(lock)).toThrow('another process uses the embedded database');
    held.release();
  });

  test('stops a second process while the first one runs, and no longer', () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    leaveLockOf(other.pid ?? 0);
    expect(() => DirectoryLock.take(lock)).toThrow('another process uses the embedded database');
    spawnSync('kill', ['-9', String(other.pid)]);
    return new Promise<void>((resolve) => other.once('exit', () => resolve())).then(() => {
      DirectoryLock.take(lock).release();
    });
  });

  test('is taken over from a process that is dead', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    leave({ pid });
    DirectoryLock.take(lock).release();
  });

  test('is taken over when another process got the number of the dead one', () => {
    leave({ pid: process.ppid, birth: 'another boot/1' });
    DirectoryLock.take(lock).release();
  });

  test('is taken over from an earlier life with the same number, as in a container', () => {
    leave({ pid: process.pid });
    DirectoryLock.take(lock).release();
  });

  test('of another machine holds while it shows signs of life', () => {
    leave({ host: 'elsewhere' });
    expect(() => DirectoryLock.take(lock)).toThrow('another process uses the embedded database');
    utimesSync(lock, new Date(0), new Date(0));
    DirectoryLock.take(lock).release();
  });
});
