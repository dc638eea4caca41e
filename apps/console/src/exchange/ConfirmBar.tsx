import { Button } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { exchangeApi, type ImportCounts, type ImportView } from '@wangge/contracts';
import { useNavigate } from 'react-router-dom';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { useReadRecordsAgain } from '../registers/register-queries';
import { ErrorNotice } from '../ui/Notice';
import { importsAddress } from './import-address';
import { importKey } from './import-queries';

interface ConfirmProps {
  readonly given: ImportView;
  readonly counts: ImportCounts;
}

/** The one step that stores something. With wrong rows it says that they are left out; with nothing to do, it is not offered. */
export function ConfirmBar({ given, counts }: ConfirmProps) {
  const t = useTexts();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const readAgain = useReadRecordsAgain();
  const todo = counts.new + counts.changed;
  const again = () => {
    void queryClient.invalidateQueries({ queryKey: ['imports'] });
    void readAgain();
  };
  const confirm = useMutation({
    mutationFn: () =>
      client.call(exchangeApi.confirm, { params: { id: given.id }, body: { rows: counts.wrong > 0 ? 'good' : 'all' } }),
    onSuccess: (view) => queryClient.setQueryData(importKey(given.id), view),
    onSettled: again,
  });
  const cancel = useMutation({
    mutationFn: () => client.call(exchangeApi.cancel, { params: { id: given.id } }),
    onSuccess: () => navigate(importsAddress(given.register)),
    onSettled: again,
  });
  const isBusy = confirm.isPending || cancel.isPending;
  return (
    <footer className="import-foot">
      {(confirm.error ?? cancel.error) && <ErrorNotice error={confirm.error ?? cancel.error} />}
      {todo === 0 && <p className="muted">{t('console.import.nothing')}</p>}
      <div className="step-buttons">
        {todo > 0 && (
          <Button variant="contained" disableElevation disabled={isBusy} onClick={() => confirm.mutate()}>
            {confirm.isPending
              ? t('console.import.applying')
              : t(counts.wrong > 0 ? 'console.import.confirm-good' : 'console.import.confirm', { count: todo })}
          </Button>
        )}
        <Button variant="outlined" disabled={isBusy} onClick={() => cancel.mutate()}>
          {t('console.import.cancel')}
        </Button>
      </div>
    </footer>
  );
}
