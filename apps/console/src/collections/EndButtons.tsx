import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { collectionsApi, type CollectionView } from '@wangge/contracts';
import { useState } from 'react';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice } from '../ui/Notice';
import { useCollectionDeed } from './collection-queries';

type How = 'closed' | 'withdrawn';

/** Closing and withdrawing end the tasks of others: it is asked first, with what is left open. */
export function EndButtons({ collection }: { readonly collection: CollectionView }) {
  const t = useTexts();
  const [how, setHow] = useState<How>();
  return (
    <>
      <button type="button" className="button" onClick={() => setHow('withdrawn')}>
        {t('console.collections.withdraw')}
      </button>
      <button type="button" className="button primary" onClick={() => setHow('closed')}>
        {t('console.collections.close')}
      </button>
      {how && <EndDialog collection={collection} how={how} onClose={() => setHow(undefined)} />}
    </>
  );
}

function EndDialog({ collection: { id, version, items, done }, how, onClose }: { readonly collection: CollectionView; readonly how: How; readonly onClose: () => void }) {
  const t = useTexts();
  const end = useCollectionDeed(() => client.call(collectionsApi.end, { params: { id }, body: { version, how } }));
  const words = t(how === 'closed' ? 'console.collections.close' : 'console.collections.withdraw');
  return (
    <Dialog open onClose={onClose} aria-labelledby="end-title">
      <DialogTitle id="end-title">{words}</DialogTitle>
      <DialogContent>
        <p>{t(`console.collections.end.${how}`, { count: items - done })}</p>
        {end.error && <ErrorNotice error={end.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('do.cancel')}</Button>
        <Button variant="contained" disableElevation disabled={end.isPending} onClick={() => end.mutate(undefined, { onSuccess: onClose })}>
          {words}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
