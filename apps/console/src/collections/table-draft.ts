import type { CollectionDraft, CollectionQuestion, QuestionKind, RegisterView } from '@wangge/contracts';
import { dropEmpty, type RecordFilter } from '../registers/list/record-filter';

export interface QuestionDraft {
  /** Only here: what tells one question from another while they are typed. */
  readonly key: number;
  readonly label: string;
  readonly kind: QuestionKind;
  /** One a line, or parted by 、 or commas. */
  readonly choices: string;
}
/** What is chosen so far. */
export interface TableDraft {
  readonly title: string;
  readonly filter: RecordFilter;
  /** Whether an empty one is asked for, by column. */
  readonly columns: ReadonlyMap<string, boolean>;
  readonly questions: readonly QuestionDraft[];
  readonly dueOn: string;
}

/** To begin with: what the register's own list shows. */
export const firstDraft = ({ fields }: RegisterView): TableDraft => ({
  title: '',
  filter: {},
  columns: new Map(fields.filter(({ inList }) => inList).map(({ name, bySystem }) => [name, !bySystem])),
  questions: [],
  dueOn: '',
});

export const choicesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n、，,;；]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

const isWhole = ({ label, kind, choices }: QuestionDraft): boolean =>
  label.trim() !== '' && (kind !== 'choice' || choicesOf(choices).length > 1);

/** Why it cannot be sent out yet. */
export function faultOf({ title, columns, questions }: TableDraft): 'title' | 'columns' | 'questions' | undefined {
  if (title.trim().length < 2) return 'title';
  if (columns.size === 0) return 'columns';
  return questions.every(isWhole) ? undefined : 'questions';
}

/** As it is sent; a question that is still being typed is left out, which only a preview may do. */
export function tableOf({ name }: RegisterView, { title, filter, columns, questions, dueOn }: TableDraft): CollectionDraft {
  return {
    title: title.trim(),
    register: name,
    filter: dropEmpty(filter),
    columns: [...columns].map(([key, ask]) => ({ key, ask })),
    questions: questions.filter(isWhole).map(
      ({ label, kind, choices }): CollectionQuestion => ({
        label: label.trim(),
        kind,
        choices: kind === 'choice' ? choicesOf(choices) : null,
      }),
    ),
    dueOn: dueOn || null,
  };
}
