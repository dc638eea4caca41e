import type { FieldProps } from '../field-props';

/** What has to be true is shown beside the box, not only that something has. */
export function ConfirmField({ id, label, fault, event, checked, onChange }: FieldProps & { readonly checked: boolean }) {
  return (
    <div className="confirm-field">
      <label className={checked ? 'choice on' : 'choice'}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          onChange={({ target }) => onChange(target.checked)}
          aria-invalid={fault !== undefined}
        />
        <span>
          <span className="choice-title">{label}</span>
          {event.condition && <span className="choice-more">{event.condition.closing}</span>}
        </span>
      </label>
      {fault && <p className="fault">{fault}</p>}
    </div>
  );
}
