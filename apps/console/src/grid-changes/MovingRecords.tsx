import type { GridPiece, MovingCount, MovingRecord } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../ui/Notice';
import { useMovingRecords } from './grid-change-queries';
import type { GridWorking } from './use-grid-work';

interface MovingRecordsProps {
  readonly count: MovingCount;
  readonly pieces: readonly GridPiece[];
  readonly working: GridWorking;
}

/** The records of one kind. Where nothing but a person can say where one belongs, he says it here. */
export function MovingRecords({ count: { kind, undecided }, pieces, working }: MovingRecordsProps) {
  const t = useTexts();
  const [only, setOnly] = useState(undecided > 0);
  // What was just decided stays in sight, so that it can be decided otherwise.
  const [asked] = useState({ ...working.work, decisions: [] });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMovingRecords(asked, kind, only);
  const items = data?.pages.flatMap((page) => page.items);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!items) return <Skeleton lines={3} />;
  return (
    <>
      {undecided > 0 && (
        <label className="grid-check">
          <input type="checkbox" checked={only} onChange={({ target }) => setOnly(target.checked)} />
          {t('console.grids.moves.only-undecided')}
        </label>
      )}
      <ul className="grid-moving">
        {items.map((record) => (
          <Moving key={record.id} record={record} pieces={pieces} working={working} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="link" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('console.grids.moves.more')}
        </button>
      )}
    </>
  );
}

interface MovingProps {
  readonly record: MovingRecord;
  readonly pieces: readonly GridPiece[];
  readonly working: GridWorking;
}

function Moving({ record: { kind, id, title, to, by }, pieces, working: { work, change } }: MovingProps) {
  const t = useTexts();
  const nameOf = (code: string) => {
    const at = pieces.findIndex((piece) => piece.code === code);
    return work.names[at]?.trim() || pieces[at]?.name || code;
  };
  const decided = work.decisions.find((decision) => decision.kind === kind && decision.id === id);
  const decide = (value: string) => {
    const others = work.decisions.filter((decision) => decision !== decided);
    change({ decisions: value === '' ? others : [...others, { kind, id, piece: Number(value) }] });
  };
  return (
    <li>
      <span>{title}</span>
      {by === 'default' ? (
        <span className="select-box">
          <select
            value={decided?.piece ?? ''}
            aria-label={t('console.grids.moves.decide', { title })}
            onChange={({ target }) => decide(target.value)}
          >
            <option value="">{t('console.grids.by.default')}</option>
            {pieces.map(({ code }, at) => (
              <option key={code} value={at}>
                {nameOf(code)}
              </option>
            ))}
          </select>
        </span>
      ) : (
        <>
          <span>{to.map(nameOf).join(t('list.comma'))}</span>
          <span className="muted">{t(`console.grids.by.${by}`)}</span>
        </>
      )}
    </li>
  );
}
