import type { BookName, Label } from '@wangge/contracts';
import type { Choice } from '../../registers/definition.js';

/** What a column holds, however it was typed. Each form has one reader and one sentence about what is wrong. */
export type ColumnForm =
  | 'text'
  | 'code'
  /** Five digits of a matter class. */
  | 'class'
  /** Two digits of a major class, or five of a class. */
  | 'class-prefix'
  | 'old-code'
  | 'limit'
  | 'day'
  | 'time'
  | 'choice'
  /** The code of a node of the district; by its name too, where only one has it. */
  | 'area'
  /** A department of the district; by its name too. */
  | 'department';

export interface BookColumn {
  readonly name: string;
  readonly label: Label;
  /** How it is to be filled in. */
  readonly hint: Label;
  readonly form: ColumnForm;
  readonly required?: true;
  readonly choices?: readonly Choice[];
}

export interface BookList {
  readonly name: string;
  readonly label: Label;
  readonly columns: readonly BookColumn[];
  /** The columns that tell its rows apart. */
  readonly key: readonly string[];
}

/** What a district sets for itself: lists of rows that are drafted, checked and published together. */
export interface Book {
  readonly name: BookName;
  readonly label: Label;
  readonly lists: readonly BookList[];
}
