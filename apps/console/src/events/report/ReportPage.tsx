import { Button, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { eventsApi, type Point, ReportEvent, Urgency } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { v7 as uuid } from 'uuid';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { useCrumbs } from '../../layout/crumbs';
import { ErrorNotice } from '../../ui/Notice';
import { Choices } from '../act/fields/Choices';
import { PhotosField } from '../act/fields/PhotosField';
import type { ChosenPhoto } from '../act/step-values';
import { photosOf } from '../act/step-values';
import { uploadPhotos } from '../act/upload-photos';
import { ClassSelect } from '../ClassSelect';
import { reloadEvent, showEvent } from '../event-queries';
import { PointSection } from './PointSection';

interface Draft {
  readonly description: string;
  readonly place: string;
  readonly classCode: string | undefined;
  readonly urgency: Urgency;
  readonly point: Point | undefined;
  readonly photos: readonly ChosenPhoto[];
}

const EMPTY: Draft = { description: '', place: '', classCode: undefined, urgency: 'normal', point: undefined, photos: [] };

/** 登记: what was told by telephone or at the counter, put on the map by the desk. */
export function ReportPage() {
  const t = useTexts();
  const [draft, setDraft] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const { send, error, busy } = useReport();
  useCrumbs({ text: t('console.events'), to: '/events' }, { text: t('console.report') });
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const complete = draft.point !== undefined && draft.description.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (complete) void send(draft);
  };
  return (
    <form className="report" onSubmit={submit} noValidate>
      <PointSection
        point={draft.point}
        fault={asked && !draft.point ? t('form.not-in-district') : undefined}
        onPick={(point) => set({ point })}
      />
      <section className="report-words" aria-labelledby="report-title">
        <h1 id="report-title">{t('console.report')}</h1>
        <TextField
          label={t('field.description')}
          required
          multiline
          minRows={4}
          maxRows={10}
          value={draft.description}
          error={asked && draft.description.trim() === ''}
          helperText={
            asked && draft.description.trim() === ''
              ? t('form.fill-in', { field: t('field.description') })
              : t('console.report.describe')
          }
          slotProps={{ htmlInput: { maxLength: 2000 } }}
          onChange={({ target }) => set({ description: target.value })}
        />
        <TextField
          label={t('field.place')}
          value={draft.place}
          placeholder={t('console.report.place')}
          slotProps={{ htmlInput: { maxLength: 120 } }}
          onChange={({ target }) => set({ place: target.value })}
        />
        <ClassSelect
          id="report-class"
          label={t('field.classCode')}
          value={draft.classCode ?? ''}
          fault={t('console.class.help')}
          onChange={(classCode) => set({ classCode })}
        />
        <Choices
          id="report-urgency"
          label={t('field.urgency')}
          required
          fault={undefined}
          value={draft.urgency}
          choices={Urgency.options.map((value) => ({ value, title: t(`urgency.${value}`) }))}
          onChange={(value) => set({ urgency: Urgency.parse(value) })}
        />
        <PhotosField
          id="report-photos"
          label={t('field.photos')}
          required={false}
          fault={undefined}
          photos={draft.photos}
          onChange={(photos) => set({ photos: photosOf(photos) })}
        />
        {error !== undefined && <ErrorNotice error={error} />}
        <div className="step-buttons">
          <Button type="submit" variant="contained" disableElevation fullWidth disabled={busy}>
            {t(busy ? 'console.sending' : 'do.submit')}
          </Button>
        </div>
      </section>
    </form>
  );
}

/** The event's id is made once for the form: sent again after a lost answer, it is still one event. */
function useReport() {
  const t = useTexts();
  const navigate = useNavigate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [id] = useState(() => uuid());
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function send({ description, place, classCode, urgency, point, photos }: Draft): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const declared = photos.map(({ declaration }) => declaration);
      const body = ReportEvent.parse({
        id,
        description,
        urgency,
        point,
        photos: declared,
        ...(place.trim() && { place }),
        ...(classCode && { classCode }),
      });
      const event = await client.call(eventsApi.report, { body });
      await uploadPhotos(photos, () => undefined);
      showEvent(queryClient, event);
      if (photos.length > 0) void reloadEvent(queryClient, event.id);
      notify(t('console.report.done', { number: event.number }), { type: 'success' });
      await navigate(`/events/${event.id}/show`);
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  }
  return { send, error, busy };
}
