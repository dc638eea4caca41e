import { withSuperuser } from '@wangge/testing';
import pg from 'pg';
import { median } from './load.js';
import type { Recorded } from './recorded.js';

/** Runs the same SQL through bare pg connections, one request's statements after another. Requests a second. */
export async function rawRate(url: string, statements: readonly Recorded[], connections: number, seconds: number): Promise<number> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const end = performance.now() + seconds * 1000;
  const loop = async (client: pg.Client): Promise<number> => {
    let done = 0;
    for (; performance.now() < end; done += 1) {
      for (const { name, text, values } of statements) await client.query({ name, text, values: [...values] });
    }
    return done;
  };
  const counts = await Promise.all(clients.map(loop));
  await Promise.all(clients.map((client) => client.end()));
  return Math.round((counts.reduce((sum, count) => sum + count, 0) / seconds) * 10) / 10;
}

export interface PolicyCost {
  /** Milliseconds: the statements alone; in a transaction with role and scope, policies off; the same with policies on. */
  readonly bare: number;
  readonly transaction: number;
  readonly policies: number;
}

const TIMES = 5;

/**
 * What policies cost: the same transaction under the lens's role twice, once with that role's BYPASSRLS on. Rounds
 * alternate, the medians count, and everything else on the machine weighs on both alike.
 */
export async function policyCost(urls: { superuserUrl: string; databaseUrl: string }, opening: string, statements: readonly Recorded[], samples: number): Promise<PolicyCost> {
  const role = /set local role (app_\w+)/.exec(opening)?.[1];
  if (!role) throw new Error(`no role is set by ${opening}`);
  const bypass = (on: boolean) => withSuperuser(urls.superuserUrl, (client) => client.query(`alter role ${role} ${on ? '' : 'no'}bypassrls`));
  const [bare, transaction, policies]: number[][] = [[], [], []];
  try {
    for (let round = 0; round < TIMES; round += 1) {
      bare?.push(await timed(urls.superuserUrl, undefined, statements, samples));
      await bypass(true);
      transaction?.push(await timed(urls.databaseUrl, opening, statements, samples));
      await bypass(false);
      policies?.push(await timed(urls.databaseUrl, opening, statements, samples));
    }
  } finally {
    await bypass(false);
  }
  return { bare: median(bare ?? []), transaction: median(transaction ?? []), policies: median(policies ?? []) };
}

/** Median milliseconds of one request's statements on a connection of its own. */
async function timed(url: string, opening: string | undefined, statements: readonly Recorded[], samples: number): Promise<number> {
  return withSuperuser(url, async (client) => {
    const times: number[] = [];
    for (let index = 0; index < samples; index += 1) {
      const began = performance.now();
      if (opening) await client.query(opening);
      for (const { name, text, values } of statements) await client.query({ name, text, values: [...values] });
      if (opening) await client.query('commit');
      times.push(performance.now() - began);
    }
    return median(times);
  });
}
