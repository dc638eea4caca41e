import type { FieldKind, MaskKind, OwnDefinition, OwnField } from '@wangge/contracts';
import { type FieldDefinition, isShownMasked, type RegisterDefinition, type SharedStorage } from '../definition.js';

/** The masks a kind can have; the first is the one it has where none is chosen. */
export const MASKS_OF: Readonly<Record<FieldKind, readonly MaskKind[]>> = {
  text: ['all', 'name', 'address'],
  'long-text': ['all'],
  integer: ['all'],
  number: ['all'],
  date: ['date', 'all'],
  instant: ['date', 'all'],
  boolean: ['all'],
  choice: ['all'],
  choices: ['all'],
  'identity-number': ['identity-number', 'all'],
  phone: ['phone', 'all'],
  'credit-code': ['all'],
  'component-code': ['all'],
  reference: ['all'],
};

/** The cell of a field among those of its record. A prefix, so that no name meets a word of the database. */
export const cellOf = (name: string): string => `f_${name.toLowerCase()}`;

/**
 * A district's own register as every other: what reads, checks, masks and stores records knows no difference. Retired
 * fields are left out, so that nobody is asked for them and nobody is shown them; their cells stay as they are.
 */
export function toRegister(name: string, own: OwnDefinition, storage: SharedStorage): RegisterDefinition {
  const fields = activeFields(own).map(toField);
  return {
    name,
    element: own.element,
    label: own.label,
    geometry: own.geometry,
    titleField: own.titleField ?? '',
    ...(own.naturalKey.length > 0 && { naturalKey: own.naturalKey }),
    fields,
    storage,
  };
}

export const activeFields = ({ fields }: OwnDefinition): readonly OwnField[] => fields.filter(({ retired }) => !retired);

function toField(field: OwnField): FieldDefinition {
  const { name, kind, label, dataClass, required, search, filter, sort, inList, choices, references, most, range } = field;
  return {
    name,
    column: cellOf(name),
    kind,
    label,
    dataClass,
    // Whatever was chosen: a personal value is never without a mask.
    ...(isShownMasked(field) && { mask: field.mask ?? MASKS_OF[kind][0] ?? 'all' }),
    required,
    ...(search !== 'none' && { search }),
    filter,
    sort,
    inList,
    ...(choices && { choices }),
    ...(references !== null && { references }),
    ...(most !== null && { most }),
    ...(range && { range }),
  };
}
