import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { forget, note } from './orphans.mjs';
import { LOGS, ROOT } from './places.mjs';

const running = new Set();

/** Ends a process together with everything it started; each one leads a group of its own. */
function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function endAll(signal) {
  for (const child of running) endGroup(child, signal);
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
let interruptedBy;

/** Asked to stop: the children go first, then we do. Nothing that waits for them continues. */
function interrupt(signal) {
  if (interruptedBy) return;
  interruptedBy = signal;
  endAll('SIGTERM');
  setTimeout(() => process.exit(EXIT_CODES[signal]), 3000);
}

function watchSignals(isOn) {
  for (const signal of Object.keys(EXIT_CODES)) {
    if (isOn) process.on(signal, interrupt);
    else process.off(signal, interrupt);
  }
}

process.on('exit', () => endAll('SIGKILL'));

/**
 * Runs a command to its end and keeps what it says in a log file. Never throws for a failure of
 * the command: the caller decides what an exit code means.
 */
export function run(command, args, { name, minutes = 10, env = {}, cwd = ROOT, onLine } = {}) {
  mkdirSync(LOGS, { recursive: true });
  const log = path.join(LOGS, `${name}.log`);
  const out = createWriteStream(log);
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  if (running.size === 0) watchSignals(true);
  running.add(child);
  note(child, 'tool');
  let timedOut = false;
  const limit = setTimeout(() => {
    timedOut = true;
    endGroup(child, 'SIGKILL');
  }, minutes * 60_000);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      out.write(`${line}\n`);
      onLine?.(line);
    });
  }
  return new Promise((resolve) => {
    const finish = (code, failure) => {
      clearTimeout(limit);
      running.delete(child);
      forget(child, 'tool');
      if (interruptedBy && running.size === 0) process.exit(EXIT_CODES[interruptedBy]);
      if (interruptedBy) return;
      if (running.size === 0) watchSignals(false);
      out.end(failure ? `${failure}\n` : '', () => resolve({ code, timedOut, log }));
    };
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** The end of a log, for the reader of a failure. */
export function tail(log, lines = 40) {
  return stripVTControlCharacters(readFileSync(log, 'utf8')).trimEnd().split('\n').slice(-lines).join('\n');
}
