import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ROOT, read, scratchFolder, write } from './repository.js';

const FEATURES = 'apps/api/src/features';

/** A small house that obeys every rule, so that what is caught below was caught for its own fault. */
const SOUND = {
  'package.json': '{ "name": "seeded", "dependencies": { "zod": "*", "typeorm": "*", "pg": "*" } }',
  'tools/lint/tsconfig.paths.json': read('tools/lint/tsconfig.paths.json'),
  'tools/lint/linters.mjs': 'export {};',
  'libs/contracts/src/index.ts': "import { z } from 'zod';\nexport const Id = z.string();",
  'libs/domain/src/index.ts': "import { Id } from '@wangge/contracts';\nimport { z } from 'zod';\nexport const Ids = z.array(Id);",
  'libs/testing/src/index.ts': 'export const cluster = 1;',
  'apps/phone/src/index.ts': "export { Ids } from '@wangge/domain';",
  'apps/api/src/platform/database/index.ts': "import { DataSource } from 'typeorm';\nexport { DataSource };",
  'apps/api/src/platform/http/index.ts': 'export const http = 1;',
  'apps/api/src/migrations/1-first.ts': "import type { MigrationInterface } from 'typeorm';\nexport type First = MigrationInterface;",
  [`${FEATURES}/grid/grid.queries.ts`]: "import { In } from 'typeorm';\nexport const byCode = In;",
  [`${FEATURES}/grid/grid.service.ts`]: "import { byCode } from './grid.queries.js';\nimport { http } from '../../platform/http/index.js';\nexport const all = [byCode, http];",
  [`${FEATURES}/grid/index.ts`]: "export { all } from './grid.service.js';",
  [`${FEATURES}/events/index.ts`]: "export { all } from '../grid/index.js';",
  'apps/api/src/app.module.ts': "export { all } from './features/events/index.js';",
  'apps/api/src/main.ts': "export { all } from './app.module.js';",
};

/** One broken rule for each file. */
const BROKEN: [rule: string, file: string, content: string][] = [
  ['no-cycles', 'libs/domain/src/circle-back.ts', "import type { A } from './circle.js';\nexport type B = A | 1;"],
  ['libs-know-no-app', 'libs/map/src/up.ts', "export * from '../../../apps/phone/src/index.js';"],
  ['apps-stand-apart', 'apps/wall/src/neighbour.ts', "export * from '../../phone/src/index.js';"],
  ['apps-stand-apart', 'apps/console/src/server.ts', "export * from '../../api/src/platform/http/index.js';"],
  ['sources-know-no-tools', 'libs/look/src/tool.ts', "export * from '../../../tools/lint/linters.mjs';"],
  ['testing-is-for-tests', 'apps/api/src/platform/http/test-help.ts', "export * from '@wangge/testing';"],
  ['contracts-stand-on-zod', 'libs/contracts/src/file.ts', "import 'node:fs';\nexport {};"],
  ['contracts-stand-on-zod', 'libs/contracts/src/domain.ts', "export * from '../../look/src/tool.js';"],
  ['domain-is-pure', 'libs/domain/src/database.ts', "import 'pg';\nexport {};"],
  ['no-react-leaflet', 'apps/console/src/map.ts', "import 'react-leaflet';\nexport {};"],
  ['platform-knows-no-feature', 'apps/api/src/platform/http/knows.ts', "export * from '../../features/grid/index.js';"],
  ['main-is-on-top', `${FEATURES}/tasks/top.ts`, "export * from '../../app.module.js';"],
  ['migrations-are-history', 'apps/api/src/migrations/2-live.ts', "export * from '@wangge/domain';"],
  ['features-meet-at-index', `${FEATURES}/events/deep.ts`, "export * from '../grid/grid.service.js';"],
  ['features-are-entered-by-index', 'apps/api/src/wiring.ts', "export * from './features/grid/grid.service.js';"],
  ['feature-has-a-place', `${FEATURES}/surprises/index.ts`, "export * from '../grid/index.js';"],
  ['grid-knows-nothing-above', `${FEATURES}/grid/upward.ts`, "export * from '../tasks/index.js';"],
  ['tasks-knows-nothing-above', `${FEATURES}/tasks/index.ts`, "export * from '../events/index.js';"],
  ['controllers-use-services', `${FEATURES}/grid/grid.controller.ts`, "export * from './grid.queries.js';"],
  ['typeorm-has-few-doors', `${FEATURES}/events/events.service.ts`, "import 'typeorm';\nexport {};"],
  ['drivers-have-one-door', `${FEATURES}/events/events.queries.ts`, "import 'pg';\nexport {};"],
  ['screens-run-in-browsers', 'apps/phone/src/node.ts', "import 'node:fs';\nexport {};"],
  ['can-be-found', 'libs/look/src/lost.ts', "import './nowhere.js';\nexport {};"],
  ['drivers-have-one-door', 'apps/api/src/platform/http/embedded.ts', "import '@electric-sql/pglite';\nexport {};"],
  ['is-declared', 'libs/look/src/undeclared.ts', "import 'rxjs';\nexport {};"],
];

let folder = '';
let violations: { name: string; from: string }[] = [];

beforeAll(() => {
  folder = scratchFolder('import-rules');
  for (const [file, content] of Object.entries(SOUND)) write(folder, file, content);
  write(folder, 'libs/domain/src/circle.ts', "import type { B } from './circle-back.js';\nexport type A = B;");
  for (const [, file, content] of BROKEN) write(folder, file, content);
  const cruiser = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, '--config', path.join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'libs'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 });
  violations = JSON.parse(stdout).summary.violations.map(({ rule, from }: { rule: { name: string }; from: string }) => ({ name: rule.name, from }));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(BROKEN)('the rule %s catches %s', (name, file) => {
  expect(violations).toContainEqual({ name, from: file });
});

test('a sound house breaks no rule', () => {
  expect(violations.filter(({ from }) => from in SOUND)).toEqual([]);
});

test('every rule is seen to catch something', () => {
  const config = require(path.join(ROOT, '.dependency-cruiser.cjs'));
  const names: string[] = config.forbidden.map((rule: { name: string }) => rule.name);
  const sameKind = names.filter((name) => name.endsWith('-knows-nothing-above'));
  const seeded = new Set([...BROKEN.map(([name]) => name), ...sameKind]);
  expect(names.filter((name) => !seeded.has(name))).toEqual([]);
});
