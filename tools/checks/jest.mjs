import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { LOGS, ROOT } from '../setup/places.mjs';
import { run, tail } from '../setup/processes.mjs';
import { step } from '../setup/progress.mjs';
import { add, FAILED } from './count.mjs';
import { describeFailures } from './failures.mjs';

/** What a caller's environment says about a server of his own is no business of the tests. */
const OWN_SERVER = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATA_DIR', 'PORT', 'HOST', 'WANGGE_DEMO'];
const NO_SERVER = Object.fromEntries(OWN_SERVER.map((name) => [name, undefined]));

const isSpecOf = (project) => (suite) => suite.name.startsWith(`${ROOT}/${project}/`);
const didRun = (suite) => suite.assertionResults.some((test) => test.status === 'passed' || test.status === 'failed');

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}

/** A project whose tests are all gone, misnamed or skipped must not look green. */
function emptyProjects(projects, report) {
  return projects.filter((project) => !report.testResults.filter(isSpecOf(project)).some(didRun));
}

function countOf(report) {
  const brokenSuites = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenSuites.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function runProjects({ name, projects, pattern, minutes, env }, tell) {
  const output = path.join(LOGS, `${name}.json`);
  rmSync(output, { force: true });
  let files = 0;
  const onLine = (line) => {
    if (!/^(PASS|FAIL) /.test(line)) return;
    files += 1;
    tell(`${files} files`);
  };
  const args = ['--ci', '--json', `--outputFile=${output}`, '-w', '2', '--projects', ...projects];
  if (pattern) args.push('--testPathPatterns', pattern);
  const result = await run(process.execPath, [`${ROOT}/node_modules/jest/bin/jest.js`, ...args], {
    name,
    minutes,
    onLine,
    env: { ...NO_SERVER, NODE_ENV: 'test', NO_COLOR: '1', ...env },
  });
  return { ...result, report: read(output) };
}

/** Runs the tests of some projects in one jest and counts them. */
export async function runJest({ title, ...options }) {
  const { code, timedOut, log, report } = await step(title, (tell) => runProjects(options, tell));
  if (!report) {
    console.log(`✗ ${title}: ${timedOut ? 'time limit reached' : 'no result'}\n${tail(log, 80)}`);
    return FAILED;
  }
  console.log(describeFailures(report));
  let count = countOf(report);
  for (const project of emptyProjects(options.projects, report)) {
    console.log(`✗ ${project}: no test ran`);
    count = add(count, FAILED);
  }
  if (code !== 0 && count.failed === 0) {
    console.log(`✗ ${title}: jest ended with ${code}\n${tail(log, 80)}`);
    count = add(count, FAILED);
  }
  return count;
}
