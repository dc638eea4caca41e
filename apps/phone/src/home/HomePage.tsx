import { useState } from 'preact/hooks';
import { monthDayWords, weekdayWords } from '@wangge/look';
import { useNow } from '../data/use-now';
import { useWords } from '../data/words';
import { SizeSheet } from '../me/SizeSheet';
import { usePhone } from '../session/phone';
import { useOpenTasks } from '../tasks/use-open-tasks';
import { Empty } from '../ui/Empty';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { TabBar } from '../ui/TabBar';
import { FirstTask } from './FirstTask';
import { LatestReports } from './LatestReports';
import { NextTasks } from './NextTasks';
import { usePlaceName } from './use-place-name';

export function HomePage() {
  const t = useWords();
  const now = useNow();
  const { may } = usePhone();
  const place = usePlaceName();
  const [sizing, setSizing] = useState(false);
  const { reply, tasks } = useOpenTasks();
  const [first, ...next] = tasks;
  const today = now.toISOString();
  return (
    <div class="page">
      <PageHead title={place} under={`${monthDayWords(today, t)} ${weekdayWords(today, t)}`}>
        <button type="button" class="sq zi" aria-label={t('phone.size')} onClick={() => setSizing(true)}>
          <span data-sign={t('phone.size-sign')} />
        </button>
      </PageHead>
      <NetLine />
      <main class="scroll">
        {may('task.read') && <FirstTask reply={reply} task={first} total={tasks.length} />}
        {next.length > 0 && <NextTasks tasks={next} />}
        {may('event.read') && <LatestReports />}
        {!may('event.read') && <Empty text={t('phone.no-business')} hint={t('phone.no-business-hint')} />}
      </main>
      <TabBar on="home" />
      {sizing && <SizeSheet onClose={() => setSizing(false)} />}
    </div>
  );
}
