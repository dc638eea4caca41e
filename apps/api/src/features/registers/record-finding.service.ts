import { Injectable } from '@nestjs/common';
import type { RecordHit, RegisterHits } from '@wangge/contracts';
import { type Lens, placeNameOf, type Viewer } from '@wangge/domain';
import { Database, type Transaction } from '../../platform/database/index.js';
import { findingStatement, type FoundRow, type Sought } from './finding-statement.js';
import { recordListLens } from './record-lenses.js';
import { shown } from './record.mapper.js';
import { RecordSearch } from './record-search.js';
import { RecordTitles } from './record-titles.js';
import { RegisterCatalogue, type Registers } from './register-catalogue.js';

const LIMITS = { shown: 6, counted: 100 } as const;

/** Finds records of every register at once, through the viewer's widest area, and shows them masked. */
@Injectable()
export class RecordFinding {
  constructor(
    private readonly database: Database,
    private readonly search: RecordSearch,
    private readonly titles: RecordTitles,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  async find(viewer: Viewer, words: string): Promise<RegisterHits[]> {
    const lens = recordListLens(viewer, undefined);
    if (!lens) return [];
    const registers = await this.catalogue.of(viewer);
    return this.database.atOnce(lens, (tx) => this.within(tx, lens, registers, words));
  }

  async within(tx: Transaction, lens: Lens, { all }: Registers, words: string): Promise<RegisterHits[]> {
    const sought = all.map((definition) => ({ definition, matches: this.search.matches(definition, words) }));
    const asked = findingStatement(lens, sought, LIMITS);
    if (!asked) return [];
    const rows = await tx.query<FoundRow>(asked.statement, asked.values);
    return sought.flatMap((each) =>
      this.hitsOf(
        each,
        rows.filter(({ register }) => register === each.definition.name),
      ),
    );
  }

  private hitsOf(sought: Sought, rows: readonly FoundRow[]): RegisterHits[] {
    const [first] = rows;
    if (!first) return [];
    const { name, label } = sought.definition;
    const sorted = [...rows].sort((a, b) => a.rank - b.rank || compare(a.cell, b.cell) || compare(a.id, b.id));
    return [
      {
        register: name,
        label,
        total: Math.min(first.total, LIMITS.counted),
        totalIs: first.total > LIMITS.counted ? 'atLeast' : 'exact',
        items: sorted.map((row) => this.hitOf(sought, row)),
      },
    ];
  }

  private hitOf({ definition, matches }: Sought, row: FoundRow): RecordHit {
    const match = matches[row.rank];
    if (!match) throw new Error('a record was found by a field that nobody asked for');
    // The cell of a sensitive field is its blind index: what was typed is the value.
    const value = match.how === 'exact' ? match.value : row.cell;
    return {
      id: row.id,
      title: this.titles.of(definition, row),
      by: { label: match.field.label, value: String(shown(match.field, value) ?? '') },
      names: {
        district: row.place_district,
        street: row.place_street,
        community: placeNameOf(row.place_community),
        grid: row.place_grid,
      },
    };
  }
}

/** As the database orders: by code units of "C", not by a language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
