import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { onlyOne } from './only-one.mjs';
import { endOrphans, forget, note } from './orphans.mjs';
import { ROOT } from './places.mjs';
import { Stopped } from './progress.mjs';

/**
 * V8 lets garbage grow with what its heap may have, which is gigabytes on a large machine: with a bound of 1 GiB an import of
 * 100,000 rows stays under 400 MiB.
 */
const HEAP = '--max-old-space-size=1024';

const USAGE = `用法 Usage: npm start [-- --empty]

  --empty   不装入演示数据,只建立区划,并显示一次性管理员口令
            no demo data: the divisions only, and a one-time administrator's secret

环境变量 Environment:
  PORT          端口,默认 3000                     port, 3000 by default
  HOST          监听地址,默认 127.0.0.1            address to listen on, 127.0.0.1 by default
  DATA_DIR      数据目录,默认 .data                folder of the data, .data by default
  DATABASE_URL  使用外部 PostgreSQL(含 PostGIS)   use a PostgreSQL with PostGIS instead of the embedded one`;

function readArguments(args) {
  const unknown = args.filter((arg) => !['--empty', '--help', '-h'].includes(arg));
  if (unknown.length > 0) throw new Stopped(`不认识的参数:${unknown.join(' ')}`, `Unknown argument: ${unknown.join(' ')}`, USAGE);
  return { isEmpty: args.includes('--empty'), isHelp: args.includes('--help') || args.includes('-h') };
}

function readPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Stopped(`PORT 应为 0 到 65535 的整数,现为 ${text}。`, `PORT must be a whole number from 0 to 65535, not ${text}.`);
}

/** Says whether a port can be listened on: undefined if so, else the error's code. */
function portError(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

async function nextFreePort(port, host) {
  for (let candidate = port + 1; candidate < Math.min(port + 50, 65_536); candidate += 1) {
    if (!(await portError(candidate, host))) return candidate;
  }
  return port + 50;
}

async function requirePort(port, host) {
  const code = await portError(port, host);
  if (!code) return;
  if (code !== 'EADDRINUSE') {
    throw new Stopped(`无法在 ${host}:${port} 上监听(${code})。`, `Cannot listen on ${host}:${port} (${code}). Choose another PORT or HOST.`);
  }
  const other = await nextFreePort(port, host);
  throw new Stopped(
    `端口 ${port} 已被占用。可换一个端口:PORT=${other} npm start`,
    `Port ${port} is taken. Choose another: PORT=${other} npm start`,
  );
}

/** How long the server may take to put its things away before it is ended by force. */
const PATIENCE = 15_000;

/** A killed npm tells nobody: where it started us, its end is ours. (`exec` in package.json makes it our parent.) */
function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && stop(), 500).unref();
}

/**
 * Runs the server until it ends or we are asked to stop. It stays in our process group, so that
 * nothing survives when the whole group is killed; a terminal's Ctrl-C reaches it directly as
 * well, and a server that is already closing ignores the second signal.
 */
function serve(env) {
  const child = spawn(process.execPath, [HEAP, path.join(ROOT, 'apps/api/dist/main.js')], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  note(child, 'server');
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  whenNpmIsGone(stop);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      forget(child, 'server');
      const wasAsked = isStopping && (signal === 'SIGTERM' || signal === 'SIGINT');
      if (code === null) resolve(wasAsked ? 0 : 1);
      else resolve(code);
    });
  });
}

async function start(args) {
  const { isEmpty, isHelp } = readArguments(args);
  if (isHelp) {
    console.log(USAGE);
    return 0;
  }
  const host = process.env.HOST || '127.0.0.1';
  const port = readPort();
  await endOrphans();
  await requirePort(port, host);
  await onlyOne(async () => {
    await ensureInstalled();
    await ensureBuilt();
  });
  const env = {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV || 'production',
    // The server's own lines would bury the addresses and accounts it prints.
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    PORT: String(port),
    HOST: host,
    DATA_DIR: path.resolve(ROOT, process.env.DATA_DIR || '.data'),
    ...(isEmpty ? { WANGGE_DEMO: 'off' } : {}),
  };
  console.log('… 启动服务 Starting the server');
  return await serve(env);
}

export async function launch(args) {
  try {
    process.exitCode = await start(args);
  } catch (error) {
    console.error(error instanceof Stopped ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
