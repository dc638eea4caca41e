import { AUDIT_ACTIONS, AuditKind } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import type { AuditChoice } from './audit-filter';

interface AuditSearchProps {
  readonly choice: AuditChoice;
  readonly onChoose: (change: Partial<AuditChoice>) => void;
}

/** Time, kind, action and what of; who and which one are chosen from an entry. */
export function AuditSearch({ choice, onChoose }: AuditSearchProps) {
  const t = useTexts();
  const kind = AuditKind.options.find((each) => each === choice.kind);
  const actions = kind ? AUDIT_ACTIONS[kind] : Object.values(AUDIT_ACTIONS).flat();
  return (
    <div className="search-form">
      <label className="select-box">
        <span>{t('console.audit.from')}</span>
        <input type="date" value={choice.from} max={choice.to} onChange={({ target }) => target.value && onChoose({ from: target.value })} />
      </label>
      <label className="select-box">
        <span>{t('console.audit.to')}</span>
        <input type="date" value={choice.to} min={choice.from} onChange={({ target }) => target.value && onChoose({ to: target.value })} />
      </label>
      <label className="select-box">
        <span>{t('console.audit.kind')}</span>
        <select value={kind ?? ''} onChange={({ target }) => onChoose({ kind: target.value, action: '' })}>
          <option value="">{t('console.audit.any')}</option>
          {AuditKind.options.map((each) => (
            <option key={each} value={each}>
              {t(`audit.kind.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="select-box">
        <span>{t('console.audit.action')}</span>
        <select value={choice.action} onChange={({ target }) => onChoose({ action: target.value })}>
          <option value="">{t('console.audit.any')}</option>
          {actions.map((each) => (
            <option key={each} value={each}>
              {t(`audit.action.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChoose({ subjectType: String(new FormData(event.currentTarget).get('subject') ?? '').trim() });
        }}
      >
        <label className="select-box">
          <span>{t('console.audit.register')}</span>
          <input key={choice.subjectType} name="subject" type="search" defaultValue={choice.subjectType} placeholder={t('console.audit.register-hint')} maxLength={60} />
        </label>
      </form>
      <Narrowed choice={choice} onChoose={onChoose} />
    </div>
  );
}

/** What was chosen elsewhere on the page, each with a way back. */
function Narrowed({ choice: { actorId, actor, subjectId, area }, onChoose }: AuditSearchProps) {
  const t = useTexts();
  const chips = [
    actorId && { text: t('console.audit.of-actor', { name: actor }), without: { actorId: '', actor: '' } },
    subjectId && { text: t('console.audit.of-subject'), without: { subjectId: '' } },
    area && { text: t('console.audit.area', { code: area }), without: { area: '' } },
  ].filter((chip) => chip !== '');
  return (
    <div className="chips">
      {chips.map(({ text, without }) => (
        <button key={text} type="button" className="chip" aria-pressed title={t('console.audit.clear')} onClick={() => onChoose(without)}>
          {text} ×
        </button>
      ))}
    </div>
  );
}
