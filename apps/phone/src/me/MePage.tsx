import type { AssignmentView } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { href } from '../app/routes';
import { countOf, useOutbox } from '../data/use-outbox';
import { useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Icon, type IconName } from '../ui/Icon';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { TabBar } from '../ui/TabBar';
import { LanguageSwitch } from './LanguageSwitch';
import { SignOutSheet } from './SignOutSheet';
import { SizeChoice } from './SizeSheet';

export function MePage({ onLeave }: { onLeave: () => void }) {
  const t = useWords();
  const { me, may } = usePhone();
  const [leaving, setLeaving] = useState(false);
  const { open, attention } = countOf(useOutbox());
  return (
    <div class="page">
      <PageHead title={t('phone.tab-me')} />
      <NetLine />
      <main class="scroll">
        <section class="who">
          <h2>{me.name}</h2>
          <p class="muted">{me.username}</p>
          <ul>
            {me.assignments.map((assignment, index) => (
              <Held key={index} assignment={assignment} />
            ))}
          </ul>
        </section>
        <ul class="rows">
          {may('event.read') && <MenuRow icon="list" text={t('phone.my-reports')} to={href.reports} />}
          {may('register.read') && <MenuRow icon="search" text={t('phone.registers')} to={href.registers} />}
          <MenuRow icon="tray" text={t('phone.outbox')} to={href.outbox} count={open + attention} />
        </ul>
        <section class="set">
          <h2>{t('phone.size')}</h2>
          <SizeChoice />
          <h2>{t('phone.language')}</h2>
          <LanguageSwitch />
        </section>
        <div class="pad">
          <button type="button" class="btn line wide" onClick={() => setLeaving(true)}>
            {t('do.sign-out')}
          </button>
        </div>
      </main>
      <TabBar on="me" />
      {leaving && <SignOutSheet waiting={open + attention} onLeave={onLeave} onClose={() => setLeaving(false)} />}
    </div>
  );
}

function Held({ assignment: { role, scopeName, departmentName } }: { assignment: AssignmentView }) {
  const t = useWords();
  return <li>{[t(`role.${role}`), scopeName ?? departmentName].filter((part) => part !== null).join(' · ')}</li>;
}

function MenuRow({ icon, text, to, count = 0 }: { icon: IconName; text: string; to: string; count?: number }) {
  return (
    <li>
      <a class="row" href={to}>
        <Icon name={icon} />
        <span class="g">{text}</span>
        {count > 0 && <b class="count">{count}</b>}
        <Icon name="next" />
      </a>
    </li>
  );
}
