import { Injectable } from '@nestjs/common';
import type { AccountView, Assignment, CreateAccount } from '@wangge/contracts';
import { type AreaLens, covers, rolesConflict, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { brokenConstraint, Database, isUniqueViolation, type Transaction } from '../../../platform/database/index.js';
import { apiError } from '../../../platform/http/errors.js';
import { PasswordHasher } from '../password/password-hasher.js';
import { isStrongPassword } from '../password/password-strength.js';
import { keepAccountDeed } from './account-audit.js';
import { toAccountView } from './account.mapper.js';
import { type AccountRow, AccountsRepository } from './accounts.repository.js';
import { administeredArea } from './administered-area.js';
import { findMisplacedRoles, homeDistrict } from './new-account.rules.js';

@Injectable()
export class AccountCreationService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly hasher: PasswordHasher,
    private readonly clock: SystemClock,
  ) {}

  async create(viewer: Viewer, body: CreateAccount): Promise<AccountView> {
    const area = administeredArea(viewer, 'account.create');
    checkRequest(area, body);
    const passwordHash = await this.hasher.hash(body.password);
    try {
      return await this.database.as(area, (tx) => this.insert(viewer, area, tx, body, passwordHash));
    } catch (error) {
      throw isUniqueViolation(error) ? takenBy(error) : error;
    }
  }

  private async insert(
    viewer: Viewer,
    area: AreaLens,
    tx: Transaction,
    body: CreateAccount,
    passwordHash: string,
  ): Promise<AccountView> {
    const present = await this.accounts.find(area, tx, body.id);
    if (present) return repeated(present, body);
    const districtCode = await this.findHome(viewer, area, tx, body.assignments);
    const now = this.clock.now();
    await this.accounts.insert(tx, { ...body, districtCode, passwordHash, now, by: viewer.accountId });
    const created = await this.accounts.find(area, tx, body.id);
    if (!created) throw new Error('an account was created outside the area of its creator');
    await tx.become({ kind: 'accounts' });
    const account = { id: body.id, districtCode };
    await keepAccountDeed(tx, { action: 'account.create', at: now, by: viewer, account, roles: body.assignments });
    return toAccountView(created);
  }

  private async findHome(viewer: Viewer, area: AreaLens, tx: Transaction, assignments: readonly Assignment[]): Promise<string> {
    const ids = [
      ...new Set(assignments.flatMap((assignment) => ('departmentId' in assignment ? [assignment.departmentId] : []))),
    ];
    const departments = ids.length > 0 ? await this.accounts.findDepartments(tx, ids) : [];
    const known = departments.filter(({ district_code }) => covers(area.code, district_code));
    if (known.length < ids.length) throw apiError('department.unknown');
    const home = homeDistrict(assignments, known, viewer.districtCode);
    if (home === undefined) throw apiError('request.invalid', { fields: [{ path: 'body.assignments', rule: 'one-district' }] });
    return home;
  }
}

function checkRequest(area: AreaLens, { username, password, assignments }: CreateAccount): void {
  if (rolesConflict(assignments.map(({ role }) => role))) throw apiError('account.roles-conflict');
  const misplaced = findMisplacedRoles(assignments);
  if (misplaced.length > 0) throw apiError('request.invalid', { fields: misplaced });
  const isWithin = assignments.every((assignment) => !('scope' in assignment) || covers(area.code, assignment.scope));
  if (!isWithin) throw apiError('permission.denied');
  if (!isStrongPassword(password, username))
    throw apiError('password.weak', { fields: [{ path: 'body.password', rule: 'weak' }] });
}

/** The same account sent again is answered as the first time; the id of another is not given away. */
function repeated(present: AccountRow, body: CreateAccount): AccountView {
  const isSame = present.username === body.username && present.name === body.name && sameRoles(present, body.assignments);
  if (!isSame) throw apiError('command.reused');
  return toAccountView(present);
}

function sameRoles(present: AccountRow, assignments: readonly Assignment[]): boolean {
  const before = present.assignments.map(({ role, scope, departmentId }) => `${role} ${scope ?? departmentId}`);
  const asked = assignments.map(
    (assignment) => `${assignment.role} ${'scope' in assignment ? assignment.scope : assignment.departmentId.toLowerCase()}`,
  );
  return before.sort().join() === [...new Set(asked)].sort().join();
}

function takenBy(error: unknown): Error {
  return apiError(brokenConstraint(error) === 'account_username_once' ? 'account.username-taken' : 'command.reused');
}
