import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RegisterDefinition } from '@wangge/domain';
import { type Erasure, Erasures } from '../../../platform/retention/index.js';
import { RegisterCatalogue } from '../register-catalogue.js';
import { notesErasure, removedErasure } from './erasing-statements.js';

/** What a record had before it was merged: of use as long as the merge can be undone, which is shorter than any rule. */
const MERGED = `district_code = $1 and at < $2 and before <> '{}'`;
const BEFORE_MERGES: Erasure = {
  lens: { kind: 'job' },
  count: { name: 'merges.count-due', text: `select count(*)::int as count, min(at) as oldest from register_merge where ${MERGED}` },
  erase: {
    name: 'merges.erase-due',
    text: `update register_merge set before = '{}' where district_code = $1 and id in
             (select id from register_merge where ${MERGED} order by at limit $3) returning 1`,
  },
};

const COUNTED = 'district_code = $1 and day < $2::timestamptz::date';
const REVEAL_COUNTS: Erasure = {
  lens: { kind: 'job' },
  count: {
    name: 'registers.count-reveals-due',
    text: `select count(*)::int as count, min(day)::timestamptz as oldest from register_reveal_count where ${COUNTED}`,
  },
  erase: {
    name: 'registers.erase-reveals-due',
    text: `delete from register_reveal_count where district_code = $1 and (account_id, day) in
             (select account_id, day from register_reveal_count where ${COUNTED} order by day limit $3) returning 1`,
  },
};

/** Every register of a district, those it made for itself included. */
@Injectable()
export class RecordErasures implements OnModuleInit {
  constructor(
    private readonly erasures: Erasures,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  onModuleInit(): void {
    this.erasures.add('removed-records', async (districtCode) => [...(await this.each(districtCode, removedErasure)), BEFORE_MERGES]);
    this.erasures.add('visit-notes', (districtCode) => this.each(districtCode, notesErasure));
    this.erasures.add('reveal-counts', async () => [REVEAL_COUNTS]);
  }

  private async each(districtCode: string, of: (definition: RegisterDefinition) => Erasure | undefined): Promise<Erasure[]> {
    const { all } = await this.catalogue.of({ districtCode });
    return all.flatMap((definition) => of(definition) ?? []);
  }
}
