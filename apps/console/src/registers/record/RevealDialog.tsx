import { type RecordView, type RegisterField, registersApi } from '@wangge/contracts';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { useReadRecordsAgain } from '../register-queries';
import { useLabel } from '../register-words';
import { type Revealed, SHOWN_SECONDS } from './use-shown-for-a-while';

interface RevealDialogProps {
  readonly field: RegisterField;
  readonly record: RecordView;
  readonly onShow: (revealed: Revealed) => void;
  readonly onClose: () => void;
}

/** Asks why, and says beforehand what becomes of it. */
export function RevealDialog({ field, record, onShow, onClose }: RevealDialogProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const readAgain = useReadRecordsAgain();
  // Asked of the server directly: what is kept by queries would outlive the half minute.
  const reveal = async (reason: string): Promise<void> => {
    const params = { register: record.register, id: record.id };
    const { value, left } = await client.call(registersApi.reveal, { params, body: { field: field.name, reason } });
    onClose();
    onShow({ value, left });
    void readAgain();
  };
  return (
    <ReasonDialog
      title={t('console.registers.reveal-title', { title: record.title, field: labelOf(field.label) })}
      why={t('console.registers.reveal-why', { seconds: SHOWN_SECONDS })}
      label={t('console.registers.reveal-reason')}
      example={t('console.registers.reveal-example')}
      button={t('console.registers.reveal')}
      onSend={reveal}
      onClose={onClose}
    />
  );
}
