import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../setup/places.mjs';

const MOST = 40;

/** A message without the stack's way through installed packages. */
function shortened(message) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|node:internal)/.test(line));
  return lines.slice(0, 40).map((line) => `      ${line}`).join('\n');
}

function describeSuite(suite) {
  const file = suite.name.replace(`${ROOT}/`, '');
  const failed = suite.assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return [`  ✗ ${file} did not run\n${shortened(suite.message)}`];
  return failed.map((test) => `  ✗ ${file} › ${test.fullName}\n${test.failureMessages.map(shortened).join('\n')}`);
}

/** Every failed test with its message, as jest's report tells it. */
export function describeFailures(report) {
  const all = report.testResults.filter((suite) => suite.status === 'failed').flatMap(describeSuite);
  const more = all.length > MOST ? [`  … and ${all.length - MOST} more`] : [];
  return [...all.slice(0, MOST), ...more].join('\n');
}
