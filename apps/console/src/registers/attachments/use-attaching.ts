import type { RecordView } from '@wangge/contracts';
import type { CommonKey, ConsoleKey } from '@wangge/texts';
import { useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { isWorthRetrying, sentenceOf } from '../../data/errors';
import { useReadAttachmentsAgain } from './attachment-queries';
import { attachmentTypeOf } from './attachment-type';
import { type Sending, sendAttachment } from './send-attachment';

/** A file on its way, or one that did not get there. */
export interface OnItsWay {
  readonly id: string;
  readonly name: string;
  readonly share: number;
  readonly fault?: CommonKey | ConsoleKey;
  /** What to send again; nothing where it would be refused again. */
  readonly sending?: Sending;
}

/** Files are sent one after the other; each that fails stays to be sent again. */
export function useAttaching(record: Pick<RecordView, 'register' | 'id'>, mostBytes: number) {
  const readAgain = useReadAttachmentsAgain(record.register, record.id);
  const [files, setFiles] = useState<readonly OnItsWay[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const set = (id: string, change: Partial<OnItsWay>) =>
    setFiles((all) => all.map((each) => (each.id === id ? { ...each, ...change } : each)));
  const drop = (id: string) => setFiles((all) => all.filter((each) => each.id !== id));

  async function send(sending: Sending): Promise<void> {
    try {
      await sendAttachment(record, sending, (share) => set(sending.id, { share }));
      drop(sending.id);
    } catch (error) {
      set(sending.id, { fault: sentenceOf(error), ...(isWorthRetrying(error) && { sending }) });
    }
    await readAgain();
  }

  const queue = (sending: Sending) => {
    setFiles((all) => [...all, { id: sending.id, name: sending.file.name, share: 0 }]);
    turn.current = turn.current.then(() => send(sending));
  };
  const add = (given: readonly File[], kind: string) => {
    for (const file of given) {
      const [id, type, name] = [uuid(), attachmentTypeOf(file.name), file.name];
      if (!type) setFiles((all) => [...all, { id, name, share: 0, fault: 'console.attachments.type-unknown' }]);
      else if (file.size > mostBytes) setFiles((all) => [...all, { id, name, share: 0, fault: 'error.file.too-large' }]);
      else queue({ id, file, kind, type });
    }
  };
  const again = ({ id, sending }: OnItsWay) => {
    drop(id);
    if (sending) queue(sending);
  };
  return { files, add, again, drop };
}
