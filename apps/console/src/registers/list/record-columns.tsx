import type { RecordView, RegisterField, RegisterView } from '@wangge/contracts';
import { instantWords, placePath } from '@wangge/look';
import type { ReactNode } from 'react';
import { useStore } from 'react-admin';
import { Link } from 'react-router-dom';
import { type T, useTexts } from '../../i18n/use-texts';
import { PlacePath } from '../../ui/PlacePath';
import { useNow } from '../../ui/use-now';
import { RecordValue } from '../RecordValue';
import { recordAddress } from '../register-address';
import { type LabelWords, useLabel } from '../register-words';

export interface RecordColumn {
  readonly id: string;
  readonly text: string;
  readonly width: number;
  readonly sort: boolean;
  readonly end: boolean;
  readonly shownFirst: boolean;
  readonly cell: (row: RecordView) => ReactNode;
}

const WIDTHS: Partial<Record<RegisterField['kind'], number>> = {
  'long-text': 240,
  integer: 72,
  number: 80,
  date: 104,
  instant: 136,
  boolean: 64,
  'identity-number': 168,
  phone: 120,
  'credit-code': 176,
  'component-code': 160,
  reference: 140,
};
const USUAL = 152;
/** A masked name is never long. */
const NAME = 88;
/** The first column stands a little further in, and a name should not be cut. */
const TITLE_MORE = 16;
const WIDEST_CHOICE = 160;

/** A letter of Latin text is about half as wide as a Chinese one. */
const wordWidth = (text: string, letter: number) =>
  [...text].reduce((sum, each) => sum + (each > '⺀' ? letter : letter * 0.6), 20);

/** As wide as its kind or its longest choice needs, and as its heading with the arrow of its order. */
function widthOf(field: RegisterField, text: string, labelOf: LabelWords): number {
  const choices = field.choices?.map(({ label }) => wordWidth(labelOf(label), 14));
  const content = choices
    ? Math.min(WIDEST_CHOICE, Math.max(...choices))
    : (WIDTHS[field.kind] ?? (field.mask === 'name' ? NAME : USUAL));
  return Math.ceil(Math.max(content, wordWidth(text, 12) + (field.sort ? 16 : 0)));
}

const NUMBERS: readonly RegisterField['kind'][] = ['integer', 'number'];

/** The definition's fields as columns, then where it is and how fresh it is. */
export function useColumnsOf(register: RegisterView) {
  const t = useTexts();
  const labelOf = useLabel();
  const all = [...fieldsOf(register).map((field) => columnOf(field, labelOf, register)), areaOf(t), updatedOf(t)];
  const [chosen, setChosen] = useStore<readonly string[]>(
    `registers.${register.name}.columns`,
    all.filter(({ shownFirst }) => shownFirst).map(({ id }) => id),
  );
  const isOn = (id: string) => id === register.titleField || chosen.includes(id);
  return {
    choosable: all.map(({ id, text }) => ({ id, text, on: isOn(id), fixed: id === register.titleField })),
    shown: all.filter(({ id }) => isOn(id)),
    toggle: (id: string) => setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]),
  };
}

/** A row begins with what the record is called by. */
function fieldsOf({ fields, titleField }: RegisterView): readonly RegisterField[] {
  return [...fields.filter(({ name }) => name === titleField), ...fields.filter(({ name }) => name !== titleField)];
}

function columnOf(field: RegisterField, labelOf: LabelWords, { titleField }: RegisterView): RecordColumn {
  const text = labelOf(field.label);
  const isTitle = field.name === titleField;
  return {
    id: field.name,
    text,
    width: widthOf(field, text, labelOf) + (isTitle ? TITLE_MORE : 0),
    sort: field.sort,
    end: NUMBERS.includes(field.kind) && !isTitle,
    shownFirst: field.inList,
    cell: (row) => (isTitle ? <TitleCell row={row} /> : <RecordValue field={field} record={row} />),
  };
}

function TitleCell({ row }: { readonly row: RecordView }) {
  return <Link to={recordAddress(row.register, row.id)}>{row.title}</Link>;
}

const areaOf = (t: T): RecordColumn => ({
  id: '@area',
  text: t('console.column.area'),
  width: 200,
  sort: false,
  end: false,
  shownFirst: true,
  cell: (row) => <AreaCell row={row} />,
});

const updatedOf = (t: T): RecordColumn => ({
  id: '@updated',
  text: t('console.registers.updated'),
  width: 112,
  sort: false,
  end: false,
  shownFirst: false,
  cell: (row) => <UpdatedCell row={row} />,
});

/** The grid by its serial number, as it is said on the radio; the full name is one hover away. */
function AreaCell({ row: { names, chain } }: { readonly row: RecordView }) {
  return <PlacePath names={{ ...names, grid: chain.gridCode.slice(-3) }} title={placePath(names).join(' / ')} />;
}

function UpdatedCell({ row }: { readonly row: RecordView }) {
  const t = useTexts();
  return <span className="muted">{instantWords(row.updatedAt, useNow(), t)}</span>;
}
