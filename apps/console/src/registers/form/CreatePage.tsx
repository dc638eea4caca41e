import { Button } from '@mui/material';
import { GridCode, type Point, type RegisterView, registersApi, type Shape } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { v7 as uuid } from 'uuid';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { useCrumbs } from '../../layout/crumbs';
import { ErrorNotice, Notice } from '../../ui/Notice';
import { SimilarNotice } from '../duplicates/SimilarNotice';
import { recordAddress, registerAddress } from '../register-address';
import { useReadRecordsAgain } from '../register-queries';
import { useLabel } from '../register-words';
import { WithRegister } from '../WithRegister';
import { PlaceChooser } from './PlaceChooser';
import { RecordFields } from './RecordFields';
import { type RecordDraft, valuesOf } from '@wangge/domain';
import { useRecordForm } from './use-record-form';

export function CreatePage() {
  const { register: name = '' } = useParams();
  return (
    <WithRegister name={name}>
      {(register) => (register.mayWrite ? <CreateForm key={register.name} register={register} /> : <MayNot />)}
    </WithRegister>
  );
}

function MayNot() {
  const t = useTexts();
  return (
    <div className="page">
      <Notice kind="warning">{t('error.permission.denied')}</Notice>
    </div>
  );
}

function CreateForm({ register }: { readonly register: RegisterView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const [search] = useSearchParams();
  const [point, setPoint] = useState<Point>();
  const [shape, setShape] = useState<Shape>();
  const [gridCode, setGridCode] = useState(() => GridCode.safeParse(search.get('gridCode')).data);
  const [asked, setAsked] = useState(false);
  const form = useRecordForm(register, knownReferences(register, search));
  const send = useCreate(register, form);
  const title = t('console.registers.create', { register: labelOf(register.label) });
  useCrumbs(
    { text: t('console.registers') },
    { text: labelOf(register.label), to: registerAddress(register.name) },
    { text: title },
  );
  const byGrid = register.geometry === 'none';
  const placed = [point, shape, byGrid ? gridCode : undefined].some((place) => place !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!form.check() && placed) void send(byGrid ? { gridCode } : { point, shape });
  };
  return (
    <form className={`report record-create by-${byGrid ? 'grid' : 'point'}`} onSubmit={submit} noValidate autoComplete="off">
      <PlaceChooser
        register={register}
        point={point}
        shape={shape}
        gridCode={gridCode}
        asked={asked}
        onPoint={setPoint}
        onShape={setShape}
        onGrid={setGridCode}
      />
      <section className="report-words" aria-labelledby="create-title">
        <h1 id="create-title">{title}</h1>
        <RecordFields register={register} form={form} />
        <div className="form-foot">
          <SimilarNotice register={register} draft={form.draft} />
          {form.error !== undefined && <ErrorNotice error={form.error} />}
          {asked && !placed && <Notice kind="warning">{t(PICK[register.geometry])}</Notice>}
          <div className="step-buttons">
            <Button type="submit" variant="contained" disableElevation fullWidth disabled={form.busy}>
              {form.busy ? t('console.sending') : t('console.registers.save')}
            </Button>
            <Button variant="outlined" component={Link} to={registerAddress(register.name)}>
              {t('do.cancel')}
            </Button>
          </div>
        </div>
      </section>
    </form>
  );
}

const PICK = {
  none: 'console.registers.pick-grid',
  point: 'console.registers.pick',
  line: 'console.registers.draw.line',
  area: 'console.registers.draw.area',
  any: 'console.registers.draw.any',
} as const;

/** `?householdId=…`: the page it was begun from is known already. Nothing but references is taken from an address. */
function knownReferences({ fields }: RegisterView, search: URLSearchParams): RecordDraft {
  const given = fields.flatMap(({ name, references }) => {
    const id = references === null ? null : search.get(name);
    return id ? [[name, id] as const] : [];
  });
  return Object.fromEntries(given);
}

interface PlaceOfRecord {
  readonly point?: Point | undefined;
  readonly shape?: Shape | undefined;
  readonly gridCode?: string | undefined;
}

/** The record's id is made once for the form: sent again after a lost answer, it is still one record. */
function useCreate(register: RegisterView, form: ReturnType<typeof useRecordForm>) {
  const t = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const readAgain = useReadRecordsAgain();
  const [id] = useState(() => uuid());

  return async (place: PlaceOfRecord): Promise<void> => {
    const taken = await form.send(async () => {
      const body = { id, ...place, values: valuesOf(register, form.draft, undefined) };
      const record = await client.call(registersApi.create, { params: { register: register.name }, body });
      notify(t('console.registers.created', { title: record.title }), { type: 'success' });
    });
    if (!taken) return;
    void readAgain();
    await navigate(recordAddress(register.name, id));
  };
}
