import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROOT, read, scratchFolder, write } from './repository.js';

const BIOME = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** A wrong source for each rule; the file's name is one of them. */
const WRONG: [rule: string, file: string, source: string][] = [
  ['noExplicitAny', 'libs/domain/src/any.ts', 'export const read = (value: any): string => String(value);'],
  ['noNonNullAssertion', 'libs/domain/src/bang.ts', 'export const first = (list: string[]): string => list[0]!;'],
  ['noEnum', 'libs/domain/src/colour.ts', 'export enum Colour { Red }'],
  ['noDefaultExport', 'libs/domain/src/default.ts', 'export default 1;'],
  ['noUnusedVariables', 'libs/domain/src/unused.ts', 'const forgotten = 1;\nexport const kept = 2;'],
  ['noFloatingPromises', 'libs/domain/src/floating.ts', 'async function save(): Promise<void> {}\nexport function run(): void {\n  save();\n}'],
  ['noConsole', 'libs/domain/src/console.ts', "console.log('here');"],
  ['useFilenamingConvention', 'libs/domain/src/OneFile.ts', 'export const one = 1;'],
];
const SOUND = [
  ['apps/console/src/EventList.tsx', 'export const EventList = () => null;'],
  ['apps/console/vite.config.ts', 'export default {};'],
];

describe('biome refuses', () => {
  // Outside the repository: inside it, biome reads no types in a folder that git ignores.
  const folder = mkdtempSync(path.join(tmpdir(), 'wangge-biome-'));
  let output = '';

  beforeAll(() => {
    const settings = JSON.parse(read('biome.json'));
    write(folder, 'biome.json', JSON.stringify({ ...settings, vcs: { enabled: false } }));
    for (const [file = '', source = ''] of [...WRONG.map(([, ...rest]) => rest), ...SOUND]) write(folder, file, `${source}\n`);
    const { stdout, stderr } = spawnSync(process.execPath, [BIOME, 'lint', '--reporter=github'], { cwd: folder, encoding: 'utf8' });
    output = stdout + stderr;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(WRONG)('%s in %s', (rule, file) => {
    const complaints = output.split('\n').filter((line) => line.includes(`/${file},`));
    expect(complaints.join('\n')).toContain(`/${rule},`);
  });

  test.each(SOUND)('nothing in %s', (file) => {
    expect(output).not.toContain(file);
  });
});

describe('the database calls', () => {
  const folder = scratchFolder('database-calls');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const inspect = (source: string): string => {
    write(folder, 'seeded.ts', source);
    const script = path.join(ROOT, 'tools/lint/database-calls.mjs');
    return spawnSync(process.execPath, [script, path.join(folder, 'seeded.ts')], { encoding: 'utf8' }).stdout;
  };

  test.each([
    ['manager.save(row);', '.save()'],
    ['await this.eventRepository.remove(row);', '.remove()'],
    ['await dataSource.manager.transaction(work);', '.transaction()'],
    ['rows.where(`code = ${code}`);', '.where()'],
    ['rows.orderBy(sort);', '.orderBy()'],
    ['rows.andWhere(sql, { code });', '.andWhere()'],
    ['open({ synchronize: true });', 'synchronize'],
    ['open({ synchronize: isTest });', 'synchronize'],
  ])('%s is caught', (source, complaint) => {
    expect(inspect(source)).toContain(complaint);
  });

  test('literal conditions, inserts and updates are not', () => {
    const sound = [
      "rows.where('code = :code', { code }).orderBy('reported_at');",
      "rows.andWhere(new Brackets((inner) => inner.where('a = 1')));",
      'await manager.insert(Event, row);',
      'open({ synchronize: false });',
      'canvas.save();',
    ];
    expect(inspect(sound.join('\n'))).toBe('');
  });
});
