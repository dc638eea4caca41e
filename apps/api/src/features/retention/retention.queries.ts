import type { Statement } from '../../platform/database/index.js';

/** $1 district: the newest version of each rule that was set. */
export const SETTINGS: Statement = {
  name: 'retention.settings',
  text: `select distinct on (rule) rule, version, days, reason, changed_name, changed_at from retention_setting
          where district_code = $1 order by rule, version desc`,
};

/** $1 district, $2 rule. */
export const VERSIONS: Statement = {
  name: 'retention.versions',
  text: `select rule, version, days, reason, changed_name, changed_at from retention_setting
          where district_code = $1 and rule = $2 order by version desc limit 100`,
};

/** $1 district, $2 rule, $3 version, $4 days, $5 reason, $6 account, $7 its name, $8 now: nothing where the version is taken. */
export const SET: Statement = {
  name: 'retention.set',
  text: `insert into retention_setting (district_code, rule, version, days, reason, changed_by, changed_name, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning version`,
};

const RUN = 'district_code, id, kind, state, requested_by, requested_name, results, started_at, finished_at';

/** $1 district. */
export const RUNS: Statement = {
  name: 'retention.runs',
  text: `select ${RUN} from retention_run where district_code = $1 order by started_at desc, id desc limit 20`,
};

/** $1 district, $2 id, $3 kind, $4 day or null, $5 account or null, $6 its name or null, $7 now: nothing where one is under way. */
export const BEGIN: Statement = {
  name: 'retention.begin',
  text: `insert into retention_run (district_code, id, kind, state, day, requested_by, requested_name, started_at)
         values ($1, $2, $3, 'waiting', $4, $5, $6, $7) on conflict do nothing returning ${RUN}`,
};

/** $1 district. */
export const UNDER_WAY: Statement = {
  name: 'retention.under-way',
  text: `select ${RUN} from retention_run where district_code = $1 and state <> 'done'`,
};

/** $1 district, $2 id. */
export const FIND: Statement = {
  name: 'retention.find',
  text: `select ${RUN} from retention_run where district_code = $1 and id = $2`,
};

/** $1 now, $2 lease, $3 until: takes up one that nobody is at. */
export const TAKE: Statement = {
  name: 'retention.take',
  text: `update retention_run set state = 'running', lease = $2, leased_until = $3
          where (district_code, id) in (
                select district_code, id from retention_run
                 where state <> 'done' and (leased_until is null or leased_until < $1)
                 order by started_at limit 1 for update skip locked)
         returning ${RUN}`,
};

/** $1 district, $2 id, $3 lease, $4 results in JSON, $5 until: nothing where somebody else has taken it up. */
export const GO_ON: Statement = {
  name: 'retention.go-on',
  text: `update retention_run set results = $4::jsonb, leased_until = $5
          where district_code = $1 and id = $2 and lease = $3 and state = 'running' returning id`,
};

/** $1 district, $2 id, $3 lease, $4 now. */
export const FINISH: Statement = {
  name: 'retention.finish',
  text: `update retention_run set state = 'done', finished_at = $4, lease = null, leased_until = null
          where district_code = $1 and id = $2 and lease = $3 and state = 'running' returning id`,
};

/** $1 district, $2 id, $3 lease: for another process to go on with. */
export const GIVE_BACK: Statement = {
  name: 'retention.give-back',
  text: `update retention_run set lease = null, leased_until = null where district_code = $1 and id = $2 and lease = $3`,
};

/** $1 day: districts whose run of that day has not begun. */
export const DUE_TODAY: Statement = {
  name: 'retention.due-today',
  text: `select g.code from grid_node g
          where g.level = 'district' and g.valid_to is null
            and not exists (select from retention_run r where r.district_code = g.code and r.day = $1::date)`,
};
