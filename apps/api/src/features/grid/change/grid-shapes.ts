import { Injectable } from '@nestjs/common';
import type { DrawnShape, GridChangeDraft, GridPiece, GridProblem, GridProblemRule } from '@wangge/contracts';
import { drawingFault } from '@wangge/domain';
import type { Statement, Transaction } from '../../../platform/database/index.js';
import type { MovePiece } from './participant.js';
import * as queries from './grid-shapes.queries.js';

/** A piece before it has a name: null where its code is yet to be given. */
export interface Outline {
  readonly code: string | null;
  readonly outline: string;
}
export interface Cut {
  readonly outlines: readonly Outline[];
  readonly problems: readonly GridProblem[];
}
interface ProblemRow {
  readonly rule: GridProblemRule;
  readonly code: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly area: number;
}
interface PieceRow {
  readonly code: string;
  readonly name: string;
  readonly area: number;
  readonly lng: number;
  readonly lat: number;
  readonly outline: GridPiece['outline'];
}

const MOST_PIECES = 20;

/** What a draft makes of the outlines, and what stands against it. PostGIS reckons; nothing is stored. */
@Injectable()
export class GridShapes {
  async cut(tx: Transaction, draft: GridChangeDraft): Promise<Cut> {
    const shape = drawingOf(draft);
    const fault = shape && (await this.faultOf(tx, shape));
    return fault ? { outlines: [], problems: [fault] } : this.outlinesOf(tx, draft);
  }

  /** Problems of pieces that have been made of grids. */
  async check(
    tx: Transaction,
    draft: GridChangeDraft,
    {
      codes,
      community,
      pieces,
    }: { readonly codes: readonly string[]; readonly community: string; readonly pieces: readonly MovePiece[] },
  ): Promise<GridProblem[]> {
    const outline = draft.kind === 'redraw' ? JSON.stringify(draft.outline) : null;
    const values = [JSON.stringify(pieces), codes, community, outline];
    const rows = await tx.query<ProblemRow>(queries.LIST_PROBLEMS, values);
    return rows.map(({ rule, code, lng, lat, area }) => ({
      rule,
      // A redrawn grid may leave a place to nobody; whoever divides one has to place all of it.
      refused: rule !== 'gap' || draft.kind !== 'redraw',
      place: { lng, lat },
      area: Math.round(area),
      code,
    }));
  }

  async describe(tx: Transaction, pieces: readonly MovePiece[]): Promise<GridPiece[]> {
    const rows = await tx.query<PieceRow>(queries.DESCRIBE, [JSON.stringify(pieces)]);
    return rows.map(({ code, name, area, lng, lat, outline }) => ({
      code,
      name,
      area: Math.round(area * 1e6) / 1e6,
      center: { lng, lat },
      outline,
    }));
  }

  private async faultOf(tx: Transaction, shape: DrawnShape): Promise<GridProblem | undefined> {
    const fault = drawingFault(shape);
    if (fault) return problem(fault);
    const statement = shape.type === 'LineString' ? queries.LINE_FAULT : queries.AREA_FAULT;
    const [place] = await tx.query<{ lng: number; lat: number }>(statement, [JSON.stringify(shape)]);
    return place && { ...problem('self-crossing'), place };
  }

  private async outlinesOf(tx: Transaction, draft: GridChangeDraft): Promise<Cut> {
    switch (draft.kind) {
      case 'rename':
        return { outlines: await tx.query<Outline>(queries.AS_THEY_ARE, [[draft.code]]), problems: [] };
      case 'split':
        return this.split(tx, draft);
      case 'merge': {
        const [row] = await tx.query<Outline & { isApart: boolean }>(queries.MERGE, [draft.codes]);
        return { outlines: row ? [row] : [], problems: row?.isApart ? [problem('not-adjacent')] : [] };
      }
      case 'redraw': {
        const values = [draft.code, JSON.stringify(draft.outline), draft.neighbours === 'follow'];
        const rows = await tx.query<Outline & { isEmpty: boolean }>(queries.REDRAW, values);
        const swallowed = rows.filter(({ isEmpty }) => isEmpty);
        const problems = swallowed.map(({ code }) =>
          code === draft.code ? problem('outside-parent') : { ...problem('neighbour-swallowed'), code },
        );
        return { outlines: rows.filter(({ isEmpty }) => !isEmpty), problems };
      }
    }
  }

  private async split(tx: Transaction, { code, cut }: Extract<GridChangeDraft, { kind: 'split' }>): Promise<Cut> {
    const [statement, rule]: [Statement, GridProblemRule] =
      cut.type === 'LineString' ? [queries.CUT_BY_LINE, 'line-does-not-divide'] : [queries.CUT_BY_AREA, 'area-does-not-divide'];
    const outlines = await tx.query<Outline>(statement, [code, JSON.stringify(cut)]);
    if (outlines.length < 2) return { outlines: [], problems: [problem(rule)] };
    if (outlines.length > MOST_PIECES) return { outlines: [], problems: [problem('too-many-pieces')] };
    return { outlines, problems: [] };
  }
}

function problem(rule: GridProblemRule): GridProblem {
  return { rule, refused: true, place: null, area: null, code: null };
}

function drawingOf(draft: GridChangeDraft): DrawnShape | undefined {
  if (draft.kind === 'split') return draft.cut;
  return draft.kind === 'redraw' ? draft.outline : undefined;
}
