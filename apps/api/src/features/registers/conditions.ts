import { createHash } from 'node:crypto';
import type { Filter } from '../../platform/database/index.js';

/** Collects conditions with their parameters; texts come from this feature alone, values travel as parameters. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** The number the next parameter will have. */
  get next(): number {
    return this.values.length + 1;
  }

  add(text: (...parameters: string[]) => string, ...values: readonly unknown[]): this {
    this.parts.push(text(...values.map((value) => this.parameter(value))));
    return this;
  }

  addFilter({ sql, values }: Filter): this {
    this.parts.push(sql);
    this.values.push(...values);
    return this;
  }

  parameter(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  get text(): string {
    return this.parts.join(' and ');
  }
}

/** Texts that differ are planned apart: the name of a statement that is put together follows from its text. */
export const nameOf = (prefix: string, text: string) =>
  `${prefix}.${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`;
