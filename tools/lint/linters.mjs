import { existsSync } from 'node:fs';
import { ROOT } from '../setup/places.mjs';
import { run, tail } from '../setup/processes.mjs';

const BIOME = `${ROOT}/node_modules/@biomejs/biome/bin/biome`;
const CRUISER = `${ROOT}/node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;

const LINTERS = [
  { name: 'biome', args: [BIOME, 'lint', '--error-on-warnings', '--diagnostic-level=warn', '--max-diagnostics=200', '--colors=off'] },
  { name: 'import rules', args: [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'libs', 'test'] },
  { name: 'database calls', args: [`${ROOT}/tools/lint/database-calls.mjs`] },
];

/** Runs every linter and answers the complaints; none means that all is well. */
export async function runLinters() {
  const results = await Promise.all(
    LINTERS.map(async ({ name, args }) => {
      if (!existsSync(args[0])) return { name, code: 1, output: `${args[0]} is not installed` };
      const { code, log } = await run(process.execPath, args, { name: `lint-${name.replace(' ', '-')}`, minutes: 3, env: { NO_COLOR: '1' } });
      return { name, code, output: tail(log, 200) };
    }),
  );
  return results.filter((result) => result.code !== 0);
}
