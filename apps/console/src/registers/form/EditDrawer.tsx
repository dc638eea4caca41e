import { Button, Drawer } from '@mui/material';
import { type FieldValues, type Point, type RecordDetail, type RegisterView, registersApi, type Shape } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { PointSection } from '../../events/report/PointSection';
import { client } from '../../data/client';
import { codeOf } from '../../data/errors';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { ErrorNotice, Notice } from '../../ui/Notice';
import { SimilarNotice } from '../duplicates/SimilarNotice';
import { useReadRecordsAgain } from '../register-queries';
import { usePointWords } from './PlaceChooser';
import { RecordFields } from './RecordFields';
import { ShapeSection } from './ShapeSection';
import { valuesOf } from '@wangge/domain';
import { type RecordForm, useRecordForm } from './use-record-form';

interface EditDrawerProps {
  readonly register: RegisterView;
  /** As it is now: read again when the server says that it moved on. */
  readonly record: RecordDetail;
  readonly onClose: () => void;
}

export function EditDrawer({ register, record, onClose }: EditDrawerProps) {
  const t = useTexts();
  const title = t('console.registers.edit-title', { title: record.title });
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { className: 'step-drawer record-drawer', 'aria-label': title } }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" className="icon-button" onClick={onClose} aria-label={t('do.close')}>
          <Icon name="close" />
        </button>
      </header>
      <EditForm register={register} record={record} onClose={onClose} />
    </Drawer>
  );
}

function EditForm({ register, record, onClose }: EditDrawerProps) {
  const t = useTexts();
  const words = usePointWords();
  const [seen] = useState(record);
  const [point, setPoint] = useState<Point>();
  const [shape, setShape] = useState<Shape | null>();
  const [unchanged, setUnchanged] = useState(false);
  const [undrawn, setUndrawn] = useState(false);
  const form = useRecordForm(register);
  const save = useSave(record, form, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = valuesOf(register, form.draft, record);
    const nothing = Object.keys(values).length === 0 && !point && shape === undefined;
    setUnchanged(nothing);
    setUndrawn(shape === null);
    if (!form.check(record) && !nothing && shape !== null)
      void save({ values, ...(point && { point }), ...(shape && { shape }) });
  };
  const stale = codeOf(form.error) === 'record.stale' || record.version !== seen.version;
  return (
    <form className="step-form" onSubmit={submit} noValidate autoComplete="off">
      {stale && !form.busy && <Notice kind="warning">{t('console.registers.stale')}</Notice>}
      <RecordFields register={register} form={form} record={record} seen={seen} />
      {register.geometry === 'point' && (
        <PointSection point={point ?? record.point ?? undefined} fault={undefined} onPick={setPoint} words={words} />
      )}
      {register.geometry !== 'point' && register.geometry !== 'none' && (
        <ShapeSection
          geometry={register.geometry}
          shape={shape === undefined ? (record.shape ?? undefined) : (shape ?? undefined)}
          fault={undrawn ? t(`console.registers.draw.${register.geometry}`) : undefined}
          onDraw={(drawn) => setShape(drawn ?? null)}
        />
      )}
      <div className="form-foot">
        <SimilarNotice register={register} draft={form.draft} record={record} />
        {form.error !== undefined && !stale && <ErrorNotice error={form.error} />}
        {unchanged && <Notice kind="info">{t('console.registers.nothing-changed')}</Notice>}
        <div className="step-buttons">
          <Button type="submit" variant="contained" disableElevation fullWidth disabled={form.busy}>
            {form.busy ? t('console.sending') : t('console.registers.save')}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('do.cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

interface Change {
  readonly values: FieldValues;
  readonly point?: Point;
  readonly shape?: Shape;
}

/** Based on the version that is shown: after a refusal the newest is, beside what was typed. */
function useSave({ register, id, version }: RecordDetail, form: RecordForm, onDone: () => void) {
  const t = useTexts();
  const notify = useNotify();
  const readAgain = useReadRecordsAgain();

  return async (change: Change): Promise<void> => {
    const taken = await form.send(async () => {
      const { title } = await client.call(registersApi.change, { params: { register, id }, body: { version, ...change } });
      notify(t('console.registers.changed', { title }), { type: 'success' });
    });
    if (taken) onDone();
    await readAgain();
  };
}
