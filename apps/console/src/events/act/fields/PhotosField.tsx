import { useRef, useState } from 'react';
import { useTexts } from '../../../i18n/use-texts';
import { Icon } from '../../../ui/Icon';
import { choosePhoto, MOST_PHOTOS } from '../choose-photo';
import type { ChosenPhoto, StepValue } from '../step-values';

interface PhotosFieldProps {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly fault: string | undefined;
  readonly photos: readonly ChosenPhoto[];
  readonly onChange: (value: StepValue) => void;
}

export function PhotosField({ id, label, required, fault, photos, onChange }: PhotosFieldProps) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();

  async function add(files: readonly File[]) {
    const choices = await Promise.all(files.map(choosePhoto));
    const chosen = choices.flatMap((choice) => ('photo' in choice ? [choice.photo] : []));
    const known = new Set(photos.map(({ declaration }) => declaration.sha256));
    const all = [...photos, ...chosen.filter(({ declaration }) => !known.has(declaration.sha256))];
    const refused = choices.find((choice) => 'fault' in choice);
    const tooMany = all.length > MOST_PHOTOS ? t('form.at-most-photos', { most: MOST_PHOTOS }) : undefined;
    setProblem(refused && 'fault' in refused ? `${refused.name}: ${t(refused.fault)}` : tooMany);
    onChange(all.slice(0, MOST_PHOTOS));
  }
  const remove = (photo: ChosenPhoto) => {
    URL.revokeObjectURL(photo.preview);
    onChange(photos.filter((other) => other !== photo));
  };

  return (
    <fieldset className="photos-field">
      <legend>
        {label}
        {!required && <span className="muted">{t('form.optional')}</span>}
      </legend>
      <div className="photos-chosen">
        {photos.map((photo, index) => (
          <span key={photo.declaration.sha256} className="photo-chosen">
            <img src={photo.preview} alt={t('console.photo.chosen', { number: index + 1 })} />
            <button type="button" onClick={() => remove(photo)} aria-label={t('do.remove-photo', { number: index + 1 })}>
              <Icon name="close" size={12} />
            </button>
          </span>
        ))}
        {photos.length < MOST_PHOTOS && (
          <button type="button" id={id} className="photo-add" onClick={() => input.current?.click()}>
            <Icon name="camera" size={20} />
            {t('do.add-photo')}
          </button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        hidden
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {(fault ?? problem) && <p className="fault">{fault ?? problem}</p>}
    </fieldset>
  );
}
