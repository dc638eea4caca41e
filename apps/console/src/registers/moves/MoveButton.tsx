import type { RecordView, RegisterView } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { MoveDialog } from './MoveDialog';

interface MoveButtonProps {
  readonly register: RegisterView;
  readonly record: RecordView;
}

/** On the page of a record whose register lets it move, for whoever may. */
export function MoveButton({ register, record }: MoveButtonProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (!register.mayMove || register.movingFields.length === 0) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('console.move')}
      </button>
      {isOpen && <MoveDialog register={register} record={record} onClose={() => setOpen(false)} />}
    </>
  );
}
