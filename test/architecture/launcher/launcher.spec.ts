import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { freePort } from '@wangge/testing';
import { Sandbox } from './sandbox.js';

jest.setTimeout(30_000);

let sandbox: Sandbox;
let port = '';

beforeEach(async () => {
  sandbox = new Sandbox();
  port = String(await freePort());
});
afterEach(() => sandbox.close());

const begun = () => sandbox.calls().map((call) => call.split(' ')[0]);

/** A process that ended and was not yet reaped has a number, but no command line. */
function isRunning(pid: number): boolean {
  const place = `/proc/${pid}/cmdline`;
  return existsSync(place) && readFileSync(place, 'utf8') !== '';
}

/** Starts, waits until the server runs, and asks it to stop. */
async function startAndStop(env: Record<string, string> = {}, args: string[] = []): Promise<void> {
  const run = sandbox.start({ PORT: port, ...env }, args);
  await sandbox.until(() => run.output().includes('ready'));
  run.child.kill('SIGTERM');
  await run.ended;
}

describe('a start', () => {
  test('installs, builds and serves; the next one only serves', async () => {
    await startAndStop();
    await startAndStop();
    expect(begun()).toEqual(['install', 'build', 'serve', 'closed', 'serve', 'closed']);
  });

  test('does an install again that was killed half-way, and ends what it had left running', async () => {
    const killed = sandbox.start({ PORT: port, FAKE_NPM: 'slow' });
    await sandbox.until(() => begun().includes('install'));
    killed.child.kill('SIGKILL');
    await killed.ended;
    const [orphan = ''] = sandbox.left();
    await startAndStop();
    expect(begun()).toEqual(['install', 'install', 'build', 'serve', 'closed']);
    expect(isRunning(Number(orphan.split('-')[1]))).toBe(false);
  });

  test('does a build again that was killed half-way', async () => {
    const killed = sandbox.start({ PORT: port, FAKE_NX: 'slow' });
    await sandbox.until(() => begun().includes('build'));
    killed.child.kill('SIGKILL');
    await killed.ended;
    await startAndStop();
    expect(begun()).toEqual(['install', 'build', 'build', 'serve', 'closed']);
  });

  test('ends a server whose launcher was killed, and takes its place', async () => {
    const killed = sandbox.start({ PORT: port });
    await sandbox.until(() => killed.output().includes('ready'));
    killed.child.kill('SIGKILL');
    await startAndStop();
    expect(begun()).toEqual(['install', 'build', 'serve', 'closed', 'serve', 'closed']);
  });

  test('installs again when the lock file or the folder of packages changed', async () => {
    await startAndStop();
    rmSync(path.join(sandbox.folder, 'node_modules/nx'), { recursive: true });
    rmSync(path.join(sandbox.folder, 'node_modules/.installed-completely'));
    await startAndStop();
    expect(begun().filter((call) => call === 'install')).toHaveLength(2);
  });

  test('builds again when a source changed or a product is gone', async () => {
    await startAndStop();
    writeFileSync(path.join(sandbox.folder, 'apps/api/src/main.ts'), 'export const changed = 1;');
    await startAndStop();
    rmSync(path.join(sandbox.folder, 'apps/api/dist'), { recursive: true });
    await startAndStop();
    expect(begun().filter((call) => call === 'build')).toHaveLength(3);
    expect(begun().filter((call) => call === 'install')).toHaveLength(1);
  });

  test('hands its settings on', async () => {
    await startAndStop({}, ['--empty']);
    expect(sandbox.calls()).toContain(`serve ${port} 127.0.0.1 ${path.join(sandbox.folder, '.data')} off`);
  });
});

describe('what goes wrong is said in both languages, and the command fails', () => {
  const fails = async (env: Record<string, string>, args: string[], ...words: string[]): Promise<void> => {
    const run = sandbox.start({ PORT: port, ...env }, args);
    expect(await run.ended).toBe(1);
    for (const word of words) expect(run.output()).toContain(word);
  };

  test('an install that fails', () => fails({ FAKE_NPM: 'fails' }, [], '依赖安装失败', 'Installing the dependencies failed', 'registry unreachable'));

  test('a build that fails', () => fails({ FAKE_NX: 'fails' }, [], '构建失败', 'The build failed', 'error TS2322'));

  test('an argument nobody knows', () => fails({}, ['--fast'], '不认识的参数', 'Unknown argument: --fast'));

  test('a port that is none', () => fails({ PORT: '70000' }, [], 'PORT 应为', 'PORT must be'));

  test('a port that is taken, before anything is installed', async () => {
    const server = createServer().listen(Number(port), '127.0.0.1');
    await fails({}, [], '已被占用', `Port ${port} is taken`, 'PORT=');
    await new Promise((resolve) => server.close(resolve));
    expect(sandbox.calls()).toEqual([]);
  });
});

describe('the end', () => {
  test('is clean when asked for', async () => {
    const run = sandbox.start({ PORT: port });
    await sandbox.until(() => run.output().includes('ready'));
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(begun()).toContain('closed');
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('comes when npm gets a %s', async (signal) => {
    await startAndStop();
    const run = sandbox.startByNpm({ PORT: port });
    await sandbox.until(() => run.output().includes('ready'));
    run.child.kill(signal);
    await sandbox.until(() => begun().filter((call) => call === 'closed').length === 2);
    await run.ended;
  });

  test('carries the exit code of a server that failed', async () => {
    expect(await sandbox.start({ PORT: port, FAKE_SERVER: 'crashes' }).ended).toBe(3);
  });

  test('stops an install in hand, and leaves nothing running', async () => {
    const run = sandbox.start({ PORT: port, FAKE_NPM: 'slow' });
    await sandbox.until(() => begun().includes('install'));
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(130);
    expect(sandbox.left()).toEqual([]);
  });
});
