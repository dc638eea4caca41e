import { DatabaseNotReadyError, DirectoryInUseError } from './platform/database/index.js';

/** Why the server did not start, in words for the person at the terminal; undefined where only a stack tells. */
export function startFailure(error: unknown, port: number): string | undefined {
  if (error instanceof DirectoryInUseError) {
    return `数据目录正被另一个进程使用：请先停止它，或用 DATA_DIR 指定别的目录。\nThe data directory is in use by another process: stop that one first, or name another by DATA_DIR.\n  ${error.path}`;
  }
  if (error instanceof DatabaseNotReadyError) {
    return `数据库还没准备好：\nThe database is not ready:\n${error.missing.map((sentence) => `  - ${sentence}`).join('\n')}`;
  }
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用：请用 PORT 指定别的端口。\nPort ${port} is taken: name another by PORT.`;
  }
  return undefined;
}
