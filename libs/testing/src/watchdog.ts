import { spawn } from 'node:child_process';

type Guarded = {
  /** When this process is gone … */
  readonly watched: number;
  /** … this one is ended, with all its children … */
  readonly server: number;
  /** … and this folder removed. */
  readonly folder: string;
};

/** Runs on its own, so that it also cleans up after tests that were killed. */
const SCRIPT = `
  const [watched, server, folder] = process.argv.slice(1);
  const isRunning = (pid) => { try { process.kill(Number(pid), 0); return true; } catch (error) { return error.code === 'EPERM'; } };
  const remove = () => { require('node:fs').rmSync(folder, { recursive: true, force: true }); process.exit(); };
  const end = (tries) => {
    if (!isRunning(server) || tries === 0) return remove();
    if (tries === 50) try { process.kill(Number(server), 'SIGQUIT'); } catch {}
    setTimeout(end, 100, tries - 1);
  };
  const look = () => (isRunning(watched) && isRunning(server) ? setTimeout(look, 500) : end(50));
  look();
`;

export function stopWhenGone({ watched, server, folder }: Guarded): void {
  const options = { detached: true, stdio: 'ignore' } as const;
  spawn(process.execPath, ['-e', SCRIPT, String(watched), String(server), folder], options).unref();
}
