import type { ApiClient } from '@wangge/api-client';
import { OwnDefinition, type OwnRegisterView, ownRegistersApi } from '@wangge/contracts';
import { newId } from './events.js';

const field = (name: string, zh: string, en: string, more: object) => ({
  name,
  kind: 'text',
  label: { zh, en },
  dataClass: 'L1',
  ...more,
});

/** Fire-safety key units with somebody to call, or a register of another name with the same fields. */
export const fireUnits = (zh = '消防重点单位', en = 'Fire-safety key units', more: object = {}): OwnDefinition =>
  OwnDefinition.parse({
    element: 'organizations',
    label: { zh, en },
    geometry: 'none',
    titleField: 'unitName',
    naturalKey: [],
    fields: [
      field('unitName', '单位名称', 'Unit', { required: true, search: 'prefix', inList: true }),
      field('chiefPhone', '责任人电话', 'Phone of the chief', { kind: 'phone', dataClass: 'L4', search: 'exact', inList: true }),
      field('chiefNumber', '责任人身份证号', 'Number of the chief', {
        kind: 'identity-number',
        dataClass: 'L4',
        search: 'exact',
      }),
    ],
    ...more,
  });

export const draftOwn = (chief: ApiClient, name: string, definition: OwnDefinition): Promise<OwnRegisterView> =>
  chief.call(ownRegistersApi.create, { body: { id: newId(), name, definition } });

export async function publishOwn(chief: ApiClient, name: string, definition: OwnDefinition): Promise<OwnRegisterView> {
  const { revision } = await draftOwn(chief, name, definition);
  return chief.call(ownRegistersApi.publish, { params: { register: name }, body: { revision, reason: '消防大队要求' } });
}
