import { Injectable } from '@nestjs/common';
import type { GridChangeKind, Label, MovingCount, MovingRecord } from '@wangge/contracts';
import type { Lens, Lineage } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';

/** A unit grid as it is to be: its outline is EWKB in hexadecimal, exact to the last bit. */
export interface MovePiece {
  readonly code: string;
  readonly name: string;
  readonly outline: string;
}

/** What a participant needs to know of a change: whose records to look at, and where each of them belongs afterwards. */
export interface GridMove {
  readonly kind: GridChangeKind;
  readonly districtCode: string;
  /** The grids whose records are looked at. */
  readonly codes: readonly string[];
  readonly pieces: readonly MovePiece[];
  /** Empty where the codes go on. */
  readonly lineage: readonly Lineage[];
  /** Where a record goes that nothing places, by the grid it leaves. */
  readonly defaults: Readonly<Record<string, string>>;
  /** What a person decided of single records. */
  readonly decisions: readonly { readonly kind: string; readonly id: string; readonly code: string }[];
}

/** Who is answerable for what is moved: it stands in the history of each record. */
export interface MoveDeed {
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  /** In words, for the history: which grid became which. */
  readonly words: string;
}

export interface MovingPage {
  readonly undecided: boolean;
  readonly after: string | undefined;
  readonly most: number;
}

export type Moving = Omit<MovingRecord, 'kind'>;
export type MovingCounts = Pick<MovingCount, 'total' | 'undecided' | 'to'>;

/**
 * One kind of things that lie in unit grids. The grid knows none of them: whatever keeps codes of unit grids takes
 * part in their changes by this.
 */
export interface GridChangeParticipant {
  readonly kind: string;
  readonly label: Label;
  /** Through the lens of whoever asks. */
  preview(tx: Transaction, lens: Lens, move: GridMove): Promise<MovingCounts>;
  list(tx: Transaction, lens: Lens, move: GridMove, page: MovingPage): Promise<readonly Moving[]>;
  /** Under the job lens, and back under it afterwards. Doing it again moves what came meanwhile, and nothing twice. */
  move(tx: Transaction, move: GridMove, deed: MoveDeed): Promise<MovingCounts>;
}

/** Answers who takes part in a district. Asked before a transaction begins. */
export type ParticipantSource = (district: { readonly districtCode: string }) => Promise<readonly GridChangeParticipant[]>;

/** The features above the grid sign up here when they start. */
@Injectable()
export class GridChangeParticipants {
  private readonly sources: ParticipantSource[] = [];

  add(source: ParticipantSource): void {
    this.sources.push(source);
  }

  async of(district: { readonly districtCode: string }): Promise<readonly GridChangeParticipant[]> {
    return (await Promise.all(this.sources.map((source) => source(district)))).flat();
  }
}

export interface CountRow {
  readonly to_code: string;
  readonly total: number;
  readonly undecided: number;
}

/** Counts of the database, by where things go, as they are told. */
export function countsOf(rows: readonly CountRow[]): MovingCounts {
  const sum = (key: 'total' | 'undecided') => rows.reduce((all, row) => all + row[key], 0);
  return {
    total: sum('total'),
    undecided: sum('undecided'),
    to: rows.map(({ to_code, total }) => ({ code: to_code, count: total })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
