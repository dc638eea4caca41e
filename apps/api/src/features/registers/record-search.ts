import { Injectable } from '@nestjs/common';
import type { FieldValue, RecordQuery } from '@wangge/contracts';
import { codesIn, type FieldDefinition, isEncrypted, type RegisterDefinition, typedText, valueParser } from '@wangge/domain';
import { apiError } from '../../platform/http/errors.js';
import { Conditions } from './conditions.js';
import { RecordCells } from './record-cells.js';
import { columnOf, keyColumnOf } from './register-columns.js';
import type { AskedTags } from './tags/tag-condition.js';
import { ValueRules } from './value-rules.js';

const KNOWN: ReadonlySet<string> = new Set(['scope', 'q', 'ids', 'tag', 'sort', 'perPage', 'page', 'cursor']);
const RANGED: ReadonlySet<string> = new Set(['integer', 'number', 'date', 'instant']);
/** The last character there is: between a text and the text with it stand exactly those that begin with it. */
const LAST_CHARACTER = '\u{10FFFF}';
const MOST_VALUES = 50;

/** One field in which words may be found: by how it begins, or by what it is. */
export type Match =
  | { readonly field: FieldDefinition; readonly how: 'prefix'; readonly from: string; readonly to: string }
  | { readonly field: FieldDefinition; readonly how: 'exact'; readonly value: FieldValue; readonly key: FieldValue };

type Part = 'is' | 'gte' | 'lt' | 'empty';

/** What a list asks for, as conditions on a table called `r`. What the definition does not offer is a bad request. */
@Injectable()
export class RecordSearch {
  private readonly parsers = new WeakMap<FieldDefinition, { readonly today: string; readonly parse: (value: FieldValue) => FieldValue | undefined }>();

  constructor(
    private readonly cells: RecordCells,
    private readonly rules: ValueRules,
  ) {}

  addTo(conditions: Conditions, definition: RegisterDefinition, query: RecordQuery): void {
    for (const [key, text] of Object.entries(query)) {
      if (!KNOWN.has(key) && text !== undefined) this.addFilter(conditions, definition, key, String(text));
    }
    if (query.ids) conditions.add(($) => `r.id = any(${$}::uuid[])`, query.ids);
    if (query.q !== undefined) this.addWords(conditions, definition, query.q);
  }

  /** Kinds of tags, as they are looked for today. */
  askedTags(kinds: readonly string[]): AskedTags {
    return { keys: kinds.map((kind) => this.cells.tagKey(kind)), today: this.rules.now().today };
  }

  /** Words find what begins with them, or what they are exactly; sensitive values only exactly, by their blind index. */
  matches(definition: RegisterDefinition, words: string): Match[] {
    return definition.fields.flatMap((field): Match[] => {
      if (field.search === 'prefix' && !isEncrypted(field))
        return [{ field, how: 'prefix', from: words, to: words + LAST_CHARACTER }];
      const value = field.search === undefined ? undefined : this.read(field, words);
      if (value === undefined || value === null) return [];
      return [{ field, how: 'exact', value, key: this.keyOf(definition, field, value) }];
    });
  }

  private addWords(conditions: Conditions, definition: RegisterDefinition, words: string): void {
    const found = this.matches(definition, words).map((match) => {
      if (match.how === 'exact') return `r.${keyColumnOf(match.field)} = ${conditions.parameter(match.key)}`;
      const [from, to] = [conditions.parameter(match.from), conditions.parameter(match.to)];
      return `(r.${columnOf(match.field)} >= ${from} and r.${columnOf(match.field)} < ${to})`;
    });
    conditions.add(() => (found.length > 0 ? `(${found.join(' or ')})` : 'false'));
  }

  private addFilter(conditions: Conditions, definition: RegisterDefinition, key: string, text: string): void {
    const { field, part } = this.filterOf(definition, key);
    if (part === 'empty') {
      if (text !== 'true' && text !== 'false') throw invalid(key, 'wrong-kind');
      conditions.add(() => `r.${columnOf(field)} is ${text === 'true' ? '' : 'not '}null`);
      return;
    }
    const texts = part === 'is' ? text.split(',') : [text];
    if (texts.length > MOST_VALUES) throw invalid(key, 'too_big');
    const values = texts.map((each) => this.mustRead(field, key, each));
    if (part === 'gte') conditions.add(($) => `r.${columnOf(field)} >= ${$}`, values[0]);
    else if (part === 'lt') conditions.add(($) => `r.${columnOf(field)} < ${$}`, values[0]);
    else if (field.kind === 'choices')
      conditions.add(
        ($) => `string_to_array(r.${columnOf(field)}, ',') && ${$}::text[]`,
        values.flatMap((value) => codesIn(String(value))),
      );
    else {
      const keys = values.map((value) => conditions.parameter(this.keyOf(definition, field, value)));
      conditions.add(() => `r.${keyColumnOf(field)} in (${keys.join(', ')})`);
    }
  }

  private filterOf({ fields }: RegisterDefinition, key: string): { readonly field: FieldDefinition; readonly part: Part } {
    const [name, part = 'is', ...more] = key.split('.');
    const field = fields.find((each) => each.name === name);
    if (!field?.filter || more.length > 0) throw invalid(key, 'unknown');
    if (part === 'is' || part === 'empty') return { field, part };
    if ((part === 'gte' || part === 'lt') && RANGED.has(field.kind) && !isEncrypted(field)) return { field, part };
    throw invalid(key, 'unknown');
  }

  private mustRead(field: FieldDefinition, key: string, text: string): FieldValue {
    const value = this.read(field, text);
    if (value === undefined || value === null) throw invalid(key, 'wrong-kind');
    return value;
  }

  /** The value a text stands for, in the form it is stored in; undefined where the field can have no such value. */
  private read(field: FieldDefinition, text: string): FieldValue | undefined {
    return this.parserOf(field)(typedText(field, text));
  }

  /** Kept for the day: to make one takes longer than the search. */
  private parserOf(field: FieldDefinition): (value: FieldValue) => FieldValue | undefined {
    const options = this.rules.now();
    const known = this.parsers.get(field);
    if (known?.today === options.today) return known.parse;
    const parse = valueParser(field, options);
    this.parsers.set(field, { today: options.today, parse });
    return parse;
  }

  private keyOf(definition: RegisterDefinition, field: FieldDefinition, value: FieldValue): FieldValue {
    return isEncrypted(field) ? this.cells.blindIndex(definition, field, value) : value;
  }
}

const invalid = (key: string, rule: string) =>
  apiError('request.invalid', { fields: [{ path: `query.${key}`.slice(0, 200), rule }] });
