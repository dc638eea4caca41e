import type { DatabaseUrls } from '@wangge/testing';
import { areaLens } from '@wangge/domain';
import { lensStatement } from '../../../apps/api/dist/platform/database/lens-role.js';
import type { PeerPlan } from './peer-plan.js';
import { type PolicyCost, policyCost } from './raw.js';
import type { Scenario } from './scenarios.js';

/** Of every list and window, which run under one area's lens. */
export async function policyCosts(
  urls: DatabaseUrls,
  plan: PeerPlan,
  scenarios: readonly Scenario[],
  samples: number,
  say: (line: string) => void,
): Promise<Record<string, PolicyCost>> {
  const found: Record<string, PolicyCost> = {};
  for (const { key } of scenarios) {
    const area = areaOf(plan, key);
    if (!area) continue;
    const cost = await policyCost(urls, `begin; ${lensStatement(areaLens(area))}`, plan.statements[key] ?? [], samples);
    found[key] = cost;
    say(`policies ${key}: bare ${cost.bare.toFixed(3)}, role and scope ${cost.transaction.toFixed(3)}, policies ${cost.policies.toFixed(3)} ms`);
  }
  return found;
}

/** The lens stands in the name of the role the recorded statement ran under, and its code is the first value. */
function areaOf(plan: PeerPlan, key: string): string | undefined {
  const [first] = plan.statements[key] ?? [];
  const isArea = /\.app_(district|street|community|grid)$/.test(first?.name ?? '');
  const code = first?.values[0];
  return isArea && typeof code === 'string' && /^\d{6,15}$/.test(code) ? code : undefined;
}
