import { Injectable } from '@nestjs/common';
import { type InputOf, type retentionApi, RetentionRuleName, type RetentionRuleView, type ReplyOf } from '@wangge/contracts';
import { areasOf, covers, isWithinBounds, type Viewer } from '@wangge/domain';
import { appendAudit } from '../../platform/audit/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import * as sql from './retention.queries.js';
import { type SettingRow, toRuleView } from './retention-rows.js';

type Change = InputOf<typeof retentionApi.change>['body'];

/** For how long a district keeps what: the platform's days, or what its security administrator has set within bounds. */
@Injectable()
export class RetentionRules {
  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer): Promise<{ items: RetentionRuleView[] }> {
    const code = managedDistrict(viewer);
    const settings = await this.database.as({ kind: 'district', code }, (tx) => this.settings(tx, code));
    return { items: RetentionRuleName.options.map((name) => toRuleView(name, settings.get(name))) };
  }

  async versions(viewer: Viewer, rule: RetentionRuleName): Promise<ReplyOf<typeof retentionApi.versions>> {
    const code = managedDistrict(viewer);
    const rows = await this.database.as({ kind: 'district', code }, (tx) => tx.query<SettingRow>(sql.VERSIONS, [code, rule]));
    const items = rows.map(({ version, days, reason, changed_name: changedBy, changed_at }) => ({
      ...{ version, days, reason, changedBy },
      changedAt: changed_at.toISOString(),
    }));
    return { items };
  }

  /** Under any lens that reads the settings of the district. */
  async settings(tx: Transaction, districtCode: string): Promise<ReadonlyMap<string, SettingRow>> {
    const rows = await tx.query<SettingRow>(sql.SETTINGS, [districtCode]);
    return new Map(rows.map((row) => [row.rule, row]));
  }

  /** The same change sent again is the same change. */
  async change(viewer: Viewer, rule: RetentionRuleName, { version, days, reason }: Change): Promise<RetentionRuleView> {
    const code = managedDistrict(viewer);
    if (!isWithinBounds(rule, days)) throw apiError('retention.out-of-bounds', { fields: [{ path: 'body.days', rule: 'out-of-bounds' }] });
    const at = this.clock.now().toISOString();
    return this.database.as({ kind: 'district', code }, async (tx) => {
      const values = [code, rule, version + 1, days, reason, viewer.accountId, viewer.name, at];
      const before = (await this.settings(tx, code)).get(rule);
      if ((before?.version ?? 0) !== version) {
        if (before?.version === version + 1 && before.days === days && before.reason === reason) return toRuleView(rule, before);
        throw apiError('record.stale');
      }
      if ((await tx.query(sql.SET, values)).length === 0) throw apiError('record.stale');
      const after = (await this.settings(tx, code)).get(rule);
      await tx.become({ kind: 'audit', districtCode: code });
      const actor = { actorId: viewer.accountId, actorName: viewer.name };
      const subject = { subjectType: 'retention', subjectId: viewer.accountId, districtCode: code };
      await appendAudit(tx, { ...actor, ...subject, at, action: 'retention.change', details: { rule, days, version: version + 1, reason } });
      return toRuleView(rule, after);
    });
  }
}

/** Rules hold for a district: one's own. */
export function managedDistrict(viewer: Viewer): string {
  const code = viewer.districtCode;
  if (!areasOf(viewer, 'retention.manage').some((area) => covers(area, code))) throw apiError('permission.denied');
  return code;
}
