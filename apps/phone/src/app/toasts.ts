import type { OutboxItem } from '@wangge/offline';
import { localeChoice } from '../data/preferences';
import { Store } from '../data/store';
import { commonTexts, phoneTexts, texts } from '@wangge/texts';

export interface Toast {
  readonly text: string;
  /** Where a tap leads. */
  readonly to?: string;
}

export const toast = new Store<Toast | undefined>(undefined);

let timer: ReturnType<typeof setTimeout> | undefined;

/** One line that goes by itself; nothing that must be answered is said this way. */
export function show(next: Toast): void {
  clearTimeout(timer);
  toast.set(next);
  timer = setTimeout(() => toast.set(undefined), 5000);
}

export function tellDelivered({ title, number }: OutboxItem): void {
  const t = texts(localeChoice.value, commonTexts, phoneTexts);
  show({ text: t('phone.toast-delivered', { title, number: number ?? '' }) });
}
