import { fileURLToPath } from 'node:url';

/** The folder of the repository, whatever the folder a command was called from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What the tools remember between two runs; may be deleted at any time. */
export const CACHE = `${ROOT}/.cache`;
export const LOGS = `${CACHE}/logs`;
