import { type PublicReceipt, publicReportsApi } from '@wangge/contracts';
import { ApiError } from '@wangge/api-client';
import type { PreparedPhoto } from '@wangge/offline';
import { useRef, useState } from 'preact/hooks';
import { v7 } from 'uuid';
import { useQuestion } from '../use-question';
import { sentenceFor, useWords } from '../words';
import { forgetDraft, rememberDraft, rememberedDraft, type ReportDraft } from './draft';
import { PhotoField } from './PhotoField';
import { PlaceField } from './PlaceField';
import { sendReport } from './send-report';
import { TextField } from '../ui/TextField';

export interface ReportFormProps {
  readonly onSent: (receipt: PublicReceipt, title: string, photos: readonly PreparedPhoto[]) => void;
}

type Fault = 'text' | 'point';
const LEAST_WORDS = 2;

export function ReportForm({ onSent }: ReportFormProps) {
  const t = useWords();
  const [draft, setDraft] = useState(rememberedDraft);
  const [photos, setPhotos] = useState<readonly PreparedPhoto[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [state, setState] = useState<{ busy: boolean; trouble?: string }>({ busy: false });
  const form = useRef<HTMLFormElement>(null);
  const classes = useQuestion(publicReportsApi.classes)?.items ?? [];

  function change(part: Partial<ReportDraft>) {
    setFaults((before) => before.filter((field) => !(field in part)));
    setDraft((before) => {
      const next = { ...before, ...part };
      rememberDraft(next);
      return next;
    });
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const found = faultsOf(draft);
    setFaults(found);
    if (found.length > 0) return form.current?.querySelector<HTMLElement>(`[data-field="${found[0]}"]`)?.focus();
    setState({ busy: true });
    try {
      const receipt = await sendReport(draft, photos);
      forgetDraft();
      onSent(receipt, draft.text.trim(), photos);
    } catch (error) {
      setState({ busy: false, trouble: sentenceFor(error, t) });
      // An earlier try with other words did arrive: what is here now would be a report of its own.
      if (error instanceof ApiError && error.code === 'command.reused') change({ id: v7() });
    }
  }

  return (
    <form class="report" ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <PlaceField
        point={draft.point}
        place={draft.place}
        fault={faults.includes('point') ? t('report.point-needed') : undefined}
        onPoint={(point) => change({ point })}
        onPlace={(place) => change({ place })}
      />
      <div class="rest">
        <TextField
          label={t('report.what')}
          hint={t('report.what-hint')}
          name="text"
          rows={4}
          most={2000}
          value={draft.text}
          fault={faults.includes('text') ? t('report.text-needed') : undefined}
          onChange={(text) => change({ text })}
        />
        <PhotoField photos={photos} onChange={setPhotos} />
        <div class="field">
          <label for="class">
            {t('field.classCode')} <small>{t('form.optional')}</small>
          </label>
          <select id="class" value={draft.classCode} onChange={({ currentTarget }) => change({ classCode: currentTarget.value })}>
            <option value="">{t('report.class-unsure')}</option>
            {classes.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <TextField
          label={t('field.contact')}
          optional
          hint={t('report.contact-hint')}
          name="contact"
          most={60}
          value={draft.contact}
          onChange={(contact) => change({ contact })}
        />
        {state.trouble && (
          <p class="why" role="alert">
            {state.trouble}
          </p>
        )}
        <button type="submit" class="btn prim big" disabled={state.busy}>
          {state.busy ? t('report.sending') : t('report.send')}
        </button>
      </div>
    </form>
  );
}

function faultsOf({ point, text }: ReportDraft): readonly Fault[] {
  return [...(point ? [] : (['point'] as const)), ...(text.trim().length >= LEAST_WORDS ? [] : (['text'] as const))];
}
