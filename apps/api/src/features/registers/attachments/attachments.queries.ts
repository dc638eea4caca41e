import type { Statement } from '../../../platform/database/index.js';

const COLUMNS = `a.id, a.district_code as "districtCode", a.register, a.record_id as "recordId", a.record_version as "recordVersion",
       a.kind, a.data_class as "dataClass", a.name, a.type, a.bytes, a.sha256, a.declared_by as "declaredBy",
       a.declared_by_name as "declaredByName", a.declared_at as "declaredAt", a.content_hash as "contentHash",
       a.thumb_hash as "thumbHash", a.is_encrypted as "isEncrypted", a.width, a.height, a.ready_at as "readyAt"`;

/** $1 the attachment in JSON. None where its id is taken. */
export const DECLARE: Statement = {
  name: 'attachments.declare',
  text: `insert into register_attachment (district_code, id, register, record_id, record_version, kind, data_class, name, type,
                bytes, sha256, declared_by, declared_by_name, declared_at)
         select district_code, id, register, record_id, record_version, kind, data_class, name, type,
                bytes, sha256, declared_by, declared_by_name, declared_at
           from jsonb_populate_record(null::register_attachment, $1::jsonb)
         on conflict (district_code, id) do nothing returning id`,
};

/** $1 district, $2 register, $3 records, $4 since when what has not come is still waited for, $5 how many. */
export const LIST: Statement = {
  name: 'attachments.list',
  text: `select ${COLUMNS} from register_attachment as a
          where a.district_code = $1 and a.register = $2 and a.record_id = any($3::uuid[]) and a.removed_at is null
                and (a.ready_at is not null or a.declared_at > $4)
          order by a.declared_at desc, a.id desc limit $5`,
};

/** $1 district, $2 register, $3 record, $4 since when what has not come is still waited for. */
export const COUNT: Statement = {
  name: 'attachments.count',
  text: `select count(*)::int as count from register_attachment as a
          where a.district_code = $1 and a.register = $2 and a.record_id = $3 and a.removed_at is null
                and (a.ready_at is not null or a.declared_at > $4)`,
};

/** $1 district, $2 register, $3 records, $4 attachment. */
export const FIND: Statement = {
  name: 'attachments.find',
  text: `select ${COLUMNS} from register_attachment as a
          where a.district_code = $1 and a.id = $4 and a.register = $2 and a.record_id = any($3::uuid[]) and a.removed_at is null`,
};

/** $1 hash, $2 account: whoever declared a file may bring its content, also after the record left his view. */
export const AWAITED: Statement = {
  name: 'attachments.awaited',
  text: `select ${COLUMNS} from register_attachment as a where a.sha256 = $1 and a.declared_by = $2 and a.removed_at is null`,
};

/** $1 district, $2 id, $3 type, $4 bytes, $5 content, $6 thumb, $7 encrypted, $8 width, $9 height, $10 now. */
export const RECEIVED: Statement = {
  name: 'attachments.received',
  text: `update register_attachment
            set type = $3, bytes = $4, content_hash = $5, thumb_hash = $6, is_encrypted = $7, width = $8, height = $9,
                ready_at = $10, changed_xid = pg_current_xact_id()
          where district_code = $1 and id = $2 and ready_at is null and removed_at is null returning id`,
};

/** $1 ids: what never came, or was refused when it came. */
export const FORGET: Statement = {
  name: 'attachments.forget',
  text: 'delete from register_attachment where id = any($1::uuid[]) and ready_at is null',
};

/** $1 district, $2 id, $3 now, $4 who, $5 his name, $6 why. */
export const REMOVE: Statement = {
  name: 'attachments.remove',
  text: `update register_attachment
            set removed_at = $3, removed_by = $4, removed_by_name = $5, removed_reason = $6, changed_xid = pg_current_xact_id()
          where district_code = $1 and id = $2 and removed_at is null returning id`,
};
