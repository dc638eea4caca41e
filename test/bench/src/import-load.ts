import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { workbookStream } from '../../../apps/api/dist/platform/spreadsheet/index.js';
import { type Bed, startServer, tokenOf } from './bed.js';
import { memoryOf, stopProcess } from './processes.js';
import { ask, signIn } from './session.js';

/** One import, and what those who worked meanwhile met. */
export interface ImportResult {
  readonly rows: number;
  /** Of the upload with the dry run, and of the storing. */
  readonly seconds: { readonly check: number; readonly store: number };
  /** Resident memory of the server in MiB: before, and at its highest. */
  readonly memory: { readonly before: number; readonly peak: number };
  /** Milliseconds that others' requests took, one every 50 ms: a page of residents, of events. */
  readonly others: { readonly count: number; readonly p50: number; readonly p99: number; readonly most: number };
}

const TITLES = ['网格编码', '姓名', '公民身份号码', '性别', '出生日期', '人员类型', '联系方式', '民族', '现住地详址', '户籍地详址', '婚姻状况', '政治面貌', '学历', '职业', '备注'];
const FAMILY = '赵钱孙李周吴郑王冯陈';
const GIVEN = '云山河海风雨田禾石林春秋';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Uploads a workbook of so many residents, confirms it, and looks on from outside. */
export async function measureImport(bed: Bed, rows: number, say: (line: string) => void): Promise<ImportResult> {
  const server = await startServer(bed);
  const pid = server.child.pid ?? 0;
  const before = memoryOf(pid) ?? 0;
  const others: number[] = [];
  let peak = before;
  let isOver = false;
  const watching = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid) ?? 0);
  }, 100);
  try {
    const people = await signIn(server.origin, bed.dataDir, ['community', 'leader', 'worker1']);
    const content = await workbook(rows, await gridsOf(server.origin, tokenOf(people, 'community')));
    say(`a workbook of ${rows} residents: ${(content.length / 2 ** 20).toFixed(1)} MiB`);
    const asking = askOn(server.origin, [tokenOf(people, 'worker1'), tokenOf(people, 'leader')], others, () => isOver);
    const began = performance.now();
    const id = await upload(server.origin, tokenOf(people, 'community'), content);
    await until(server.origin, tokenOf(people, 'community'), id, 'checked');
    const checked = performance.now();
    say(`after the dry run: at most ${peak} MiB`);
    await ask(server.origin, `/api/v1/imports/${id}/confirm`, tokenOf(people, 'community'), { method: 'POST', body: { rows: 'all' } });
    await until(server.origin, tokenOf(people, 'community'), id, 'done');
    const stored = performance.now();
    isOver = true;
    await asking;
    const sorted = others.sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10;
    return {
      rows,
      seconds: { check: seconds(began, checked), store: seconds(checked, stored) },
      memory: { before, peak },
      others: { count: sorted.length, p50: at(0.5), p99: at(0.99), most: at(1) },
    };
  } finally {
    isOver = true;
    clearInterval(watching);
    await stopProcess(server);
  }
}

/** Several people who go on working: a request every 50 ms, whether the one before has come back or not. */
async function askOn(origin: string, tokens: readonly string[], taken: number[], isOver: () => boolean): Promise<void> {
  const paths = ['/api/v1/registers/residents/records?perPage=25', '/api/v1/events?perPage=25'];
  const under: Promise<void>[] = [];
  for (let index = 0; !isOver(); index += 1) {
    const began = performance.now();
    const asked = ask(origin, paths[index % paths.length] ?? '', tokens[Math.floor(index / 2) % tokens.length] ?? '');
    // Whoever is refused has waited as well.
    under.push(asked.catch(() => undefined).then(() => void taken.push(performance.now() - began)));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await Promise.all(under);
}

async function gridsOf(origin: string, token: string): Promise<string[]> {
  const me = (await ask(origin, '/api/v1/me', token)) as { assignments: { scope?: string }[] };
  const { items } = (await ask(origin, `/api/v1/grids?parent=${me.assignments[0]?.scope ?? ''}`, token)) as { items: { code: string }[] };
  return items.map(({ code }) => code);
}

async function upload(origin: string, token: string, content: Buffer): Promise<string> {
  const id = uuid();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const answer = await fetch(`${origin}/api/v1/registers/residents/import?id=${id}&sha256=${sha256}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', 'x-file-name': 'bench.xlsx' },
    body: Uint8Array.from(content),
  });
  if (!answer.ok) throw new Error(`the upload: ${answer.status} ${await answer.text()}`);
  return id;
}

async function until(origin: string, token: string, id: string, state: string): Promise<void> {
  for (;;) {
    const view = (await ask(origin, `/api/v1/imports/${id}`, token)) as { state: string; problem: string | null; counts: { wrong: number } | null; samples: unknown[] };
    if (view.counts?.wrong) throw new Error(`rows are wrong: ${JSON.stringify(view.samples.slice(0, 3))}`);
    if (view.state === state) return;
    if (['refused', 'failed', 'cancelled'].includes(view.state)) throw new Error(`the import is ${view.state}: ${view.problem}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function workbook(rows: number, grids: readonly string[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of workbookStream([{ name: '人口', widths: TITLES.map(() => 16), rows: table(rows, grids), hasHeader: true }])) parts.push(part);
  return Buffer.concat(parts);
}

function* table(rows: number, grids: readonly string[]) {
  yield TITLES;
  for (let index = 0; index < rows; index += 1) yield resident(index, grids[index % grids.length] ?? '');
}

function resident(index: number, grid: string): string[] {
  const number = identityNumber(index);
  const pick = (from: string, by: number) => from[Math.floor(index / by) % from.length] ?? '';
  const place = `向阳街道测试路${(index % 900) + 1}号${(index % 7) + 1}单元${(index % 30) + 101}室`;
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const name = pick(FAMILY, 1) + pick(GIVEN, 10) + pick(GIVEN, 120);
  const gender = Number(number[16]) % 2 ? '男' : '女';
  return [grid, name, number, gender, birth, '户籍人口', `139${String(index).padStart(8, '0')}`, '汉族', place, place, '已婚', '群众', '初级中学教育', '职员', '导入'];
}

/** Numbers of a division that was never given to a place. */
function identityNumber(index: number): string {
  const day = new Date(Date.UTC(1930, 0, 1) + Math.floor(index / 800) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const digits = `230397${day}${String((index % 800) + 100)}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10X98765432'[sum % 11];
}
