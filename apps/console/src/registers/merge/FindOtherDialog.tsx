import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import type { RecordView, RegisterView } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../../ui/Notice';
import { PlacePath } from '../../ui/PlacePath';
import { useSimilarOf } from '../duplicates/duplicate-queries';
import { LikenessWords } from '../duplicates/LikenessWords';
import { ReferenceInput } from '../form/ReferenceInput';
import { useLabel } from '../register-words';
import { MergeDialog } from './MergeDialog';

interface FindOtherDialogProps {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly onClose: () => void;
}

/** From a record's own page: which one is its duplicate? Then both side by side. */
export function FindOtherDialog({ register, record, onClose }: FindOtherDialogProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const [other, setOther] = useState<string>();
  const { data, error, refetch } = useSimilarOf(register, record);
  if (other !== undefined) return <MergeDialog register={register} id={record.id} other={other} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="find-other-title">
      <DialogTitle id="find-other-title">{t('console.merge.find', { title: record.title })}</DialogTitle>
      <DialogContent className="find-other">
        <p>{t('console.merge.find-why')}</p>
        <ReferenceInput
          id="find-other"
          label={t('console.merge.find-label', { register: labelOf(register.label) })}
          register={register.name}
          value=""
          title={undefined}
          onChange={(id) => id !== '' && id !== record.id && setOther(id)}
        />
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {!data && !error && register.likenessFields.length > 0 && <Skeleton lines={3} />}
        {data?.items.length === 0 && <p className="muted">{t('console.merge.find-none')}</p>}
        <ul>
          {data?.items.map(({ record: found, likeness }) => (
            <li key={found.id}>
              <button type="button" className="similar-choice" onClick={() => setOther(found.id)}>
                <span>
                  <b>{found.title}</b> <PlacePath names={found.names} />
                </span>
                <LikenessWords register={register} likeness={likeness} />
              </button>
            </li>
          ))}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('do.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
}
