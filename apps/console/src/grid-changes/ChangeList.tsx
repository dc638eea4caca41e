import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type GridChangeRow, gridChangesApi } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useEffect, useState } from 'react';
import { useNotify } from 'react-admin';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
import { useNow } from '../ui/use-now';
import { readGridsAgain, useGridChanges } from './grid-change-queries';

/** Planned and past changes of an area, those with the latest day first. */
export function ChangeList({ scope }: { readonly scope: string | undefined }) {
  const t = useTexts();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useGridChanges(scope);
  const [undoing, setUndoing] = useState<GridChangeRow>();
  const items = data?.pages.flatMap((page) => page.items);
  useReadWhenEffective(items);
  if (error && !items) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!items) return <Skeleton lines={6} height={20} />;
  if (items.length === 0) return <Empty title={t('console.grids.list.empty')}>{t('console.grids.list.empty-why')}</Empty>;
  return (
    <div className="grid-change-list">
      <ul aria-label={t('console.grids.list')}>
        {items.map((change) => (
          <Change key={change.id} change={change} onUndo={() => setUndoing(change)} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="link" onClick={() => void fetchNextPage()}>
          {t('console.grids.older')}
        </button>
      )}
      {undoing && <UndoDialog change={undoing} onClose={() => setUndoing(undefined)} />}
    </div>
  );
}

/** When a change has been carried out, the map and the tree show what it made. */
function useReadWhenEffective(items: readonly GridChangeRow[] | undefined): void {
  const queryClient = useQueryClient();
  const effective = items?.filter(({ status }) => status === 'effective').length;
  const [seen, setSeen] = useState(effective);
  useEffect(() => {
    if (effective === seen) return;
    setSeen(effective);
    if (seen !== undefined) void readGridsAgain(queryClient);
  }, [effective, seen, queryClient]);
}

function Change({ change, onUndo }: { readonly change: GridChangeRow; readonly onUndo: () => void }) {
  const t = useTexts();
  const now = useNow();
  const { kind, status, community, effectiveOn, reason, plannedAt, plannedBy, mayUndo } = change;
  return (
    <li>
      <div className="grid-change-what">
        <b>
          {community.name} · {t(`console.grids.kind.${kind}`)}
        </b>
        <span className={`grid-status grid-status-${status}`}>{t(`console.grids.status.${status}`)}</span>
        {mayUndo && (
          <button type="button" className="button small" onClick={onUndo}>
            {t('console.grids.undo')}
          </button>
        )}
      </div>
      <p>{useGridWords()(change)}</p>
      <p className="said">{reason}</p>
      {status === 'lapsed' && <p className="muted">{t('console.grids.lapsed-why')}</p>}
      <p className="muted">
        {t('console.grids.effective-on')} {effectiveOn} · {t('console.grids.by-whom', { name: plannedBy })} ·{' '}
        <time dateTime={plannedAt}>{instantWords(plannedAt, now, t)}</time>
      </p>
    </li>
  );
}

function useGridWords() {
  const t = useTexts();
  const names = (grids: GridChangeRow['before']) =>
    grids.map(({ name, code }) => `${name}（${code.slice(-3)}）`).join(t('list.comma'));
  return ({ before, after }: GridChangeRow) => `${names(before)} → ${names(after)}`;
}

function UndoDialog({ change, onClose }: { readonly change: GridChangeRow; readonly onClose: () => void }) {
  const t = useTexts();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [error, setError] = useState<unknown>();
  const names = (grids: GridChangeRow['before']) => grids.map(({ name }) => name).join(t('list.comma'));

  async function undo() {
    setError(undefined);
    try {
      await client.call(gridChangesApi.undo, { params: { id: change.id }, body: { version: change.version } });
      notify(t('console.grids.undone'), { type: 'success' });
      onClose();
    } catch (reason) {
      setError(reason);
    } finally {
      void readGridsAgain(queryClient);
    }
  }

  const words = { before: names(change.before), after: names(change.after), day: change.effectiveOn };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="grid-undo">
      <DialogTitle id="grid-undo">{t('console.grids.undo-title')}</DialogTitle>
      <DialogContent>
        <p>{t('console.grids.undo-why', words)}</p>
        {error !== undefined && <ErrorNotice error={error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('do.cancel')}
        </Button>
        <Button variant="contained" disableElevation onClick={() => void undo()}>
          {t('console.grids.undo')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
