import type { RecordView, RegisterView } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { FindOtherDialog } from './FindOtherDialog';

interface MergeButtonProps {
  readonly register: RegisterView;
  readonly record: RecordView;
}

/** On the page of a record, for whoever may merge. */
export function MergeButton({ register, record }: MergeButtonProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (!register.mayMerge) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('console.merge')}
      </button>
      {isOpen && <FindOtherDialog register={register} record={record} onClose={() => setOpen(false)} />}
    </>
  );
}
