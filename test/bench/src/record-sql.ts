import { appendFileSync } from 'node:fs';
import pg from 'pg';

/**
 * Loaded before the server (`node --import`) for the one run in which the bench learns which SQL each request runs, so that
 * the peer and the raw loop run the very same.
 */
const file = process.env.BENCH_RECORD;
type Query = (...args: unknown[]) => unknown;

if (file) {
  const prototype: { query: Query } = pg.Client.prototype;
  const original = prototype.query;
  prototype.query = function record(this: unknown, ...args: unknown[]): unknown {
    const [config] = args;
    const isNamed = typeof config === 'object' && config !== null && 'name' in config && 'text' in config;
    if (isNamed || typeof config === 'string') appendFileSync(file, `${JSON.stringify(config)}\n`);
    return original.apply(this, args);
  };
}
