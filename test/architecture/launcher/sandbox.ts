import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT, read, write } from '../repository.js';

const LOCKFILE = { packages: { '': {}, 'node_modules/nx': { version: '1.0.0', integrity: 'sha512-nx' } } };

/** Stands in for npm: unpacks one package, the false Nx, and keeps the record that npm keeps. */
const NPM = `
const { appendFileSync, cpSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('calls.log', 'install\\n');
mkdirSync('node_modules/nx/dist/bin', { recursive: true });
cpSync('fakes/nx.js', 'node_modules/nx/dist/bin/nx.js');
writeFileSync('node_modules/nx/package.json', '{ "name": "nx", "version": "1.0.0" }');
if (process.env.FAKE_NPM === 'fails') { console.log('registry unreachable'); process.exit(1); }
setTimeout(() => writeFileSync('node_modules/.package-lock.json', '${JSON.stringify(LOCKFILE)}'), process.env.FAKE_NPM === 'slow' ? 30000 : 0);
`;

/** Stands in for Nx: half of the build is there at once, the other half at the end. */
const NX = `
const { appendFileSync, cpSync, mkdirSync } = require('node:fs');
appendFileSync('calls.log', 'build\\n');
mkdirSync('apps/api/dist', { recursive: true });
cpSync('fakes/server.js', 'apps/api/dist/main.js');
console.log('> nx run api:build');
if (process.env.FAKE_NX === 'fails') { console.log('error TS2322'); process.exit(1); }
setTimeout(() => {}, process.env.FAKE_NX === 'slow' ? 30000 : 0);
`;

/** Stands in for the server. */
const SERVER = `
const { appendFileSync } = require('node:fs');
appendFileSync('calls.log', 'serve ' + [process.env.PORT, process.env.HOST, process.env.DATA_DIR, process.env.WANGGE_DEMO].join(' ') + '\\n');
if (process.env.FAKE_SERVER === 'crashes') process.exit(3);
process.on('SIGTERM', () => { appendFileSync('calls.log', 'closed\\n'); process.exit(0); });
console.log('ready');
setInterval(() => {}, 1000);
`;

export type Run = { readonly child: ChildProcess; readonly output: () => string; readonly ended: Promise<number | null> };

/** Whatever a failed test left running; each run leads a group of its own. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended by itself, as it should.
  }
}

/** A repository with the real launcher and false tools, so that a start takes a moment and no network. */
export class Sandbox {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'wangge-launcher-'));
  private readonly runs: Run[] = [];

  constructor() {
    for (const place of ['tools/start.mjs', 'tools/setup']) cpSync(path.join(ROOT, place), path.join(this.folder, place), { recursive: true });
    const files = {
      'package.json': JSON.stringify({ private: true, scripts: { start: JSON.parse(read('package.json')).scripts.start } }),
      'package-lock.json': JSON.stringify(LOCKFILE),
      'tsconfig.base.json': '{}',
      'nx.json': '{}',
      'fakes/npm-cli.js': NPM,
      'fakes/nx.js': NX,
      'fakes/server.js': SERVER,
      'apps/api/project.json': '{}',
      'apps/api/src/main.ts': 'export {};',
      'libs/README': '',
    };
    for (const [file, content] of Object.entries(files)) write(this.folder, file, content);
  }

  /** What the stand-ins were called for, in order. */
  calls(): string[] {
    const log = path.join(this.folder, 'calls.log');
    return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  }

  start(env: Record<string, string> = {}, args: readonly string[] = []): Run {
    const npm = path.join(this.folder, 'fakes/npm-cli.js');
    return this.watch(process.execPath, [path.join(this.folder, 'tools/start.mjs'), ...args], { npm_execpath: npm, ...env });
  }

  /** As a user does, by the real npm; an install must not be needed any more. */
  startByNpm(env: Record<string, string>): Run {
    return this.watch('npm', ['start'], env);
  }

  private watch(command: string, args: readonly string[], env: Record<string, string>): Run {
    const child = spawn(command, args, { cwd: this.folder, env: { PATH: process.env.PATH, ...env }, detached: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    const run = { child, output: () => output, ended: once(child, 'close').then(([code]) => code) };
    this.runs.push(run);
    return run;
  }

  async until(isSo: () => boolean): Promise<void> {
    for (let tries = 0; !isSo(); tries += 1) {
      if (tries > 400) throw new Error(`waited in vain; calls: ${this.calls().join(', ')}`);
      await wait(25);
    }
  }

  async close(): Promise<void> {
    for (const { child } of this.runs) endGroup(child.pid);
    await Promise.all(this.runs.map(({ ended }) => ended));
    for (const note of this.left()) endGroup(Number(note.split('-')[1]));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What a killed launcher left running, by the notes it made. */
  left(): string[] {
    const notes = path.join(this.folder, '.cache/running');
    return existsSync(notes) ? readdirSync(notes) : [];
  }
}
