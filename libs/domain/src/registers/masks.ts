import type { FieldValue, MaskKind } from '@wangge/contracts';
import { type FieldDefinition, isShownMasked } from './definition.js';

const HIDDEN = '***';

/** A value as it is shown to those who may not see it whole. Nothing stays nothing. */
export function maskValue(kind: MaskKind, value: FieldValue): FieldValue {
  if (value === null) return null;
  return typeof value === 'string' ? MASKS[kind](value) : HIDDEN;
}

/** A field's value as everybody may see it: what has no mask of its own but needs one is hidden whole. */
export const maskField = (field: Pick<FieldDefinition, 'dataClass' | 'mask'>, value: FieldValue): FieldValue =>
  isShownMasked(field) ? maskValue(field.mask ?? 'all', value) : value;

const MASKS: Readonly<Record<MaskKind, (text: string) => string>> = {
  name: maskName,
  'identity-number': maskIdentityNumber,
  phone: maskPhone,
  address: maskAddress,
  date: (text) => (/^\d{4}-/.test(text) ? text.slice(0, 4) : HIDDEN),
  all: () => HIDDEN,
};

/** 张三 → 张*, 王小明 → 王*明. Counted in whole characters: a rare name may hold some outside the first plane. */
function maskName(text: string): string {
  const characters = Array.from(text);
  if (characters.length < 2) return '*';
  const last = characters.length > 2 ? characters.at(-1) : '';
  return `${characters[0]}${'*'.repeat(Math.max(1, characters.length - 2))}${last}`;
}

function maskIdentityNumber(text: string): string {
  const characters = Array.from(text);
  return characters.length < 15 ? HIDDEN : keepEnds(characters, 6, 4);
}

/** 13812341234 → 138****1234. A landline's area says where it is, so fewer of its own digits stay. */
function maskPhone(text: string): string {
  const characters = Array.from(text);
  if (characters.length < 10) return HIDDEN;
  return text.startsWith('0') ? keepEnds(characters, 3, 2) : keepEnds(characters, 3, 4);
}

const BUILDING = /^.*?[0-9０-９A-Za-z一二三四五六七八九十百]+\s*(?:号楼|号院|栋|幢|座|#楼)/u;
const AREA = /^.*?(?:街道|社区|小区|[镇乡村])(?=.)/u;

/** To the building; where none is named, to what stands before the first number, for a house in a village has but that. */
function maskAddress(text: string): string {
  const building = BUILDING.exec(text)?.[0];
  if (building !== undefined) return building + HIDDEN;
  const number = text.search(/[0-9０-９]/);
  return (number >= 0 ? text.slice(0, number) : (AREA.exec(text)?.[0] ?? '')) + HIDDEN;
}

const keepEnds = (characters: readonly string[], first: number, last: number): string =>
  characters.slice(0, first).join('') + '*'.repeat(characters.length - first - last) + characters.slice(-last).join('');
