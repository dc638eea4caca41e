import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isFileError } from '../files/file-error.js';

const KEY_BYTES = 32;

const Key = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < KEY_BYTES) context.addIssue({ code: 'custom', message: `shorter than ${KEY_BYTES} bytes` });
  return bytes;
});

const SecretsFile = z.object({ jwt: Key, hash: Key, fields: Key });
export type SecretKeys = Readonly<z.infer<typeof SecretsFile>>;

/**
 * The keys of this installation. They are made once: whoever loses them loses every session, every blind index and
 * every encrypted field, so a file that cannot be read is an error and never a reason to make new ones.
 */
export function openSecretsFile(file: string): SecretKeys {
  const text = read(file) ?? create(file);
  try {
    return SecretsFile.parse(JSON.parse(text));
  } catch {
    // The parser's own message may quote the content.
    throw new Error(
      `the file of keys is damaged: ${file} must hold "jwt", "hash" and "fields", base64 of ${KEY_BYTES} bytes each`,
    );
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written aside and then linked: nobody sees half a file, and of two processes that start at once one wins. */
function create(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const fresh = () => randomBytes(KEY_BYTES).toString('base64');
  const aside = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  writeDurably(aside, `${JSON.stringify({ jwt: fresh(), hash: fresh(), fields: fresh() }, null, 2)}\n`);
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
