import { ensureBuilt } from '../setup/build.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { onlyOne } from '../setup/only-one.mjs';
import { Stopped, seconds } from '../setup/progress.mjs';
import { add, FAILED, line, NOTHING } from './count.mjs';
import { STEPS } from './steps.mjs';

const USAGE = `Usage: npm test [-- STEP...]   steps: ${STEPS.map((step) => step.name).join(', ')}`;

function selectedSteps(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) throw new Stopped(`没有这样的步骤:${unknown.join(' ')}`, `No such step: ${unknown.join(' ')}`, USAGE);
  return names.length === 0 ? STEPS : STEPS.filter((step) => names.includes(step.name));
}

function say(error) {
  console.log(error instanceof Stopped ? error.message : error);
  return FAILED;
}

async function prepare(steps) {
  await onlyOne(async () => {
    await ensureInstalled();
    if (steps.some((step) => step.needsBuild)) await ensureBuilt();
  });
}

/** A failed build does not hide what the steps that need none would say. */
async function prepareOrSay(steps) {
  try {
    await prepare(steps);
    return NOTHING;
  } catch (error) {
    return say(error);
  }
}

async function runSteps(steps) {
  let total = await prepareOrSay(steps);
  const isBuilt = total.failed === 0;
  for (const step of steps) {
    if (step.needsBuild && !isBuilt) {
      console.log(`– ${step.title}: not run, since the build failed`);
      total = add(total, { ...NOTHING, skipped: 1 });
      continue;
    }
    const began = Date.now();
    const count = await step.run().catch(say);
    console.log(`  ${step.name}: ${line(count)} · ${seconds(began)}`);
    total = add(total, count);
  }
  return total;
}

export async function main(names) {
  const began = Date.now();
  let total = NOTHING;
  try {
    total = await runSteps(selectedSteps(names));
  } catch (error) {
    total = add(total, say(error));
  }
  console.log(`\n${seconds(began)}`);
  console.log(line(total));
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}
