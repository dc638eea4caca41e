interface SegmentsProps<Option extends string> {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: Option;
  readonly wordsOf: (option: Option) => string;
  readonly onChoose: (option: Option) => void;
}

/** One of a few, side by side. */
export function Segments<Option extends string>({ label, options, chosen, wordsOf, onChoose }: SegmentsProps<Option>) {
  return (
    <fieldset className="segments" aria-label={label}>
      {options.map((option) => (
        <button key={option} type="button" aria-pressed={option === chosen} onClick={() => onChoose(option)}>
          {wordsOf(option)}
        </button>
      ))}
    </fieldset>
  );
}
