import { Button, Dialog, DialogActions, DialogContent, DialogTitle, InputAdornment, TextField } from '@mui/material';
import { OwnRegisterName, ownRegistersApi } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { v7 as uuid } from 'uuid';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice } from '../ui/Notice';
import { designerAddress } from './designer-address';
import { useReadDefinitionsAgain } from './designer-queries';
import { firstDefinition } from './field-draft';

/** What never changes is asked first; the rest is designed on the page that follows. */
export function NewRegisterDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts();
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [slug, setSlug] = useState('');
  const [asked, setAsked] = useState(false);
  const { begin, error, busy } = useBegin();
  const name = `own-${slug}`;
  const isNamed = OwnRegisterName.safeParse(name).success;
  const missing = (text: string) => asked && text.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isNamed && zh.trim() && en.trim()) void begin(name, zh.trim(), en.trim());
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="new-register-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="new-register-title">{t('console.designer.new')}</DialogTitle>
        <DialogContent className="account-form">
          <TextField
            label={t('console.designer.label-zh')}
            required
            autoFocus
            value={zh}
            error={missing(zh)}
            helperText={missing(zh) ? t('form.fill-in', { field: t('console.designer.label-zh') }) : undefined}
            slotProps={{ htmlInput: { maxLength: 30 } }}
            onChange={({ target }) => setZh(target.value)}
          />
          <TextField
            label={t('console.designer.label-en')}
            required
            value={en}
            error={missing(en)}
            helperText={missing(en) ? t('form.fill-in', { field: t('console.designer.label-en') }) : undefined}
            slotProps={{ htmlInput: { maxLength: 60 } }}
            onChange={({ target }) => setEn(target.value)}
          />
          <TextField
            label={t('console.designer.name')}
            required
            value={slug}
            placeholder={t('console.designer.name-example')}
            error={asked && !isNamed}
            helperText={t('console.designer.name-help')}
            slotProps={{
              htmlInput: { maxLength: 36, spellCheck: false },
              input: { startAdornment: <InputAdornment position="start">own-</InputAdornment> },
            }}
            onChange={({ target }) => setSlug(target.value.toLowerCase())}
          />
          {error !== undefined && <ErrorNotice error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={busy}>
            {t('console.designer.begin')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useBegin() {
  const navigate = useNavigate();
  const readAgain = useReadDefinitionsAgain();
  const [id, setId] = useState(() => uuid());
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function begin(name: string, zh: string, en: string): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await client.call(ownRegistersApi.create, { body: { id, name, definition: firstDefinition(zh, en) } });
    } catch (reason) {
      setError(reason);
      setBusy(false);
      // What was refused is sent anew with whatever is typed next.
      setId(uuid());
      return;
    }
    void readAgain();
    await navigate(designerAddress(name));
  }
  return { begin, error, busy };
}
