import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';
import { FieldRow } from './FieldRow';
import { newField } from './field-draft';
import type { Designer } from './use-designer';

const COLUMNS = ['order', 'zh', 'en', 'name', 'kind', 'class', 'required', 'list', 'search', 'filter', 'sort', 'actions'] as const;

/** The fields in a table, in the order of the form; every cell is reached by Tab. */
export function FieldTable({ designer }: { readonly designer: Designer }) {
  const t = useTexts();
  const { draft, setDraft, stored, faults } = designer;
  const add = () => setDraft({ ...draft, fields: [...draft.fields, newField(draft.fields)] });
  return (
    <div className="table-frame designer-fields">
      <table className="event-table">
        <caption className="visually-hidden">{t('console.designer.fields')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`field-${column}`}>
                {t(`console.designer.field.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.fields.map((field, index) => (
            <FieldRow
              // The place, not the name: a name is typed, and the row must not begin anew with each letter.
              key={index}
              register={stored.name}
              own={draft}
              field={field}
              index={index}
              isPublished={stored.published?.fields.some(({ name }) => name === field.name) === true}
              faults={faults.filter(({ path }) => path === field.name)}
              onChange={setDraft}
            />
          ))}
        </tbody>
      </table>
      <button type="button" className="button" onClick={add}>
        <Icon name="plus" size={14} />
        {t('console.designer.field.add')}
      </button>
    </div>
  );
}
