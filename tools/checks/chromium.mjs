import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommand } from '../setup/install.mjs';
import { CACHE, LOGS } from '../setup/places.mjs';
import { run, tail } from '../setup/processes.mjs';
import { Stopped } from '../setup/progress.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** A Chromium that ships inside an npm package, for machines without one. */
const PACKAGED = '@sparticuz/chromium@153';
const FOLDER = `${CACHE}/chromium`;

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installedChromium() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'];
  const candidates = [process.env.CHROMIUM_PATH, ...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)))];
  return candidates.find((file) => file && isProgram(file));
}

const ENTRY = `${FOLDER}/node_modules/@sparticuz/chromium/build/index.js`;
const UNPACKED = `${FOLDER}/unpacked`;
const DONE = `${UNPACKED}/.complete`;

function demand(result, isDone) {
  if (result.code === 0 && isDone) return;
  throw new Stopped('没有可用的 Chromium,且下载失败。', `No Chromium was found and ${PACKAGED} could not be made ready.`, tail(result.log));
}

async function installPackaged() {
  const [command, first] = npmCommand();
  const args = [...first, 'install', '--prefix', FOLDER, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGED];
  const result = await run(command, args, { name: 'chromium', minutes: 10 });
  demand(result, existsSync(ENTRY));
}

/** The package unpacks into the folder for temporary files, and its libraries only where it is told that it runs in a bare system. */
async function unpack() {
  rmSync(UNPACKED, { recursive: true, force: true });
  mkdirSync(UNPACKED, { recursive: true });
  const script = `const { default: chromium } = await import(${JSON.stringify(ENTRY)}); await chromium.executablePath();`;
  const env = { TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const result = await run(process.execPath, ['--input-type=module', '-e', script], { name: 'chromium-unpack', minutes: 5, env });
  demand(result, existsSync(`${UNPACKED}/chromium`));
  writeFileSync(DONE, '');
}

/** Its own libraries and fonts are used only where the system lacks them: the system's fit better. */
async function packagedEnvironment() {
  const program = `${UNPACKED}/chromium`;
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: `${UNPACKED}/fonts` };
  const choices = [{}, { LD_LIBRARY_PATH: `${UNPACKED}/al2023/lib` }];
  for (const env of choices) {
    const { code } = await run(program, ['--version'], { name: 'chromium-version', minutes: 1, env });
    if (code === 0) return { CHROMIUM_PATH: program, ...fonts, ...env };
  }
  throw new Stopped(
    '没有可用的 Chromium:npm 包中的版本无法在本机运行,请安装系统的 chromium。',
    'No Chromium was found, and the one from npm does not run on this machine. Install the system’s chromium.',
    tail(`${LOGS}/chromium-version.log`),
  );
}

/** The environment in which the browser tests find a Chromium: an installed one, else the one from npm. */
export async function findChromium() {
  const found = installedChromium();
  if (found) return { CHROMIUM_PATH: found };
  if (!existsSync(ENTRY)) await installPackaged();
  if (!existsSync(DONE)) await unpack();
  return await packagedEnvironment();
}
