import type { Lens } from '@wangge/domain';

/** The database role of each lens. docker/bootstrap.sql creates them; each has one policy of its own per table. */
export const LENS_ROLES = {
  reference: 'app_reference',
  region: 'app_region',
  district: 'app_district',
  street: 'app_street',
  community: 'app_community',
  grid: 'app_grid',
  department: 'app_department',
  assisting: 'app_assisting',
  mine: 'app_mine',
  assigned: 'app_assigned',
  public: 'app_public',
  member: 'app_member',
  record: 'app_record',
  audit: 'app_audit',
  accounts: 'app_accounts',
  job: 'app_job',
} as const satisfies Record<Lens['kind'], string>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const REGION_CODE = /^(\d{2}|\d{4})$/;
const CODES = { region: REGION_CODE, district: /^\d{6}$/, street: /^\d{9}$/, community: /^\d{12}$/, grid: /^\d{15}$/ };
const SCOPE_CODE = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/;
const HASH = /^[0-9a-f]{16,128}$/;

type Settings = Readonly<Record<string, string>>;

const TAG_GROUP = /^(care|special)$/;

/**
 * What a transaction says before its first statement, or when its lens changes: the role of the lens and what the
 * role's policy asks for. `set local` takes no parameters, so each value is held to its form first.
 */
export function lensStatement(lens: Lens, before?: Lens): string {
  const given = { ...lensSettings(lens), ...tagSettings(lens, before) };
  const settings = Object.entries(given).map(([name, value]) => `; set local ${name} = '${value}'`);
  return `set local role ${LENS_ROLES[lens.kind]}${settings.join('')}`;
}

const tagOf = (lens: Lens | undefined) => (lens && 'tag' in lens ? lens.tag : undefined);

/** What the lens before could read of tags ends with it. */
function tagSettings(lens: Lens, before: Lens | undefined): Settings {
  const tag = tagOf(lens);
  if (tag !== undefined) return { 'app.tag': checked(tag, TAG_GROUP) };
  return tagOf(before) === undefined ? {} : { 'app.tag': '' };
}

function lensSettings(lens: Lens): Settings {
  switch (lens.kind) {
    case 'region':
    case 'district':
    case 'street':
    case 'community':
    case 'grid':
      return { 'app.scope': checked(lens.code, CODES[lens.kind]) };
    case 'department':
    case 'assisting':
      return { 'app.departments': list(lens.departmentIds, UUID) };
    case 'mine':
    case 'assigned':
      return { 'app.account': checked(lens.accountId, UUID) };
    case 'public':
      return { 'app.secret': checked(lens.secretHash, HASH) };
    case 'member':
      return {
        'app.account': checked(lens.accountId, UUID),
        'app.codes': list(lens.codes, SCOPE_CODE),
        'app.departments': list(lens.departmentIds, UUID),
      };
    case 'record':
      return { 'app.record': checked(lens.id, UUID) };
    case 'audit':
      return { 'app.scope': checked(lens.districtCode, CODES.district) };
    case 'reference':
    case 'accounts':
    case 'job':
      return {};
  }
}

function list(values: readonly string[], form: RegExp): string {
  return `{${values.map((value) => checked(value, form)).join(',')}}`;
}

function checked(value: string, form: RegExp): string {
  if (!form.test(value)) throw new RangeError(`not a value of a lens: ${JSON.stringify(value.slice(0, 64))}`);
  return value;
}
