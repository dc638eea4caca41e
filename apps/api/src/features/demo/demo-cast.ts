import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Assignment, Role, Assignment as AssignmentSchema } from '@wangge/contracts';
import { z } from 'zod';
import { SystemClock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Statement } from '../../platform/database/transaction.js';
import { AccountSeeding } from '../accounts/index.js';
import { DepartmentSeeding } from '../departments/index.js';
import { type DepartmentKey, DEPARTMENTS } from './demo-scenes.js';

/** One of the demo's accounts, as the file of the first start lists it. */
const DemoAccount = z.object({
  username: z.string(),
  password: z.string(),
  name: z.string(),
  role: Role,
  scope: z.string().optional(),
  departmentId: z.string().optional(),
});
export type DemoAccount = z.infer<typeof DemoAccount>;
/** The demo is a function of the seed and the instant of the first start: an interrupted first start goes on with the same. */
const Memory = z.object({ seed: z.number(), start: z.string(), passwords: z.record(z.string(), z.string()) });

export interface DemoWorker {
  readonly accountId: string;
  readonly name: string;
  readonly gridCode: string;
}
export interface DemoCast {
  /** The instant of the first start: nothing of the demo is later. */
  readonly start: string;
  readonly accounts: readonly DemoAccount[];
  readonly ids: ReadonlyMap<string, string>;
  readonly workers: readonly DemoWorker[];
  /** The workers somebody can sign in as: their days are fuller than others'. */
  readonly signedIn: readonly DemoWorker[];
  /** Names of the streets by their codes. */
  readonly streets: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<DepartmentKey, { readonly id: string; readonly name: string }>;
}

const DISTRICT = '230302';
const WORKERS: Statement = {
  name: 'demo.workers',
  text: `select code, name, grid_code as "gridCode" from grid_worker where district_code = $1 and valid_to is null order by code`,
};

const STREETS: Statement = {
  name: 'demo.streets',
  text: `select code, name from grid_node where district_code = $1 and level = 'street' and valid_to is null`,
};

/** Who the signed-in demo people are: one for each role, and a few more where the loop needs two. */
const POSTS = [
  { username: 'worker1', name: '网格员一号', role: 'grid-worker', at: '230302004002#0' },
  { username: 'worker2', name: '网格员二号', role: 'grid-worker', at: '230302004002#1' },
  { username: 'worker3', name: '网格员三号', role: 'grid-worker', at: '230302001003#0' },
  { username: 'gridleader', name: '网格长', role: 'grid-leader', at: '230302004002' },
  { username: 'community', name: '四海居社区专干', role: 'community-staff', at: '230302004002' },
  { username: 'safety', name: '东风街道综治专干', role: 'safety-officer', at: '230302004' },
  { username: 'desk', name: '受理员 1 号席', role: 'desk-operator', at: DISTRICT },
  { username: 'streetdesk', name: '东风街道受理员', role: 'desk-operator', at: '230302004' },
  { username: 'dispatcher', name: '派遣员 1 号席', role: 'dispatcher', at: DISTRICT },
  { username: 'handler', name: '供排水处置员', role: 'department-handler', in: 'water' },
  { username: 'handler2', name: '环卫处置员', role: 'department-handler', in: 'cleaning' },
  { username: 'depthead', name: '供排水负责人', role: 'department-head', in: 'water' },
  { username: 'supervisor', name: '值班长', role: 'supervisor', at: DISTRICT },
  { username: 'leader', name: '区领导', role: 'leader', at: DISTRICT },
  { username: 'streetleader', name: '东风街道领导', role: 'leader', at: '230302004' },
  { username: 'resident', name: '居民', role: 'resident', at: DISTRICT },
  { username: 'sysadmin', name: '系统管理员', role: 'system-admin', at: DISTRICT },
  { username: 'secadmin', name: '安全管理员', role: 'security-admin', at: DISTRICT },
  { username: 'auditadmin', name: '审计管理员', role: 'audit-admin', at: DISTRICT },
] as const satisfies readonly Post[];
type Post = { readonly username: string; readonly name: string; readonly role: Role } & (
  | { readonly at: string }
  | { readonly in: DepartmentKey }
);

/** Departments, accounts and workers of the demo; made once, with passwords of their own on every machine. */
@Injectable()
export class DemoCasting {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly departments: DepartmentSeeding,
    private readonly accounts: AccountSeeding,
    private readonly clock: SystemClock,
  ) {}

  async cast(): Promise<DemoCast> {
    const memory = await this.memory();
    const departments = await this.castDepartments();
    const roster = await this.database.as({ kind: 'reference' }, (tx) =>
      tx.query<{ code: string; name: string; gridCode: string }>(WORKERS, [DISTRICT]),
    );
    const streets = await this.database.as({ kind: 'reference' }, (tx) => tx.query<{ code: string; name: string }>(STREETS, [DISTRICT]));
    // A first start of an earlier version knows fewer posts, and stays as it was.
    const accounts = POSTS.filter(({ username }) => memory.passwords[username] !== undefined).map((post): DemoAccount => {
      const place = 'in' in post ? { departmentId: departments.get(post.in)?.id } : { scope: placeOf(post.at, roster) };
      const { username, name, role } = post;
      return DemoAccount.parse({ username, name, role, password: memory.passwords[username], ...place });
    });
    const ids = await this.accounts.ensureAccounts([
      ...accounts.map((account) => seed(account.username, account.name, account.password, assignmentOf(account))),
      ...roster.map(({ code, name, gridCode }) => seed(`w${code}`, name, null, { role: 'grid-worker', scope: gridCode })),
    ]);
    await this.writeOnce('demo-accounts.json', JSON.stringify(accounts, null, 2));
    const workers = roster.flatMap(({ code, name, gridCode }) => {
      const accountId = ids.get(`w${code}`);
      return accountId ? [{ accountId, name, gridCode }] : [];
    });
    const signedIn = accounts.flatMap(({ role, scope, name, username }) => {
      const accountId = ids.get(username);
      return role === 'grid-worker' && scope && accountId ? [{ accountId, name, gridCode: scope }] : [];
    });
    return { start: memory.start, accounts, ids, workers, signedIn, streets: new Map(streets.map(({ code, name }) => [code, name])), departments };
  }

  private async castDepartments() {
    const entries = Object.entries(DEPARTMENTS) as [DepartmentKey, (typeof DEPARTMENTS)[DepartmentKey]][];
    const ids = await this.departments.ensureDepartments(
      entries.map(([, { name, handles }]) => ({ districtCode: DISTRICT, name, serves: DISTRICT, handles })),
    );
    return new Map(entries.map(([key, { name }], index) => [key, { id: ids[index] ?? '', name }]));
  }

  private async memory(): Promise<z.infer<typeof Memory>> {
    const fresh = {
      seed: this.config.seed,
      start: this.clock.now().toISOString(),
      passwords: Object.fromEntries(POSTS.map(({ username }) => [username, newPassword()])),
    };
    return Memory.parse(JSON.parse(await this.writeOnce('demo.json', JSON.stringify(fresh))));
  }

  /** What the file holds: the given content, or what an earlier start wrote. */
  private async writeOnce(name: string, content: string): Promise<string> {
    const file = path.join(this.config.dataDir, name);
    const known = await readFile(file, 'utf8').catch(() => undefined);
    if (known !== undefined) return known;
    await mkdir(this.config.dataDir, { recursive: true });
    await writeFile(`${file}.new`, content, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return content;
  }
}

function assignmentOf({ role, scope, departmentId }: DemoAccount): Assignment {
  return AssignmentSchema.parse(departmentId === undefined ? { role, scope } : { role, departmentId });
}

function seed(username: string, name: string, password: string | null, assignment: Assignment) {
  return { districtCode: DISTRICT, username, name, password, assignments: [assignment] };
}

/** `230302004002#1` is the second unit grid of that community. */
function placeOf(at: string, roster: readonly { readonly gridCode: string }[]): string {
  const [node = '', index] = at.split('#');
  if (index === undefined) return node;
  const grids = [...new Set(roster.map(({ gridCode }) => gridCode))].filter((code) => code.startsWith(node));
  return grids[Number(index)] ?? node;
}

/** Easy to type, hard to guess: 60 bits, and letters, digits and a sign as the rules for passwords ask. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const bytes = randomBytes(12);
  const word = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  return `${word.slice(0, 4).toUpperCase()}-${word.slice(4, 8)}-${word.slice(8)}${randomBytes(1)[0]}`;
}
