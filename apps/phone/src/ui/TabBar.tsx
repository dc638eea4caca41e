import { useOpenTasks } from '../tasks/use-open-tasks';
import { href } from '../app/routes';
import { useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Icon, type IconName } from './Icon';

export type Tab = 'home' | 'tasks' | 'me';

/** The tabs' own pages; the report button is the largest thing on them. */
export function TabBar({ on }: { on: Tab }) {
  const t = useWords();
  const { may } = usePhone();
  const open = useOpenTasks().tasks.length;
  return (
    <nav class="tabs" aria-label={t('phone.tabs')}>
      <TabLink tab="home" icon="home" on={on} text={t('phone.tab-home')} />
      {may('task.read') && <TabLink tab="tasks" icon="task" on={on} text={t('phone.tab-tasks')} count={open} />}
      {may('event.report') && (
        <a class="rep" href={href.report}>
          <Icon name="plus" />
          {t('phone.tab-report')}
        </a>
      )}
      <TabLink tab="me" icon="me" on={on} text={t('phone.tab-me')} />
    </nav>
  );
}

function TabLink({ tab, icon, on, text, count = 0 }: { tab: Tab; icon: IconName; on: Tab; text: string; count?: number }) {
  const t = useWords();
  return (
    <a href={href[tab]} class={tab === on ? 'on' : ''} aria-current={tab === on ? 'page' : undefined}>
      <Icon name={icon} />
      {text}
      {count > 0 && (
        <>
          <span class="n" aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
          <span class="hidden">{t('phone.open-tasks', { count })}</span>
        </>
      )}
    </a>
  );
}
