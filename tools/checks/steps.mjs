import { existsSync, readdirSync } from 'node:fs';
import { ROOT } from '../setup/places.mjs';
import { runBrowserTests } from './browser.mjs';
import { runJest } from './jest.mjs';
import { runLint } from './lint.mjs';
import { runTypes } from './types.mjs';

const DATABASE_SPEC = String.raw`\.db\.spec\.ts$`;
const OTHER_SPEC = String.raw`^(?!.*\.db\.spec\.ts$).*\.spec\.ts$`;

/** The projects that keep their tests beside their code. */
function projectsWithTests() {
  return ['libs', 'apps']
    .flatMap((group) => readdirSync(`${ROOT}/${group}`).map((name) => `${group}/${name}`))
    .filter((folder) => existsSync(`${ROOT}/${folder}/jest.config.cjs`));
}

function specsOf(project) {
  const files = readdirSync(`${ROOT}/${project}`, { recursive: true }).map(String);
  return files.filter((file) => file.endsWith('.spec.ts') && !/(^|\/)(node_modules|dist)\//.test(file));
}

/** Those with a test of the wanted kind; one that is set up for tests and has none of any kind comes along, and fails. */
function projectsFor(pattern) {
  return projectsWithTests().filter((project) => {
    const specs = specsOf(project);
    return specs.some((file) => new RegExp(pattern).test(file)) || (specs.length === 0 && pattern === OTHER_SPEC);
  });
}

const beside = (name, title, pattern, minutes) => ({
  name,
  title,
  run: () => runJest({ name, title, projects: projectsFor(pattern), pattern, minutes }),
});

const apart = (name, title, minutes) => ({
  name,
  title,
  needsBuild: true,
  run: () => runJest({ name, title, projects: [`test/${name}`], minutes }),
});

/** Everything `npm test` does, in this order: the quick and the general first. */
export const STEPS = [
  { name: 'types', title: '类型 Types', run: runTypes },
  { name: 'lint', title: '规范 Lint and import rules', run: runLint },
  beside('unit', '单元测试 Unit tests', OTHER_SPEC, 8),
  beside('database', '数据库测试 Database tests', DATABASE_SPEC, 12),
  apart('architecture', '结构检查 Architecture', 5),
  apart('api', '接口测试 API from outside', 10),
  apart('bench', '压力试验试跑 The bench in small', 4),
  { name: 'browser', title: '浏览器测试 Browser', needsBuild: true, run: runBrowserTests },
];
