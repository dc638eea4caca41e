import type { Point } from '@wangge/contracts';
import type { OutboxItem } from '@wangge/offline';
import { PickSheet } from '../map/PickSheet';
import { usePhone } from '../session/phone';

/** A better place for a report that lies outside the district. */
export function MovePlace({ item, onClose }: { item: OutboxItem; onClose: () => void }) {
  const { outbox } = usePhone();
  if (item.command.kind !== 'report') return null;
  const { body } = item.command;
  const take = (point: Point) => {
    void outbox.amend(item.id, { kind: 'report', body: { ...body, point } });
    onClose();
  };
  return <PickSheet point={body.point} onTake={take} onClose={onClose} />;
}
