// biome-ignore-all format: a table, one rule a line
import type { Label, RetentionRuleName } from '@wangge/contracts';

/** One kind of thing that is kept for a time only. */
export interface RetentionRule {
  readonly what: Label;
  /** Why it is kept at all, and why no longer. */
  readonly ground: Label;
  /** Days it is kept where a district says nothing else, and the bounds within which it may. */
  readonly days: number;
  readonly least: number;
  readonly most: number;
}

const said = (zh: string, en: string): Label => ({ zh, en });
const PIPL_47 = said('《个人信息保护法》第四十七条：目的已实现即应删除', 'Personal Information Protection Law, art. 47: delete once the purpose is reached');
const PIPL_19 = said('《个人信息保护法》第十九条：保存期限为实现目的所必要的最短时间', 'Personal Information Protection Law, art. 19: no longer than the purpose needs');

/** The audit trail is no part of it: it is kept whole (Cybersecurity Law, art. 21: at least six months of logs). */
export const RETENTION_RULES = {
  'report-contacts': { what: said('居民上报的联系方式（案件了结后）', 'Contacts of residents’ reports (after the case is over)'), ground: PIPL_47, days: 90, least: 30, most: 365 },
  'removed-records': { what: said('已删除、已合并记录的个人信息及其修改历史', 'Personal fields of removed and merged records, with their history'), ground: PIPL_47, days: 180, least: 60, most: 1095 },
  'visit-notes': { what: said('走访中的情况记录（走访之后）', 'Notes of visits (after the visit)'), ground: PIPL_19, days: 1095, least: 180, most: 3650 },
  imports: { what: said('上传的导入文件及试算结果', 'Uploaded files and what was made of them'), ground: PIPL_19, days: 3, least: 1, most: 3 },
  exports: { what: said('导出申请及其筛选条件', 'Requests for exports, with what they were narrowed by'), ground: PIPL_19, days: 180, least: 30, most: 1095 },
  sessions: { what: said('已结束的登录会话', 'Sessions that are over'), ground: PIPL_19, days: 90, least: 7, most: 365 },
  'failed-sign-ins': { what: said('登录失败计数', 'Counts of failed sign-ins'), ground: PIPL_19, days: 1, least: 1, most: 1 },
  commands: { what: said('防重复提交的请求记录', 'Marks by which a request sent twice is known'), ground: PIPL_19, days: 90, least: 30, most: 365 },
  'reveal-counts': { what: said('每日查看完整信息的计数', 'Counts of values read in full, by day'), ground: PIPL_19, days: 90, least: 7, most: 365 },
} as const satisfies Record<RetentionRuleName, RetentionRule>;

/** A rule, read with its general type. */
export const retentionRule = (name: RetentionRuleName): RetentionRule => RETENTION_RULES[name];

export const isWithinBounds = (name: RetentionRuleName, days: number): boolean =>
  Number.isInteger(days) && days >= RETENTION_RULES[name].least && days <= RETENTION_RULES[name].most;

const DAY_MS = 86_400_000;

/** What is from before this instant is due. Where a district’s setting fell out of the bounds, the nearer bound holds. */
export function dueBefore(name: RetentionRuleName, days: number, now: Date): Date {
  return new Date(now.getTime() - keptDays(name, days) * DAY_MS);
}

export function keptDays(name: RetentionRuleName, days: number): number {
  const { least, most } = retentionRule(name);
  return Math.min(most, Math.max(least, days));
}
