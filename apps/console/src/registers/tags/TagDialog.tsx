import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField } from '@mui/material';
import type { RecordTag, RecordView, RegisterView } from '@wangge/contracts';
import { latestExpiry, localDate, tagFaults } from '@wangge/domain';
import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice } from '../../ui/Notice';
import { useLabel } from '../register-words';
import { type TagDraft, useSendTag } from './use-send-tag';

type Kinds = RegisterView['tagKinds'];
interface TagDialogProps {
  readonly record: RecordView;
  /** What can be chosen; the one kind of the tag that is confirmed anew. */
  readonly kinds: Kinds;
  readonly tag?: RecordTag;
  readonly onDone: (tag: RecordTag) => void;
  readonly onClose: () => void;
}

const LEAST_SOURCE = 2;

/** Adds a tag, or confirms one anew: who says so, and until when it holds. */
export function TagDialog({ record, kinds, tag, onDone, onClose }: TagDialogProps) {
  const t = useTexts();
  const titleId = useId();
  const [today] = useState(() => localDate(new Date().toISOString()));
  const [draft, setDraft] = useState<TagDraft>(() => firstDraft(kinds, tag, today));
  const [asked, setAsked] = useState(false);
  const { send, error, busy } = useSendTag(record, tag, (done) => {
    onDone(done);
    onClose();
  });
  const kind = kinds.find(({ code }) => code === draft.kind);
  const faults = kind ? tagFaults(kind, draft, today).map(({ field }) => field) : [];
  const isWhole = kind !== undefined && faults.length === 0 && draft.source.trim().length >= LEAST_SOURCE;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isWhole) void send(draft);
  };
  const set = (part: Partial<TagDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id={titleId}>{t(tag ? 'console.tags.renew-title' : 'console.tags.add-title', { title: record.title })}</DialogTitle>
        <DialogContent className="reveal-form">
          <KindInput kinds={kinds} draft={draft} isFixed={tag !== undefined} isMissing={asked && !kind} today={today} onChange={set} />
          <TextField
            label={t('console.tags.source')}
            placeholder={t('console.tags.source-example')}
            required
            value={draft.source}
            error={asked && draft.source.trim().length < LEAST_SOURCE}
            slotProps={{ htmlInput: { maxLength: 200 } }}
            onChange={({ target }) => set({ source: target.value })}
          />
          <div className="tag-days">
            <DayInput label={t('console.tags.since')} value={draft.since} disabled={tag !== undefined} wrong={asked && faults.includes('since')} onChange={(since) => set({ since })} />
            <DayInput label={t('console.tags.until')} value={draft.expiresOn} wrong={asked && faults.includes('expiresOn')} help={kind && t('console.tags.until-latest', { day: latestExpiry(kind, today) })} onChange={(expiresOn) => set({ expiresOn })} />
          </div>
          <TextField
            label={t('console.tags.note')}
            value={draft.note}
            multiline
            slotProps={{ htmlInput: { maxLength: 500 } }}
            onChange={({ target }) => set({ note: target.value })}
          />
          {error !== undefined && <ErrorNotice error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={busy}>
            {t(tag ? 'console.tags.renew' : 'console.tags.add')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function firstDraft(kinds: Kinds, tag: RecordTag | undefined, today: string): TagDraft {
  const [only] = tag ? kinds : [];
  if (!tag || !only) return { kind: '', source: '', since: today, expiresOn: '', note: '' };
  return { kind: tag.kind, source: tag.source, since: tag.since, expiresOn: latestExpiry(only, today), note: tag.note ?? '' };
}

interface KindInputProps {
  readonly kinds: Kinds;
  readonly draft: TagDraft;
  readonly isFixed: boolean;
  readonly isMissing: boolean;
  readonly today: string;
  readonly onChange: (part: Partial<TagDraft>) => void;
}

/** With the kind comes how long it may hold. */
function KindInput({ kinds, draft, isFixed, isMissing, today, onChange }: KindInputProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const kind = kinds.find(({ code }) => code === draft.kind);
  const choose = (code: string) => {
    const chosen = kinds.find((each) => each.code === code);
    if (chosen) onChange({ kind: code, expiresOn: latestExpiry(chosen, today) });
  };
  return (
    <TextField
      select
      label={t('console.tags.kind')}
      required
      disabled={isFixed}
      value={draft.kind}
      error={isMissing}
      helperText={kind && t('console.tags.ground', { ground: labelOf(kind.ground) })}
      onChange={({ target }) => choose(target.value)}
    >
      {kinds.map(({ code, label }) => (
        <MenuItem key={code} value={code}>
          {labelOf(label)}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface DayInputProps {
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly disabled?: boolean;
  readonly help?: string | undefined;
  readonly onChange: (value: string) => void;
}

const DayInput = ({ label, value, wrong, disabled = false, help, onChange }: DayInputProps) => (
  <TextField
    type="date"
    label={label}
    required
    value={value}
    error={wrong}
    disabled={disabled}
    helperText={help}
    slotProps={{ inputLabel: { shrink: true } }}
    onChange={({ target }) => onChange(target.value)}
  />
);
