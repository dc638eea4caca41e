import type { RecordComparison, RecordView, RegisterField } from '@wangge/contracts';
import { useTexts } from '../../i18n/use-texts';
import { PlacePath } from '../../ui/PlacePath';
import { RecordValue } from '../RecordValue';
import { useLabel } from '../register-words';
import type { MergeChoice } from './merge-choice';

interface MergeTableProps {
  readonly fields: readonly RegisterField[];
  readonly sameCount: number;
  readonly comparison: RecordComparison;
  readonly choice: MergeChoice;
  readonly onChoose: (name: string, isOther: boolean) => void;
}

/** One row for each field that differs; the value that stays is chosen with a mouse or the arrow keys. */
export function MergeTable({ fields, sameCount, comparison: { one, other }, choice, onChoose }: MergeTableProps) {
  const t = useTexts();
  const labelOf = useLabel();
  return (
    <>
      <table className="merge-table">
        <thead>
          <tr>
            <th scope="col">{t('console.merge.field')}</th>
            <Head record={one} words={t('console.merge.stays')} />
            <Head record={other} words={t('console.merge.goes')} />
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">{labelOf(field.label)}</th>
              {[one, other].map((record) => (
                <Choice
                  key={record.id}
                  field={field}
                  record={record}
                  chosen={choice[field.name] === (record === other)}
                  onChoose={() => onChoose(field.name, record === other)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sameCount > 0 && <p className="muted">{t('console.merge.same-fields', { count: sameCount })}</p>}
    </>
  );
}

function Head({ record, words }: { readonly record: RecordView; readonly words: string }) {
  return (
    <th scope="col">
      {record.title} <span className="tag">{words}</span>
      <span className="merge-place">
        <PlacePath names={record.names} />
      </span>
    </th>
  );
}

interface ChoiceProps {
  readonly field: RegisterField;
  readonly record: RecordView;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ field, record, chosen, onChoose }: ChoiceProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const label = t('console.merge.choose', { field: labelOf(field.label), title: record.title });
  return (
    <td className={chosen ? 'chosen' : undefined}>
      <label>
        <input type="radio" name={`merge-${field.name}`} checked={chosen} aria-label={label} onChange={onChoose} />
        <RecordValue field={field} record={record} />
      </label>
    </td>
  );
}
