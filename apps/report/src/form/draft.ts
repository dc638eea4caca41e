import { Point } from '@wangge/contracts';
import { v7 } from 'uuid';

export interface ReportDraft {
  /** Travels with every try, so that a report sent twice is one. */
  readonly id: string;
  readonly text: string;
  readonly place: string;
  readonly classCode: string;
  readonly contact: string;
  readonly point: Point | undefined;
}

const KEY = 'wangge.report.draft';

export function newDraft(): ReportDraft {
  return { id: v7(), text: '', place: '', classCode: '', contact: '', point: undefined };
}

/** What was typed survives an accidental reload, in this tab only and without the contact. */
export function rememberDraft({ contact: _private, ...rest }: ReportDraft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(rest));
  } catch {
    // A browser that forbids storage loses the draft with the page, nothing else.
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was stored either.
  }
}

export function rememberedDraft(): ReportDraft {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return readDraft(stored) ?? newDraft();
  } catch {
    return newDraft();
  }
}

function readDraft(stored: unknown): ReportDraft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const text = (key: string) => {
    const value: unknown = Reflect.get(stored, key);
    return typeof value === 'string' ? value : '';
  };
  const id = text('id');
  if (id === '') return undefined;
  const point = Point.safeParse(Reflect.get(stored, 'point')).data;
  return { id, text: text('text'), place: text('place'), classCode: text('classCode'), contact: '', point };
}
