import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Statement } from '../../platform/database/transaction.js';
import { AccountSeeding } from '../accounts/index.js';
import { GridImporter, JIGUAN_FOLDER, readImportFolder } from '../grid/index.js';
import { Demo } from './demo.js';
import type { DemoCast } from './demo-cast.js';

type Report = (line: string) => void;
type Summary = (address: string) => string;

const DISTRICT = '230302';
const FIRST_ADMIN = 'admin';
const HAS_DISTRICT: Statement = { name: 'seeding.has-district', text: 'select 1 from grid_node limit 1' };
const HAS_ACCOUNT: Statement = { name: 'seeding.has-account', text: 'select 1 from account limit 1' };

/** The first start: the real divisions, then either a lively demo or one administrator with a one-time password. */
@Injectable()
export class Seeding implements OnModuleDestroy {
  private readonly logger = new Logger('demo');
  private isStopping = false;
  private rest: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly importer: GridImporter,
    private readonly accounts: AccountSeeding,
    private readonly demo: Demo,
  ) {}

  /** Does what is missing, and answers with what the person at the terminal needs to know. */
  async run(report: Report): Promise<Summary> {
    await this.ensureDistrict(report);
    return this.config.demo ? this.fill(report) : this.empty();
  }

  /** Goes on beside the work of the server; a failure is told, and the next start tries again. */
  goOn(): void {
    if (!this.config.demo) return;
    this.rest = this.demo
      .makeRest(() => !this.isStopping)
      .catch((error: unknown) => this.logger.warn(`the demo is not complete: ${error instanceof Error ? error.name : 'unknown'}`));
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.rest;
  }

  /** The real divisions, where no district is known yet. */
  async ensureDistrict(report: Report): Promise<void> {
    const [known] = await this.database.as({ kind: 'reference' }, (tx) => tx.query(HAS_DISTRICT));
    if (known) return;
    const files = await readImportFolder(JIGUAN_FOLDER);
    await this.importer.import(files, { coordinates: 'gcj02', report: ({ zh, en }) => report(`网格 grid: ${zh} ${en}`) });
  }

  private async fill(report: Report): Promise<Summary> {
    const cast = await this.demo.make(report);
    return (address) => `${screens(address)}\n\n${demoAccounts(cast)}\n  (${path.join(this.config.dataDir, 'demo-accounts.json')})`;
  }

  private async empty(): Promise<Summary> {
    const [known] = await this.database.as({ kind: 'job' }, (tx) => tx.query(HAS_ACCOUNT));
    if (known) return screens;
    const password = `${randomBytes(9).toString('base64url')}-A1`;
    const assignments = [{ role: 'system-admin' as const, scope: DISTRICT }];
    await this.accounts.ensureAccounts([{ districtCode: DISTRICT, username: FIRST_ADMIN, name: '系统管理员', password, assignments }]);
    return (address) =>
      `${screens(address)}\n\n  管理员 administrator  ${FIRST_ADMIN}   密码 password  ${password}\n  只显示这一次，请记下。Shown once only: write it down.`;
  }
}

function screens(address: string): string {
  const url = address.replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  const lines = [
    ['入口', 'start', '/'],
    ['手机端', 'phone', '/phone/'],
    ['工作台', 'console', '/console/'],
    ['大屏', 'wall', '/wall/'],
    ['居民', 'residents', '/report/'],
  ];
  return ['', '网格 Wangge 已启动 is running', ...lines.map(([zh, en, at]) => `  ${url}${at}  ${zh} ${en}`)].join('\n');
}

function demoAccounts({ accounts }: DemoCast): string {
  const rows = accounts.map(({ username, password, name, role }) => `  ${username.padEnd(13)} ${password.padEnd(20)} ${role.padEnd(19)} ${name}`);
  return ['演示账号 demo accounts（虚构 fictional）', ...rows].join('\n');
}
