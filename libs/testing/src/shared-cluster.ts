import type { Cluster } from './cluster.js';
import { startCluster } from './cluster.js';
import { oncePerRun, RUN_PID } from './once-per-run.js';

/** The one PostgreSQL of this test run, or undefined where none is installed. */
export async function sharedCluster(): Promise<Cluster | undefined> {
  const cluster = await oncePerRun('postgres', async () => (await startCluster(RUN_PID)) ?? null);
  return isCluster(cluster) ? cluster : undefined;
}

function isCluster(value: unknown): value is Cluster {
  return typeof value === 'object' && value !== null && 'port' in value && 'pid' in value;
}
