import type { GridChangeRow, GridPiece, MovingCount } from '@wangge/contracts';
import { lineageOf, mayUndo, placeNameOf } from '@wangge/domain';
import type { ChangeRecord } from './grid-changes.repository.js';
import type { GridMove, MovePiece } from './participant.js';

export function toRow(record: ChangeRecord): GridChangeRow {
  return {
    id: record.id,
    kind: record.kind,
    status: record.status,
    version: record.version,
    community: { code: record.community_code, name: placeNameOf(record.community_name) },
    before: record.codes.map((code, at) => ({ code, name: record.names[at] ?? code })),
    after: record.after.map(({ code, name }) => ({ code, name })),
    effectiveOn: record.effective_on,
    reason: record.reason,
    plannedAt: record.planned_at.toISOString(),
    plannedBy: record.planned_by_name,
    endedAt: record.ended_at?.toISOString() ?? null,
    endedBy: record.ended_by_name,
    mayUndo: mayUndo(record),
  };
}

export const toView = (record: ChangeRecord, pieces: readonly GridPiece[], moves: readonly MovingCount[]) => ({
  ...toRow(record),
  pieces: [...pieces],
  moves: [...moves],
});

/** What a stored plan means to those who take part in it. */
export function moveOf(record: ChangeRecord, pieces: readonly MovePiece[]): GridMove {
  return {
    kind: record.kind,
    districtCode: record.district_code,
    codes: record.codes,
    pieces,
    lineage: lineageOf(
      record.kind,
      record.codes,
      pieces.map(({ code }) => code),
    ),
    defaults: record.defaults,
    decisions: record.decisions,
  };
}
