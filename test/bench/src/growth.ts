import { cpuOf } from './processes.js';
import type { Scenario } from './scenarios.js';
import { ask } from './session.js';

/** Milliseconds of the database's processor that one request takes, by scenario. */
export async function databaseCpu(
  origin: string,
  postmaster: number,
  scenarios: readonly Scenario[],
  token: (scenario: Scenario) => string,
  samples: number,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const scenario of scenarios) {
    const init = scenario.body && { method: 'POST', body: scenario.body };
    const once = () => ask(origin, scenario.path, token(scenario), init);
    for (let index = 0; index < 20 && index < samples; index += 1) await once();
    const before = cpuOf(postmaster);
    for (let index = 0; index < samples; index += 1) await once();
    found[scenario.key] = Math.round(((cpuOf(postmaster) - before) / samples) * 1e6) / 1e3;
  }
  return found;
}
