/** Whether the file system refused for this reason (`ENOENT`, `EEXIST` …). */
export function isFileError(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
