import type { OutboxItem } from '@wangge/offline';
import { href } from '../app/routes';

/** The page of what an item is about. */
export function itemAddress({ command }: OutboxItem): string {
  switch (command.kind) {
    case 'report':
      return href.event(command.body.id);
    case 'action':
      return href.event(command.eventId);
    case 'create-record':
      return href.record(command.register, command.body.id);
    case 'change-record':
      return href.record(command.register, command.recordId);
    case 'fill':
      return href.fill(command.partId);
  }
}
