import type { OwnDefinition, RecordView, RegisterView } from '@wangge/contracts';
import { maskField, type RegisterDefinition, toRegister, toRegisterView } from '@wangge/domain';
import { useTexts } from '../i18n/use-texts';
import { useMe } from '../layout/use-me';
import { RecordFields } from '../registers/form/RecordFields';
import { useRecordForm } from '../registers/form/use-record-form';
import { RecordTable } from '../registers/list/RecordTable';
import { useColumnsOf } from '../registers/list/record-columns';

const STORAGE = { districtCode: '', version: 0, closed: false, slots: {} };

/** The form and the list as they will be, drawn by what will draw them. Nothing in it can be used. */
export function DefinitionPreview({ name, draft }: { readonly name: string; readonly draft: OwnDefinition }) {
  const t = useTexts();
  const { assignments, districtCode } = useMe();
  const named = { ...draft, fields: draft.fields.filter(({ label, name: field }) => label.zh && label.en && field) };
  if (!named.fields.some((field) => field.name === draft.titleField)) {
    return <p className="muted designer-none">{t('console.designer.preview.none')}</p>;
  }
  const definition = toRegister(`${name}-preview`, named, STORAGE);
  const register = toRegisterView(definition, { assignments: [] });
  return (
    <Drawn key={assignments.length} register={register} rows={[exampleOf(definition, districtCode)]} />
  );
}

function Drawn({ register, rows }: { readonly register: RegisterView; readonly rows: readonly RecordView[] }) {
  const t = useTexts();
  const form = useRecordForm(register);
  const { shown } = useColumnsOf(register);
  return (
    <div className="designer-preview">
      <section aria-label={t('console.designer.preview.form')}>
        <h2>{t('console.designer.preview.form')}</h2>
        <div inert className="preview-form">
          <RecordFields register={register} form={form} />
        </div>
      </section>
      <section aria-label={t('console.designer.preview.list')}>
        <h2>{t('console.designer.preview.list')}</h2>
        <div inert>
          <RecordTable register={register} rows={rows} columns={shown} sort={{ field: 'createdAt', order: 'DESC' }} onSort={() => undefined} busy={false} />
        </div>
      </section>
    </div>
  );
}

const EXAMPLES = {
  text: '示例文字',
  'long-text': '示例文字',
  integer: 12,
  number: 3.5,
  date: '2026-06-12',
  instant: '2026-06-12T00:30:00Z',
  boolean: true,
  'identity-number': '230398198102031234',
  phone: '13800001234',
  'credit-code': '91350100M000100Y43',
  'component-code': '23030201003000001',
  choice: '',
  choices: '',
  reference: '',
} as const;

/** One row of made-up values, masked as real ones would be. */
function exampleOf(definition: RegisterDefinition, districtCode: string): RecordView {
  const values = definition.fields.map((field) => {
    const value = field.choices?.[0]?.code ?? EXAMPLES[field.kind];
    return [field.name, maskField(field, value === '' ? null : value)] as const;
  });
  const at = '2026-06-12T09:00:00+08:00';
  const grid = `${districtCode}001001001`;
  return {
    id: '01999999-0000-7000-8000-000000000001',
    register: definition.name,
    title: String(Object.fromEntries(values)[definition.titleField] ?? ''),
    version: 1,
    chain: { districtCode, streetCode: grid.slice(0, 9), communityCode: grid.slice(0, 12), gridCode: grid },
    names: { district: '', street: '某街道', community: '某社区', grid: '001' },
    point: null,
    values: Object.fromEntries(values),
    masked: [],
    referenceTitles: {},
    createdAt: at,
    updatedAt: at,
  };
}
