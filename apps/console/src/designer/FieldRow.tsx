import { DataClass, type DefinitionFault, FieldKind, type OwnDefinition, type OwnField } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { FieldDetails } from './FieldDetails';
import { mayFilter, maySort, moved, searchesOf, withClass, withField, withKind, withoutField } from './field-draft';
import { SimilarNotice } from './SimilarNotice';

interface FieldRowProps {
  readonly register: string;
  readonly own: OwnDefinition;
  readonly field: OwnField;
  readonly index: number;
  readonly isPublished: boolean;
  readonly faults: readonly DefinitionFault[];
  readonly onChange: (next: OwnDefinition) => void;
}

const COLUMNS = 12;

export function FieldRow(props: FieldRowProps) {
  const t = useTexts();
  const { register, own, field, index, isPublished, faults, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const change = (next: OwnField) => onChange(withField(own, index, next));
  const isShown = isOpen || field.kind === 'choice' || field.kind === 'reference';
  return (
    <>
      <tr className={field.retired ? 'retired' : undefined}>
        <td className="field-order">
          <OrderButtons {...props} />
        </td>
        <WordCells {...props} change={change} />
        <FlagCells {...props} change={change} />
        <td className="field-actions">
          <button type="button" className="link" aria-expanded={isShown} onClick={() => setOpen(!isOpen)}>
            {t('console.designer.field.more')}
          </button>
          <TakeAway {...props} change={change} />
        </td>
      </tr>
      {!field.retired && isShown && (
        <tr className="field-more">
          <td colSpan={COLUMNS}>
            <FieldDetails register={register} field={field} onChange={change} />
          </td>
        </tr>
      )}
      {(faults.length > 0 || field.retired || !isPublished) && (
        <tr className="field-said">
          <td colSpan={COLUMNS}>
            {field.retired && <p className="muted">{t('console.designer.field.retired')}</p>}
            {faults.map(({ rule }) => (
              <p key={rule} className="overdue">
                {t(`console.designer.rule.${rule}`)}
              </p>
            ))}
            {!isPublished && !field.retired && <SimilarNotice register={register} field={field} />}
          </td>
        </tr>
      )}
    </>
  );
}

type CellProps = FieldRowProps & { readonly change: (next: OwnField) => void };

function useNameOf({ field, index }: FieldRowProps): (what: string) => string {
  const t = useTexts();
  const labelOf = useLabel();
  const called = labelOf(field.label) || t('console.designer.field.unnamed', { index: index + 1 });
  return (what) => t('console.designer.field.of', { field: called, what });
}

function OrderButtons(props: FieldRowProps) {
  const t = useTexts();
  const nameOf = useNameOf(props);
  const { own, index, onChange } = props;
  return (
    <>
      {(['up', 'down'] as const).map((way) => (
        <button
          key={way}
          type="button"
          className="icon-button"
          aria-label={nameOf(t(`console.designer.field.${way}`))}
          disabled={way === 'up' ? index === 0 : index === own.fields.length - 1}
          onClick={() => onChange(moved(own, index, way === 'up' ? -1 : 1))}
        >
          <Icon name={way} size={12} />
        </button>
      ))}
    </>
  );
}

function WordCells(props: CellProps) {
  const t = useTexts();
  const nameOf = useNameOf(props);
  const { field, isPublished, change } = props;
  const setLabel = (part: Partial<OwnField['label']>) => change({ ...field, label: { ...field.label, ...part } });
  return (
    <>
      {(['zh', 'en'] as const).map((language) => (
        <td key={language}>
          <input
            aria-label={nameOf(t(`console.designer.field.${language}`))}
            value={field.label[language]}
            maxLength={language === 'zh' ? 30 : 60}
            disabled={field.retired}
            onChange={({ target }) => setLabel({ [language]: target.value })}
          />
        </td>
      ))}
      <td>
        <input
          aria-label={nameOf(t('console.designer.field.name'))}
          value={field.name}
          maxLength={30}
          spellCheck={false}
          disabled={isPublished || field.retired}
          onChange={({ target }) => change({ ...field, name: target.value.replace(/[^a-zA-Z0-9]/g, '') })}
        />
      </td>
    </>
  );
}

function FlagCells(props: CellProps) {
  const t = useTexts();
  const nameOf = useNameOf(props);
  const { field, change } = props;
  const flag = (key: 'required' | 'inList' | 'filter' | 'sort', what: string, may: boolean) => (
    <td key={key} className="field-flag">
      <input
        type="checkbox"
        aria-label={nameOf(what)}
        checked={field[key]}
        disabled={field.retired || (!may && !field[key])}
        onChange={({ target }) => change({ ...field, [key]: target.checked })}
      />
    </td>
  );
  return (
    <>
      <td>
        <select
          aria-label={nameOf(t('console.designer.field.kind'))}
          value={field.kind}
          disabled={field.retired}
          onChange={({ target }) => change(withKind(field, FieldKind.parse(target.value)))}
        >
          {FieldKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(`console.designer.kind.${kind}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select
          aria-label={nameOf(t('console.designer.field.class'))}
          value={field.dataClass}
          disabled={field.retired}
          onChange={({ target }) => change(withClass(field, DataClass.parse(target.value)))}
        >
          {DataClass.options.map((dataClass) => (
            <option key={dataClass} value={dataClass}>
              {t(`console.designer.class.${dataClass}`)}
            </option>
          ))}
        </select>
      </td>
      {flag('required', t('console.designer.field.required'), true)}
      {flag('inList', t('console.designer.field.list'), true)}
      <td>
        <select
          aria-label={nameOf(t('console.designer.field.search'))}
          value={field.search}
          disabled={field.retired}
          onChange={({ target }) => change({ ...field, search: searchesOf(field).find((each) => each === target.value) ?? 'none' })}
        >
          {searchesOf(field).map((search) => (
            <option key={search} value={search}>
              {t(`console.designer.search.${search}`)}
            </option>
          ))}
        </select>
      </td>
      {flag('filter', t('console.designer.field.filter'), mayFilter(field))}
      {flag('sort', t('console.designer.field.sort'), maySort(field))}
    </>
  );
}

/** A field that was never published goes; one that was is retired, and what it holds is kept. */
function TakeAway(props: CellProps) {
  const t = useTexts();
  const nameOf = useNameOf(props);
  const { own, field, index, isPublished, onChange, change } = props;
  const words = field.retired ? 'restore' : isPublished ? 'retire' : 'remove';
  const take = () => (isPublished ? change({ ...field, retired: !field.retired }) : onChange(withoutField(own, index)));
  return (
    <button type="button" className="link" aria-label={nameOf(t(`console.designer.field.${words}`))} onClick={take}>
      {t(`console.designer.field.${words}`)}
    </button>
  );
}
