export { type Cluster, createDatabase, type DatabaseUrls, dropDatabase, startCluster, urlsOf, withSuperuser } from './cluster.js';
export { freePort } from './free-port.js';
export { oncePerRun, runFolder } from './once-per-run.js';
export { findPostgres } from './postgres-binaries.js';
export { sharedCluster } from './shared-cluster.js';
export { type DemoAccount, KINDS, RunningServer, type ServerKind } from './running-server.js';
