import type { OutboxItem } from '@wangge/offline';
import type { PhoneWords } from '../data/words';

/** "核查通过：雨水井盖异常", "雨水井盖异常". */
export function itemTitle({ command, title }: OutboxItem, t: PhoneWords): string {
  return command.kind === 'action' ? t('phone.task-title', { kind: t(`action.${command.body.action}`), title }) : title;
}
