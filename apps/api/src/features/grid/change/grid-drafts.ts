import { Injectable } from '@nestjs/common';
import type { GridChangeDecision, GridChangeDraft, GridProblem } from '@wangge/contracts';
import {
  communityOfChange,
  changeableAreas,
  covers,
  gridNameOf,
  gridsOf,
  KEEPS_CODES,
  type Lens,
  lineageOf,
  nextGridCodes,
  type Viewer,
} from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/http/errors.js';
import { GridChangesRepository, type NamedGrid } from './grid-changes.repository.js';
import { GridShapes, type Outline } from './grid-shapes.js';
import { WITHOUT_JIT } from './move-sql.js';
import type { GridMove, MovePiece } from './participant.js';

export interface DraftInput {
  readonly draft: GridChangeDraft;
  readonly defaultPiece: number;
  readonly decisions: readonly GridChangeDecision[];
}
/** A draft with everything that follows from it. */
export interface ResolvedDraft {
  readonly community: NamedGrid;
  readonly before: readonly NamedGrid[];
  readonly problems: readonly GridProblem[];
  readonly move: GridMove;
}

/** Works out what a draft means today. */
@Injectable()
export class GridDrafts {
  constructor(
    private readonly shapes: GridShapes,
    private readonly changes: GridChangesRepository,
  ) {}

  /** The community of a draft; a grid outside the viewer's areas does not exist for him. */
  communityOf(viewer: Viewer, draft: GridChangeDraft): string {
    const codes = gridsOf(draft);
    const areas = changeableAreas(viewer);
    if (!codes.every((code) => areas.some((area) => covers(area, code)))) throw notFound();
    return communityOfChange(codes);
  }

  /** Comes back under `lens`: codes that other plans have taken are looked up past it. */
  async resolve(tx: Transaction, lens: Lens, input: DraftInput): Promise<ResolvedDraft> {
    await tx.query(WITHOUT_JIT);
    const { draft } = input;
    const codes = gridsOf(draft);
    const communityCode = communityOfChange(codes);
    const community = await this.changes.findCommunity(tx, communityCode);
    if (!community || (await this.changes.listGrids(tx, codes)).length < codes.length) throw notFound();
    const { outlines, problems } = await this.shapes.cut(tx, draft);
    const affected = KEEPS_CODES[draft.kind] ? kept(outlines, codes) : codes;
    const before = await this.changes.listGrids(tx, affected);
    const pieces = await this.name(tx, lens, { draft, community, before, outlines });
    const found = problems.some(({ refused }) => refused)
      ? []
      : await this.shapes.check(tx, draft, { codes: affected, community: communityCode, pieces });
    return {
      community,
      before,
      problems: [...problems, ...found, ...nothingChanges(draft, before)],
      move: toMove(input, communityCode, affected, pieces),
    };
  }

  private async name(
    tx: Transaction,
    lens: Lens,
    {
      draft,
      community,
      before,
      outlines,
    }: {
      readonly draft: GridChangeDraft;
      readonly community: NamedGrid;
      readonly before: readonly NamedGrid[];
      readonly outlines: readonly Outline[];
    },
  ): Promise<MovePiece[]> {
    if (KEEPS_CODES[draft.kind]) {
      const names = new Map(before.map(({ code, name }) => [code, name]));
      if (draft.kind === 'rename') names.set(draft.code, draft.name);
      return outlines.map(({ code, outline }) => ({ code: code ?? '', name: names.get(code ?? '') ?? '', outline }));
    }
    await tx.become({ kind: 'job' });
    const taken = await this.changes.listTakenCodes(tx, community.code);
    await tx.become(lens);
    const codes = nextGridCodes(community.code, new Set(taken), outlines.length);
    const given = 'names' in draft ? draft.names : [];
    return outlines.flatMap(({ outline }, at) => {
      const code = codes[at];
      return code === undefined ? [] : [{ code, name: given[at] ?? gridNameOf(community.name, code), outline }];
    });
  }
}

const kept = (outlines: readonly Outline[], codes: readonly string[]): string[] => [
  ...new Set([...codes, ...outlines.flatMap(({ code }) => (code === null ? [] : [code]))]),
];

function nothingChanges(draft: GridChangeDraft, before: readonly NamedGrid[]): GridProblem[] {
  const isSame = draft.kind === 'rename' && before.some(({ name }) => name === draft.name);
  return isSame ? [{ rule: 'nothing-changes', refused: true, place: null, area: null, code: draft.code }] : [];
}

function toMove(
  { draft, defaultPiece, decisions }: DraftInput,
  communityCode: string,
  codes: readonly string[],
  pieces: readonly MovePiece[],
): GridMove {
  const { kind } = draft;
  const fallback = (pieces[defaultPiece] ?? pieces[0])?.code;
  return {
    kind,
    districtCode: communityCode.slice(0, 6),
    codes,
    pieces,
    lineage: lineageOf(
      kind,
      codes,
      pieces.map(({ code }) => code),
    ),
    defaults: Object.fromEntries(
      codes.flatMap((code) => (KEEPS_CODES[kind] ? [[code, code]] : fallback ? [[code, fallback]] : [])),
    ),
    decisions: decisions.flatMap((decision) => {
      const code = pieces[decision.piece]?.code;
      return code === undefined ? [] : [{ kind: decision.kind, id: decision.id, code }];
    }),
  };
}
