import type { Viewer } from '@wangge/domain';
import type { Recorded } from './recorded.js';

/** Everything the peer is told: where the data is, who may ask, and which SQL answers which request. */
export interface PeerPlan {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly classes: Readonly<Record<string, string>>;
  readonly viewers: readonly Viewer[];
  readonly statements: Readonly<Record<string, readonly Recorded[]>>;
  /** Outlines the server keeps in memory: so does the peer. */
  readonly outlines: unknown;
  /** The id and number of the event whose creation was recorded: each request puts its own in its place. */
  readonly createdId: string;
  readonly createdNumber: string;
}
