import { Dialog } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';

interface PictureDialogProps {
  readonly name: string;
  readonly address: string;
  /** What is personal closes by itself after so many seconds. */
  readonly seconds?: number;
  readonly onClose: () => void;
}

/** One picture as large as the window. */
export function PictureDialog({ name, address, seconds, onClose }: PictureDialogProps) {
  const t = useTexts();
  const left = useSecondsLeft(seconds, onClose);
  return (
    <Dialog open onClose={onClose} fullScreen className="lightbox" slotProps={{ paper: { 'aria-label': name } }}>
      <img src={address} alt={name} />
      <footer>
        <span>
          <b>{name}</b> {left !== undefined && t('console.attachments.closes', { seconds: left })}
        </span>
        <button type="button" className="lightbox-close" onClick={onClose} aria-label={t('do.close')}>
          <Icon name="close" />
        </button>
      </footer>
    </Dialog>
  );
}

function useSecondsLeft(seconds: number | undefined, onEnd: () => void): number | undefined {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left === undefined) return;
    const timer = setTimeout(() => (left <= 1 ? onEnd() : setLeft(left - 1)), 1000);
    return () => clearTimeout(timer);
  }, [left, onEnd]);
  return left;
}
