import { type RetentionResult, RetentionRuleName, type RetentionRuleView, type RetentionRun } from '@wangge/contracts';
import { keptDays, retentionRule } from '@wangge/domain';

export interface SettingRow {
  readonly rule: string;
  readonly version: number;
  readonly days: number;
  readonly reason: string;
  readonly changed_name: string;
  readonly changed_at: Date;
}
export interface RunRow {
  readonly district_code: string;
  readonly id: string;
  readonly kind: RetentionRun['kind'];
  readonly state: RetentionRun['state'];
  readonly requested_by: string | null;
  readonly requested_name: string | null;
  readonly results: RetentionResult[];
  readonly started_at: Date;
  readonly finished_at: Date | null;
}

export function toRuleView(name: RetentionRuleName, setting: SettingRow | undefined): RetentionRuleView {
  const { what, ground, days, least, most } = retentionRule(name);
  return {
    ...{ name, what, ground, least, most },
    days: keptDays(name, setting?.days ?? days),
    version: setting?.version ?? 0,
    changedBy: setting?.changed_name ?? null,
    changedAt: setting?.changed_at.toISOString() ?? null,
    reason: setting?.reason ?? null,
  };
}

export const toRunView = (row: RunRow): RetentionRun => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  requestedBy: row.requested_name,
  results: row.results,
  rules: RetentionRuleName.options.length,
  startedAt: row.started_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
});
