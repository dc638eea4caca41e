import { runLinters } from '../lint/linters.mjs';
import { step } from '../setup/progress.mjs';
import { FAILED, PASSED } from './count.mjs';

export async function runLint() {
  const complaints = await step('规范 Lint and import rules', runLinters);
  for (const { name, output } of complaints) console.log(`✗ ${name}\n${output}`);
  return complaints.length === 0 ? PASSED : FAILED;
}
