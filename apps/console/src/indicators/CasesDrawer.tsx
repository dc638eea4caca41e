import { Drawer } from '@mui/material';
import type { IndicatorCase } from '@wangge/contracts';
import { INDICATORS } from '@wangge/domain';
import { instantWords } from '@wangge/look';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';
import { StatusWord } from '../ui/Mark';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
import type { Choice, Opened } from './indicator-choice';
import { useCases } from './indicator-queries';

interface CasesDrawerProps {
  readonly choice: Choice;
  readonly opened: Opened;
  readonly name: string;
  readonly onClose: () => void;
}

/** The cases behind a number. Esc closes it. */
export function CasesDrawer({ choice, opened, name, onClose }: CasesDrawerProps) {
  const t = useTexts();
  const cases = useCases(choice, opened);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const title = t(`indicator.${opened.key}`);
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper: { className: 'step-drawer cases-drawer', 'aria-label': title } }}>
      <header>
        <h2>
          {title}
          {INDICATORS[opened.key].kind === 'share' && <span className="muted">{t(`console.indicators.side.${opened.side}`)}</span>}
        </h2>
        <button type="button" className="icon-button" onClick={onClose} aria-label={t('do.close')}>
          <Icon name="close" />
        </button>
      </header>
      <p className="muted">
        {name} · {t(`indicator.${opened.key}.how`)}
      </p>
      {cases.error && <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />}
      {!cases.data && !cases.error && <Skeleton lines={8} height={40} />}
      {cases.data && items.length === 0 && <Empty title={t('console.indicators.no-cases')} />}
      <ul className="cases">
        {items.map((item) => (
          <CaseRow key={item.id} item={item} />
        ))}
      </ul>
      {cases.hasNextPage && (
        <button type="button" className="button" disabled={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
          {t('console.indicators.more')}
        </button>
      )}
    </Drawer>
  );
}

function CaseRow({ item }: { readonly item: IndicatorCase }) {
  const t = useTexts();
  return (
    <li>
      <Link to={`/events/${item.id}/show`}>{item.title || item.number}</Link>
      <span className="muted">
        {item.number} · {instantWords(item.reportedAt, new Date(), t)} · {item.place}
      </span>
      <span className="case-marks">
        <StatusWord status={item.status} />
        {item.times !== 1 && <b>{item.times > 0 ? t('console.indicators.times', { count: item.times }) : t('console.indicators.correction')}</b>}
      </span>
    </li>
  );
}
