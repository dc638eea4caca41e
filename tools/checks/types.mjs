import { existsSync, readdirSync } from 'node:fs';
import { ROOT } from '../setup/places.mjs';
import { run, tail } from '../setup/processes.mjs';
import { step } from '../setup/progress.mjs';
import { FAILED, PASSED } from './count.mjs';

const TSC = `${ROOT}/node_modules/typescript/bin/tsc`;

const foldersIn = (group) => readdirSync(`${ROOT}/${group}`).map((name) => `${group}/${name}`);
const hasTypes = (folder) => existsSync(`${ROOT}/${folder}/tsconfig.json`);

/** Libraries and the server are built in the order of their references; screens and specs are only checked. */
function programs() {
  const screens = foldersIn('apps').filter((folder) => hasTypes(folder) && folder !== 'apps/api');
  return [
    { name: 'libraries', args: ['-b', ...foldersIn('libs').filter(hasTypes), 'apps/api'] },
    ...screens.map((folder) => ({ name: folder.slice(5), args: ['--noEmit', '-p', folder] })),
    { name: 'specs', args: ['-p', 'tools/types/tsconfig.specs.json'] },
  ];
}

async function check({ name, args }) {
  const result = await run(process.execPath, [TSC, ...args], { name: `types-${name}`, minutes: 5 });
  return { name, ...result };
}

export async function runTypes() {
  const [first, ...others] = programs();
  const results = await step('类型 Types', async (tell) => {
    tell(first.name);
    const done = [await check(first)];
    for (let index = 0; index < others.length; index += 2) {
      const pair = others.slice(index, index + 2);
      tell(pair.map((program) => program.name).join(', '));
      done.push(...(await Promise.all(pair.map(check))));
    }
    return done;
  });
  const wrong = results.filter((result) => result.code !== 0);
  for (const { name, log, timedOut } of wrong) console.log(`✗ types of ${name}${timedOut ? ' (time limit)' : ''}\n${tail(log, 60)}`);
  return wrong.length === 0 ? PASSED : FAILED;
}
