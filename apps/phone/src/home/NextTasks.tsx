import type { TaskView } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { distanceBetween } from '../data/geo';
import { usePosition } from '../data/position';
import { useWords } from '../data/words';
import { TaskStops } from '../tasks/TaskStops';
import { Segments } from '../ui/Segments';

type Order = 'near' | 'urgent';

/** What comes after, as stops of a way. The nearest first only where the position is known. */
export function NextTasks({ tasks }: { tasks: readonly TaskView[] }) {
  const t = useWords();
  const position = usePosition(false);
  const [order, setOrder] = useState<Order>('urgent');
  const here = position.state === 'known' ? position.point : undefined;
  const shown =
    order === 'near' && here ? [...tasks].sort((a, b) => distanceBetween(here, a.point) - distanceBetween(here, b.point)) : tasks;
  const options = (['near', 'urgent'] as const).map((value) => ({ value, text: t(`phone.order-${value}`) }));
  return (
    <section>
      <div class="lh">
        <h2>{t('phone.next-tasks', { count: tasks.length })}</h2>
        {here && tasks.length > 1 && (
          <Segments name="order" label={t('phone.order')} options={options} value={order} onChoose={setOrder} />
        )}
      </div>
      <TaskStops tasks={shown} />
    </section>
  );
}
