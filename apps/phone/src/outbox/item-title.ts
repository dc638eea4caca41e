import type { OutboxItem } from '@wangge/offline';
import type { PhoneWords } from '../data/words';

/** "核查通过：雨水井盖异常", "修改：钱*山", "雨水井盖异常". */
export function itemTitle({ command, title }: OutboxItem, t: PhoneWords): string {
  if (command.kind === 'report') return title;
  const kind = command.kind === 'action' ? t(`action.${command.body.action}`) : t(`phone.item-${command.kind}`);
  return t('phone.task-title', { kind, title });
}
