import { MaskKind, type OwnField } from '@wangge/contracts';
import { isShownMasked, MASKS_OF } from '@wangge/domain';
import { useTexts } from '../i18n/use-texts';
import { useRegisters } from '../registers/register-queries';
import { useLabel } from '../registers/register-words';
import { ChoiceRows } from './ChoiceRows';

interface FieldDetailsProps {
  readonly register: string;
  readonly field: OwnField;
  readonly onChange: (next: OwnField) => void;
}

/** What only some kinds of fields have. */
export function FieldDetails({ register, field, onChange }: FieldDetailsProps) {
  const t = useTexts();
  const isNumber = field.kind === 'integer' || field.kind === 'number';
  const isText = field.kind === 'text' || field.kind === 'long-text';
  return (
    <div className="designer-facts field-details">
      {isShownMasked(field) && (
        <label>
          {t('console.designer.mask')}
          <select
            value={field.mask ?? MASKS_OF[field.kind][0] ?? 'all'}
            onChange={({ target }) => onChange({ ...field, mask: MaskKind.parse(target.value) })}
          >
            {MASKS_OF[field.kind].map((mask) => (
              <option key={mask} value={mask}>
                {t(`console.designer.mask.${mask}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {isText && <Longest field={field} onChange={onChange} />}
      {isNumber && <Range field={field} onChange={onChange} />}
      {field.kind === 'reference' && <Target register={register} field={field} onChange={onChange} />}
      {field.kind === 'choice' && (
        <ChoiceRows choices={field.choices ?? []} onChange={(choices) => onChange({ ...field, choices: [...choices] })} />
      )}
    </div>
  );
}

type PartProps = Pick<FieldDetailsProps, 'field' | 'onChange'>;

function Longest({ field, onChange }: PartProps) {
  const t = useTexts();
  const set = (text: string) => onChange({ ...field, most: text === '' ? null : Math.max(1, Math.min(2000, Number(text))) });
  return (
    <label>
      {t('console.designer.most')}
      <input type="number" min={1} max={2000} value={field.most ?? ''} onChange={({ target }) => set(target.value)} />
    </label>
  );
}

const LEAST = 0;
const GREATEST = 1_000_000_000;

function Range({ field, onChange }: PartProps) {
  const t = useTexts();
  const [least, greatest] = field.range ?? [LEAST, GREATEST];
  const set = (range: [number, number]) => onChange({ ...field, range });
  return (
    <>
      <label>
        {t('console.designer.least')}
        <input type="number" value={least} onChange={({ target }) => set([Number(target.value), greatest])} />
      </label>
      <label>
        {t('console.designer.greatest')}
        <input type="number" value={greatest} onChange={({ target }) => set([least, Number(target.value)])} />
      </label>
    </>
  );
}

function Target({ register, field, onChange }: FieldDetailsProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const registers = (useRegisters().data?.items ?? []).filter(({ name }) => name !== register);
  return (
    <label>
      {t('console.designer.target')}
      <select value={field.references ?? ''} onChange={({ target }) => onChange({ ...field, references: target.value || null })}>
        <option value="">{t('console.designer.choose')}</option>
        {registers.map(({ name, label }) => (
          <option key={name} value={name}>
            {labelOf(label)}
          </option>
        ))}
      </select>
    </label>
  );
}
