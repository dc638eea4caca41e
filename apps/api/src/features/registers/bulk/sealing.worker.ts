import { workerData } from 'node:worker_threads';
import type { RegisterDefinition } from '@wangge/domain';
import { FieldCipher } from '../../../platform/secrets/field-cipher.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import type { SecretKeys } from '../../../platform/secrets/secrets-file.js';
import { answerTasks } from '../../../platform/work/answer-tasks.js';
import { RecordCells } from '../record-cells.js';
import { type BulkValues, type Deed, type NewRow, type Pair, Sealing } from './sealing.js';

type Of<Rows> = { readonly definition: RegisterDefinition; readonly rows: readonly Rows[] };

// Buffers arrive as plain arrays of bytes.
const given = workerData as SecretKeys;
const keys = { jwt: Buffer.from(given.jwt), hash: Buffer.from(given.hash), fields: Buffer.from(given.fields) };
const secrets = new Secrets(keys);
const sealing = new Sealing(new RecordCells(new FieldCipher(secrets), secrets));

const buffered = ({ given: values, existing }: Pair): Pair => ({
  given: values,
  existing: Object.fromEntries(
    Object.entries(existing).map(([column, cell]) => [column, cell instanceof Uint8Array ? Buffer.from(cell) : cell]),
  ) as Pair['existing'],
});

answerTasks({
  keys: ({ definition, rows }: Of<BulkValues>) => sealing.keys(definition, rows),
  differ: ({ definition, rows }: Of<Pair>) => sealing.differ(definition, rows.map(buffered)),
  sealNew: ({ definition, rows, deed }: Of<NewRow> & { deed: Deed }) => sealing.sealNew(definition, rows, deed),
  sealChanged: ({ definition, rows, deed }: Of<Pair> & { deed: Deed }) =>
    sealing.sealChanged(definition, rows.map(buffered), deed),
});
