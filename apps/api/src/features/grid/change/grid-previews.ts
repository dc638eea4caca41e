import { Injectable } from '@nestjs/common';
import type { MovingCount, MovingRecord } from '@wangge/contracts';
import { KEEPS_CODES, type Lens } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/http/errors.js';
import type { GridChangeParticipant, GridMove, MovingPage } from './participant.js';

const PAGE = 50;

interface Asked {
  readonly kind: string;
  readonly undecided: boolean;
  readonly cursor: string | undefined;
}

/** What a change would move, as far as the lens goes. */
@Injectable()
export class GridPreviews {
  async counts(
    tx: Transaction,
    lens: Lens,
    participants: readonly GridChangeParticipant[],
    move: GridMove,
  ): Promise<MovingCount[]> {
    if (!movesAnything(move)) return [];
    const counts: MovingCount[] = [];
    for (const participant of participants) {
      const { kind, label } = participant;
      const { total, undecided, to } = await participant.preview(tx, lens, move);
      if (total > 0) counts.push({ kind, label, total, undecided, to });
    }
    return counts;
  }

  async page(
    tx: Transaction,
    lens: Lens,
    participants: readonly GridChangeParticipant[],
    move: GridMove,
    { kind, undecided, cursor }: Asked,
  ): Promise<{ items: MovingRecord[]; nextCursor: string | null }> {
    const participant = participants.find((each) => each.kind === kind);
    if (!participant) throw notFound();
    const page: MovingPage = { undecided, after: cursor, most: PAGE + 1 };
    const found = movesAnything(move) ? await participant.list(tx, lens, move, page) : [];
    const items = found.slice(0, PAGE).map(({ id, title, from, to, by }) => ({ kind, id, title, from, to: [...to], by }));
    return { items, nextCursor: found.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  }
}

/** A name moves nothing. */
export const movesAnything = ({ kind, pieces, codes }: GridMove): boolean =>
  kind !== 'rename' && pieces.length > 0 && (!KEEPS_CODES[kind] || codes.length > 1);
