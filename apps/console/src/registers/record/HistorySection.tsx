import type { FieldValue, RecordChange, RecordView, RegisterField, RegisterView } from '@wangge/contracts';
import { attachmentKindOf } from '@wangge/domain';
import { instantWords } from '@wangge/look';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../../ui/Notice';
import { useNow } from '../../ui/use-now';
import { useHistory } from '../register-queries';
import { useLabel } from '../register-words';
import { RecordValue } from '../RecordValue';

interface HistorySectionProps {
  readonly register: RegisterView;
  readonly record: RecordView;
}

/** What changed and who looked, newest first, of all fields or of one. */
export function HistorySection({ register, record }: HistorySectionProps) {
  const t = useTexts();
  const [field, setField] = useState('');
  const { data, error, refetch } = useHistory(register.name, record.id);
  const shown = data?.items.filter(({ fields }) => field === '' || fields.some(({ name }) => name === field));
  return (
    <section className="course history" aria-labelledby="history-title">
      <h2 id="history-title">
        {t('console.registers.history')}
        {data && <FieldChoice register={register} changes={data.items} value={field} onChange={setField} />}
      </h2>
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {shown?.length === 0 && <p className="muted">{t('console.registers.history.empty')}</p>}
      {shown && (
        <ol>
          {shown.map((change) => (
            <Change key={`${change.of} ${change.at} ${change.version} ${change.kind}`} change={change} register={register} only={field} />
          ))}
        </ol>
      )}
    </section>
  );
}

interface FieldChoiceProps {
  readonly register: RegisterView;
  readonly changes: readonly RecordChange[];
  readonly value: string;
  readonly onChange: (field: string) => void;
}

function FieldChoice({ register, changes, value, onChange }: FieldChoiceProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const named = new Set(changes.flatMap(({ fields }) => fields.map(({ name }) => name)));
  return (
    <label className="select-box aside">
      <select aria-label={t('console.registers.history.field')} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('console.registers.history.all')}</option>
        {register.fields
          .filter(({ name }) => named.has(name))
          .map(({ name, label }) => (
            <option key={name} value={name}>
              {labelOf(label)}
            </option>
          ))}
      </select>
    </label>
  );
}

interface ChangeProps {
  readonly change: RecordChange;
  readonly register: RegisterView;
  /** The one field that is asked for; empty for all. */
  readonly only: string;
}

function Change({ change: { at, actor, kind, action, fields, reason, of }, register, only }: ChangeProps) {
  const t = useTexts();
  const now = useNow();
  const labelOf = useLabel();
  const step = register.flow?.actions.find(({ name }) => name === action);
  const shown = fields.filter(({ name }) => only === '' || name === only);
  return (
    <li className={kind === 'revealed' ? 'looked' : undefined}>
      <time dateTime={at}>{instantWords(at, now, t)}</time>
      <i aria-hidden="true" />
      <div>
        <b>{step ? labelOf(step.label) : t(`console.registers.history.${kind}`)}</b>
        <span className="muted"> {actor}</span>
        {of !== null && <span className="tag">{t('console.registers.history.of')}</span>}
        {reason !== null && <p className="said">{t('console.registers.history.reason', { reason })}</p>}
        <Fields count={shown.length}>
          {shown.map(({ name, from, to }) => (
            <FieldChange key={name} register={register} name={name} from={from} to={to} kind={kind} />
          ))}
        </Fields>
      </div>
    </li>
  );
}

/** As many as are read at a glance; more are opened. */
const GLANCE = 5;

function Fields({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const t = useTexts();
  if (count === 0) return null;
  const list = <ul className="changes">{children}</ul>;
  if (count <= GLANCE) return list;
  return (
    <details>
      <summary>{t('console.registers.history.fields', { count })}</summary>
      {list}
    </details>
  );
}

interface FieldChangeProps extends Pick<ChangeProps, 'register'> {
  readonly name: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
  readonly kind: RecordChange['kind'];
}

/** What puts another value in the place of one. */
const CHANGING: ReadonlySet<RecordChange['kind']> = new Set(['changed', 'moved', 'acted', 'merged', 'unmerged']);

function FieldChange({ register, name, from, to, kind }: FieldChangeProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const field = register.fields.find((one) => one.name === name);
  const named = field ?? attachmentKindOf(register.attachments, name);
  const label = named ? labelOf(named.label) : name === 'point' ? t('field.point') : name;
  const untold = from === null && to === null;
  return (
    <li>
      <span className="muted">{label}</span> {CHANGING.has(kind) && untold && t('console.registers.history.secret')}
      {field && !untold && CHANGING.has(kind) && (
        <>
          <OneValue field={field} value={from} /> → <OneValue field={field} value={to} />
        </>
      )}
      {field && kind === 'created' && !untold && <OneValue field={field} value={to} />}
    </li>
  );
}

/** A value as it stood then; what it refers to is told by a link only. */
function OneValue({ field, value }: { readonly field: RegisterField; readonly value: FieldValue }) {
  return <RecordValue field={field} record={{ values: { [field.name]: value }, masked: [], referenceTitles: {} }} />;
}
