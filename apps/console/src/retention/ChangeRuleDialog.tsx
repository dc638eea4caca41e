import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import type { RetentionRuleView } from '@wangge/contracts';
import { useId, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { ErrorNotice } from '../ui/Notice';
import { useChangeRule } from './retention-queries';

/** Other days, within the bounds of the rule, and why. */
export function ChangeRuleDialog({ rule, onClose }: { readonly rule: RetentionRuleView; readonly onClose: () => void }) {
  const t = useTexts();
  const labelOf = useLabel();
  const titleId = useId();
  const change = useChangeRule();
  const [days, setDays] = useState(String(rule.days));
  const [reason, setReason] = useState('');
  const wanted = Number(days);
  const isGood = Number.isInteger(wanted) && wanted >= rule.least && wanted <= rule.most && reason.trim().length >= 2;
  const send = () => change.mutate({ rule: rule.name, version: rule.version, days: wanted, reason }, { onSuccess: onClose });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isGood) send();
        }}
      >
        <DialogTitle id={titleId}>{labelOf(rule.what)}</DialogTitle>
        <DialogContent>
          <TextField
            type="number"
            label={t('console.retention.days')}
            value={days}
            onChange={({ target }) => setDays(target.value)}
            helperText={t('console.retention.bounds', { least: rule.least, most: rule.most })}
            slotProps={{ htmlInput: { min: rule.least, max: rule.most } }}
            margin="dense"
            size="small"
            fullWidth
            required
          />
          <TextField
            label={t('console.retention.reason')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            slotProps={{ htmlInput: { maxLength: 200 } }}
            margin="dense"
            size="small"
            fullWidth
            required
          />
          {change.error && <ErrorNotice error={change.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={!isGood || change.isPending}>
            {t('console.retention.change')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
