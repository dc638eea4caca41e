import { Element, type OwnDefinition, RecordGeometry } from '@wangge/contracts';
import { activeFields } from '@wangge/domain';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import type { Designer } from './use-designer';

/** What holds of the register as a whole. */
export function DefinitionFacts({ designer: { draft, setDraft } }: { readonly designer: Designer }) {
  const t = useTexts();
  const set = (part: Partial<OwnDefinition>) => setDraft({ ...draft, ...part });
  const setLabel = (part: Partial<OwnDefinition['label']>) => set({ label: { ...draft.label, ...part } });
  return (
    <div className="designer-facts">
      <label>
        {t('console.designer.label-zh')}
        <input value={draft.label.zh} maxLength={30} onChange={({ target }) => setLabel({ zh: target.value })} />
      </label>
      <label>
        {t('console.designer.label-en')}
        <input value={draft.label.en} maxLength={60} onChange={({ target }) => setLabel({ en: target.value })} />
      </label>
      <label>
        {t('console.designer.element')}
        <select value={draft.element} onChange={({ target }) => set({ element: Element.parse(target.value) })}>
          {Element.options.map((element) => (
            <option key={element} value={element}>
              {t(`console.designer.element.${element}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('console.designer.geometry')}
        <select
          value={draft.geometry}
          onChange={({ target }) => set({ geometry: RecordGeometry.parse(target.value) })}
        >
          {RecordGeometry.options.map((geometry) => (
            <option key={geometry} value={geometry}>
              {t(`console.designer.geometry.${geometry}`)}
            </option>
          ))}
        </select>
      </label>
      <NamingFields draft={draft} set={set} />
    </div>
  );
}

interface NamingFieldsProps {
  readonly draft: OwnDefinition;
  readonly set: (part: Partial<OwnDefinition>) => void;
}

/** By which field a record is called, and by which no two are alike. */
function NamingFields({ draft, set }: NamingFieldsProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const fields = activeFields(draft);
  const options = fields.map(({ name, label }) => (
    <option key={name} value={name}>
      {labelOf(label) || name}
    </option>
  ));
  const [key = ''] = draft.naturalKey;
  return (
    <>
      <label>
        {t('console.designer.title-field')}
        <select value={draft.titleField ?? ''} onChange={({ target }) => set({ titleField: target.value || null })}>
          <option value="">{t('console.designer.choose')}</option>
          {options}
        </select>
      </label>
      <label>
        {t('console.designer.key')}
        <select value={key} onChange={({ target }) => set({ naturalKey: target.value ? [target.value] : [] })}>
          <option value="">{t('console.designer.key.none')}</option>
          {options}
        </select>
      </label>
    </>
  );
}
