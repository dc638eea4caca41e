import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { findPostgres } from '@wangge/testing';

/** As the bench orders them. */
const KEYS = ['find-number.streetleader', 'list.leader', 'get', 'create'];
const ROOT = path.join(__dirname, '../..');

interface Line {
  readonly key: string;
  readonly server: number;
  readonly peer: number;
  readonly same?: boolean;
  readonly failures: number;
}

/** Where PostgreSQL is not installed there is nothing to measure. */
const whereInstalled = findPostgres() ? test : test.skip;

whereInstalled('the bench measures server and peer, and both say the same', () => {
  const out = mkdtempSync(path.join(tmpdir(), 'wangge-bench-out-'));
  try {
    const args = ['tools/bench.mjs', '--smoke', '--only', KEYS.join(), '--out', out];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', timeout: 280_000 });
    expect({ status, told: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, told: '' });
    const { sizes }: { sizes: { lines: Line[] }[] } = JSON.parse(readFileSync(path.join(out, 'bench.json'), 'utf8'));
    const lines = sizes.flatMap((size) => size.lines);
    expect(lines.map(({ key, same = true, failures }) => ({ key, same, failures }))).toEqual(
      KEYS.map((key) => ({ key, same: true, failures: 0 })),
    );
    for (const { server, peer } of lines) expect(Math.min(server, peer)).toBeGreaterThan(0);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}, 300_000);
