import { useQueryClient } from '@tanstack/react-query';
import { sha256Of } from '@wangge/api-client';
import { exchangeApi, type ImportCoordinates, MOST_IMPORT_BYTES, type RegisterView } from '@wangge/contracts';
import type { CommonKey } from '@wangge/texts';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { v7 as uuid } from 'uuid';
import { client } from '../data/client';
import { sentenceOf } from '../data/errors';
import { importAddress, importsAddress } from './import-address';
import { importKey } from './import-queries';

/** What the server would refuse anyway, before it is sent. */
export function fileFault({ name, size }: Pick<File, 'name' | 'size'>, hasShapes: boolean): CommonKey | undefined {
  if (hasShapes && /\.(geo)?json$/i.test(name)) return size > MOST_IMPORT_BYTES ? 'error.import.file-too-large' : undefined;
  if (/\.xls$/i.test(name)) return 'error.import.old-format';
  if (/\.xlsm$/i.test(name)) return 'error.import.macros';
  if (!/\.xlsx$/i.test(name)) return 'error.import.not-a-workbook';
  return size > MOST_IMPORT_BYTES ? 'error.import.file-too-large' : undefined;
}

/** Sends a file to be tried, and goes to what came of it. Sent again after a lost answer, it is the same import. */
export function useUpload({ name: register, geometry }: RegisterView) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [fault, setFault] = useState<CommonKey>();
  const [sending, setSending] = useState<File>();
  const [id, setId] = useState(() => uuid());

  const upload = async (file: File, coordinates: ImportCoordinates): Promise<void> => {
    const known = fileFault(file, geometry !== 'none');
    setFault(known);
    if (known || sending) return;
    setSending(file);
    try {
      const headers = { 'x-file-name': encodeURIComponent(file.name) };
      const query = { id, sha256: await sha256Of(file), coordinates };
      const made = await client.upload(exchangeApi.upload, { params: { register }, query, headers }, file);
      queryClient.setQueryData(importKey(made.id), made);
      void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
      await navigate(importAddress(register, made.id));
    } catch (error) {
      setFault(sentenceOf(error));
      // Another file under the same id would be another command.
      setId(uuid());
    } finally {
      setSending(undefined);
    }
  };
  return { upload, sending, fault, address: importsAddress(register) };
}
