import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findPostgres } from '@wangge/testing';
import { createTestDatabase } from '../../../testing/index.js';
import { runGridImport } from './command-line.js';
import { JIGUAN_FOLDER } from './import-files.js';

async function run(args: readonly string[], environment: Record<string, string | undefined> = {}) {
  const lines: string[] = [];
  const code = await runGridImport(args, environment, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

describe('the import command', () => {
  test.each([
    ['nothing', []],
    ['two folders', ['a', 'b']],
    ['an unknown option', ['a', '--force']],
    ['an unknown coordinate system', ['a', '--coordinates', 'bd09']],
    ['no number of unit grids', ['a', '--grids', '0']],
  ])('explains itself when it is given %s', async (_, args) => {
    const { code, said } = await run(args);
    expect(code).toBe(2);
    expect(said).toContain('npm run grid:import -- <folder>');
  });

  test('says that nothing was imported when the files are missing', async () => {
    const { code, said } = await run(['nowhere'], { INIT_CWD: '/somewhere' });
    expect(code).toBe(1);
    expect(said).toContain('Nothing was imported');
    expect(said).toContain('/somewhere/nowhere');
  });

  const onServer = findPostgres() ? test : test.skip;
  onServer(
    'imports a folder named from where it was typed, and again without harm',
    async () => {
      const database = await createTestDatabase('server');
      const { databaseUrl, databaseOwnerUrl } = database.config;
      const environment = {
        DATABASE_URL: databaseUrl,
        DATABASE_OWNER_URL: databaseOwnerUrl,
        INIT_CWD: path.dirname(path.resolve(JIGUAN_FOLDER)),
      };
      try {
        const first = await run(['jiguan'], environment);
        expect(first.code).toBe(0);
        expect(first.said).toContain('9 个街道（乡镇）、35 个社区（村）、420 个单元网格');
        expect(first.said).toContain('465 created, 0 changed, 0 ended');
        expect((await run(['jiguan'], environment)).said).toContain('nothing has changed');
      } finally {
        await database.close();
      }
    },
    60_000,
  );
});
