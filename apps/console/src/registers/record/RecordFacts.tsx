import type { RecordView, RegisterField, RegisterView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { useNow } from '../../ui/use-now';
import { type FieldGroup, fieldGroups } from '../field-groups';
import { RecordValue } from '../RecordValue';
import { gridAddress } from '../register-address';
import { useLabel } from '../register-words';
import { MaskedValue } from './MaskedValue';

interface RecordFactsProps {
  readonly register: RegisterView;
  readonly record: RecordView;
}

/** What is known, in two columns; a person's own facts stand apart and behind their masks. */
export function RecordFacts({ register, record }: RecordFactsProps) {
  return (
    <>
      {fieldGroups(register).map((group) => (
        <Group key={group.name} group={group} register={register} record={record} />
      ))}
      <Dates record={record} />
    </>
  );
}

function Group({ group: { name, fields }, register, record }: RecordFactsProps & { readonly group: FieldGroup }) {
  const t = useTexts();
  const labelOf = useLabel();
  const hides = name === 'personal' && fields.some((field) => record.masked.includes(field.name));
  return (
    <section className="facts" aria-labelledby={`facts-${name}`}>
      <h2 id={`facts-${name}`}>
        {t(`console.registers.${name}`)}
        {hides && <span className="aside">{t('console.registers.personal-why')}</span>}
      </h2>
      <dl>
        {fields
          .filter((field) => isTold(field, record))
          .map((field) => (
            <div key={field.name} className={field.kind === 'long-text' ? 'fact wide' : 'fact'}>
              <dt>{labelOf(field.label)}</dt>
              <dd className={field.kind === 'long-text' ? 'typed' : undefined}>
                {register.mayReveal && record.masked.includes(field.name) ? (
                  <MaskedValue field={field} record={record} />
                ) : (
                  <RecordValue field={field} record={record} />
                )}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** What is asked of others only is left out, unless something is known all the same. */
function isTold({ name, shownWhen }: RegisterField, { values }: RecordView): boolean {
  if (shownWhen === null || (values[name] ?? null) !== null) return true;
  return shownWhen.is.includes(String(values[shownWhen.field]));
}

function Dates({ record }: { readonly record: RecordView }) {
  const t = useTexts();
  const now = useNow();
  return (
    <section className="facts" aria-labelledby="facts-record">
      <h2 id="facts-record">{t('console.registers.record')}</h2>
      <dl>
        <div className="fact">
          <dt>{t('console.registers.area')}</dt>
          <dd>
            <Link to={gridAddress(record.chain.gridCode)}>{record.names.grid}</Link>{' '}
            <span className="muted">{record.chain.gridCode}</span>
          </dd>
        </div>
        {record.point && (
          <div className="fact">
            <dt>{t('console.coordinates')}</dt>
            <dd>{`${record.point.lng.toFixed(5)}, ${record.point.lat.toFixed(5)}`}</dd>
          </div>
        )}
        <div className="fact">
          <dt>{t('console.registers.created-at')}</dt>
          <dd>{instantWords(record.createdAt, now, t)}</dd>
        </div>
        <div className="fact">
          <dt>{t('console.registers.updated-at')}</dt>
          <dd>{instantWords(record.updatedAt, now, t)}</dd>
        </div>
      </dl>
    </section>
  );
}
