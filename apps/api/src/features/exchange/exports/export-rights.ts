import type { ExportView } from '@wangge/contracts';
import { areasOf, covers, hasPermission, type Viewer } from '@wangge/domain';
import { MOST_DOWNLOADS } from '@wangge/contracts';
import type { StoredExport } from './stored-export.js';

type Rights = Pick<ExportView, 'mayDecide' | 'mayDownload' | 'mayWithdraw'>;

/** Who asked may fetch it or take it back; who holds the right over all of its area decides, and never about his own. */
export function rightsOf(viewer: Viewer, given: StoredExport, now: string): Rights {
  const isOwn = given.accountId === viewer.accountId;
  const isAlive = given.expiresAt > now;
  return {
    mayDecide: !isOwn && isAlive && given.state === 'waiting' && decidesOn(viewer, given.scope),
    mayDownload: isOwn && isAlive && given.state === 'approved' && given.downloads < MOST_DOWNLOADS && hasPermission(viewer, 'register.export'),
    mayWithdraw: isOwn && isAlive && (given.state === 'waiting' || given.state === 'approved'),
  };
}

export const decidesOn = (viewer: Viewer, scope: string): boolean =>
  areasOf(viewer, 'register.approve-export').some((area) => covers(area, scope));

export const toExportView = (viewer: Viewer, given: StoredExport, now: string): ExportView => ({
  id: given.id,
  register: given.register,
  title: given.title,
  columns: [...given.columns],
  scope: given.scope,
  isFiltered: given.isFiltered,
  personal: [...given.personal],
  rows: given.rows,
  reason: given.reason,
  state: given.state,
  requestedBy: given.accountName,
  decidedBy: given.decidedBy,
  note: given.note,
  downloadsLeft: Math.max(0, MOST_DOWNLOADS - given.downloads),
  ...rightsOf(viewer, given, now),
  createdAt: given.createdAt,
  decidedAt: given.decidedAt,
  expiresAt: given.expiresAt,
});
