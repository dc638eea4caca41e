import type { PhoneDatabase } from './database.js';

/** How long a tab's claim holds when it vanishes without giving it back. */
const LEASE_MILLIS = 90_000;
const RENEW_MILLIS = 20_000;

/**
 * Runs the work in one tab of this browser at a time; answers false where another one is at it.
 * Web Locks exist on secure pages only: over plain HTTP a lease in the database does the same, a little slower.
 */
export async function inOneTab(database: PhoneDatabase, name: string, work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) return withLease(database, name, work);
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}

async function withLease(database: PhoneDatabase, name: string, work: () => Promise<void>): Promise<boolean> {
  const holder = `${Date.now()}-${Math.random()}`;
  if (!(await claim(database, name, holder))) return false;
  const renewing = setInterval(() => void claim(database, name, holder), RENEW_MILLIS);
  try {
    await work();
  } finally {
    clearInterval(renewing);
    await release(database, name, holder);
  }
  return true;
}

async function claim(database: PhoneDatabase, name: string, holder: string): Promise<boolean> {
  const step = database.transaction('leases', 'readwrite');
  const lease = await step.store.get(name);
  const free = !lease || lease.holder === holder || lease.until < Date.now();
  if (free) await step.store.put({ name, holder, until: Date.now() + LEASE_MILLIS });
  await step.done;
  return free;
}

async function release(database: PhoneDatabase, name: string, holder: string): Promise<void> {
  const step = database.transaction('leases', 'readwrite');
  if ((await step.store.get(name))?.holder === holder) await step.store.delete(name);
  await step.done;
}
