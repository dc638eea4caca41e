import { useId } from 'preact/hooks';

export interface Choice {
  readonly value: string;
  readonly text: string;
  /** So many of five stars beside the word. */
  readonly stars?: number;
}

export interface ChoicesProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly fault?: string | undefined;
}

/** Large choices below each other, of which one holds. */
export function Choices({ name, label, options, value, onChoose, fault }: ChoicesProps) {
  const id = useId();
  return (
    <fieldset class="choices" aria-describedby={fault ? id : undefined}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} class={option.value === value ? 'on' : ''}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          <span>{option.text}</span>
          {option.stars !== undefined && (
            <i class="stars" aria-hidden="true">
              {'★'.repeat(option.stars)}
            </i>
          )}
        </label>
      ))}
      {fault && (
        <p class="fault" id={id} role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
