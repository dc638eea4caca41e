import { Injectable } from '@nestjs/common';
import type { FieldValues, Likeness, SimilarRecords } from '@wangge/contracts';
import { isAlike, likeness, likenessFields, parseValues, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import type { NamedRecord } from '../record.js';
import { recordLens } from '../record-lenses.js';
import { withoutMasks } from '../record.mapper.js';
import { RecordViews } from '../record-views.js';
import { RegisterCatalogue } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { ValueRules } from '../value-rules.js';
import { LikenessRepository } from './likeness.repository.js';

/** As many as one looks at while typing. */
const MOST = 5;

export interface SimilarFound {
  readonly record: NamedRecord;
  readonly likeness: Likeness;
}
interface Candidates {
  readonly found: readonly SimilarFound[];
  /** Whether a record that the viewer may not see has the natural key already. */
  readonly isElsewhere: boolean;
}

/** Records that may be what somebody is about to enter, as far as he may see them. */
@Injectable()
export class SimilarRecordsService {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly likenesses: LikenessRepository,
    private readonly views: RecordViews,
    private readonly rules: ValueRules,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  async similar(
    viewer: Viewer,
    register: string,
    asked: { readonly id?: string | undefined; readonly values: FieldValues },
  ): Promise<SimilarRecords> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const lens = recordLens(viewer);
    return this.database.as(lens, async (tx) => {
      const values = await this.valuesOf(tx, viewer, definition, asked);
      const { found, isElsewhere } = await this.find(tx, viewer, definition, values, asked.id);
      const views = await this.views.list(tx, lens, registers, definition, found.map(({ record }) => record));
      return {
        items: views.map((record, index) => ({ record, likeness: found[index]?.likeness ?? { score: 0, parts: [] } })),
        elsewhere: isElsewhere ? [...(definition.naturalKey ?? [])] : [],
      };
    });
  }

  /** Begins and ends under the viewer's lens, which decides what is found; only ids are looked up beyond it. */
  async find(
    tx: Transaction,
    viewer: Viewer,
    definition: RegisterDefinition,
    values: FieldValues,
    own: string | undefined,
  ): Promise<Candidates> {
    const { districtCode } = viewer;
    await tx.become({ kind: 'job' });
    const keyed = await this.likenesses.byNaturalKey(tx, definition, districtCode, values);
    const sharing = await this.likenesses.sharing(tx, definition, districtCode, this.likenesses.keysOf(definition, values));
    const lens = recordLens(viewer);
    await tx.become(lens);
    const ids = new Set([...(keyed ? [keyed] : []), ...[...sharing.values()].flat()].filter((id) => id !== own?.toLowerCase()));
    const records = await this.records.findMany(tx, lens, definition, [...ids]);
    const found = records
      .map((record) => ({ record, likeness: likenessTo(definition, record, values, record.id === keyed) }))
      .filter(({ record, likeness: one }) => record.id === keyed || (definition.likeness && isAlike(definition.likeness, one)))
      .sort((a, b) => b.likeness.score - a.likeness.score || (a.record.id < b.record.id ? -1 : 1))
      .slice(0, MOST);
    return { found, isElsewhere: keyed !== undefined && ids.has(keyed) && !records.some(({ id }) => id === keyed) };
  }

  /** What is typed, over what is stored where a record is being changed. What is not yet valid is left out. */
  private async valuesOf(
    tx: Transaction,
    viewer: Viewer,
    definition: RegisterDefinition,
    { id, values }: { readonly id?: string | undefined; readonly values: FieldValues },
  ): Promise<FieldValues> {
    const stranger = Object.keys(values).find((name) => !definition.fields.some((field) => field.name === name));
    if (stranger !== undefined)
      throw apiError('request.invalid', { fields: [{ path: `body.values.${stranger}`.slice(0, 200), rule: 'unknown-field' }] });
    const record = id === undefined ? undefined : await this.records.find(tx, recordLens(viewer), definition, id);
    if (id !== undefined && !record) throw notFound();
    const typed = record ? withoutMasks(definition, values, record.values) : values;
    const used = new Set([...(definition.likeness ? likenessFields(definition.likeness) : []), ...(definition.naturalKey ?? [])]);
    const valid = Object.entries(typed).flatMap(([name, value]) => {
      if (!used.has(name)) return [];
      const parsed = parseValues(definition, { [name]: value }, 'change', this.rules.now());
      return 'values' in parsed ? Object.entries(parsed.values) : [];
    });
    return { ...record?.values, ...Object.fromEntries(valid) };
  }
}

/** The same natural key is the same thing, whether or not its register says more of likeness. */
function likenessTo({ likeness: rule, naturalKey = [] }: RegisterDefinition, record: NamedRecord, values: FieldValues, isKeyed: boolean): Likeness {
  const [field] = naturalKey;
  if (isKeyed && field !== undefined) return { score: 100, parts: [{ field, finding: 'same', share: 100, of: 100 }] };
  return rule ? likeness(rule, values, record.values) : { score: 0, parts: [] };
}
