import { type AuditEntryView, isAuditAction } from '@wangge/contracts';
import type { T } from '../i18n/use-texts';

type LabelOf = (label: { readonly zh: string; readonly en: string }) => string;

const SUBJECTS = ['account', 'sign-in', 'department', 'grid-change', 'register-definition', 'retention', 'audit'] as const;
const DETAILS = [
  'reason',
  'fields',
  'columns',
  'place',
  'scope',
  'from',
  'to',
  'rows',
  'roles',
  'screen',
  'unknown',
  'locked',
  'limited',
  'name',
  'action',
  'version',
] as const;

export const actionWords = (action: string, t: T): string => (isAuditAction(action) ? t(`audit.action.${action}`) : action);

export function subjectWords({ subjectType, labels }: AuditEntryView, t: T, labelOf: LabelOf): string {
  const label = labels[subjectType];
  if (label) return labelOf(label);
  const known = SUBJECTS.find((name) => name === subjectType);
  return known ? t(`console.audit.subject.${known}`) : subjectType;
}

export interface DetailWords {
  readonly name: string;
  readonly term: string;
  readonly text: string;
}

/** What can be said of an entry in words; the rest stands in its raw content. */
export function detailWords({ details, labels }: AuditEntryView, t: T, labelOf: LabelOf): DetailWords[] {
  return DETAILS.flatMap((name) => {
    const text = textOf(details[name], (word) => (labels[word] ? labelOf(labels[word]) : word), t);
    return text === '' ? [] : [{ name, term: t(`console.audit.detail.${name}`), text }];
  });
}

function textOf(value: unknown, wordOf: (name: string) => string, t: T): string {
  if (Array.isArray(value)) return value.map((each) => textOf(each, wordOf, t)).join(t('list.comma'));
  if (typeof value === 'number') return value === 0 ? '' : String(value);
  if (typeof value === 'string') return wordOf(value);
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).filter((each) => typeof each === 'string').join(' ');
}
