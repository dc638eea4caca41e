import type { OutboxItem } from '@wangge/offline';
import { usePhone } from '../session/phone';
import { useChanging } from './store';

export function useOutbox(): readonly OutboxItem[] {
  const { outbox } = usePhone();
  return useChanging(outbox, () => outbox.items);
}

export interface OutboxCount {
  readonly attention: number;
  /** Waiting or on their way. */
  readonly open: number;
}

export function countOf(items: readonly OutboxItem[]): OutboxCount {
  const count = (names: readonly string[]) => items.filter(({ state }) => names.includes(state.name)).length;
  return { attention: count(['attention']), open: count(['waiting', 'sending']) };
}
