import { withSuperuser } from '@wangge/testing';
import { FieldCipher } from '../../../apps/api/dist/platform/secrets/field-cipher.js';
import { Secrets } from '../../../apps/api/dist/platform/secrets/secrets.js';
import type { Subjects } from './scenarios.js';

/** What the requests ask about: a closed event with a long timeline, somebody on the register, a window with enough points. */
export async function findSubjects(superuserUrl: string, dataDir: string): Promise<Subjects> {
  return withSuperuser(superuserUrl, async (client) => {
    const one = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row> => {
      const [row] = (await client.query<Row>(text, values)).rows;
      if (!row) throw new Error(`nothing was found to ask about: ${text}`);
      return row;
    };
    const event = await one<{ id: string }>(
      `select event_id as id from event_log where district_code = '230302' group by 1 having count(*) = 8 order by 1 limit 1`,
    );
    const resident = await one<{ id: string; identity_number: Buffer }>(
      `select id, identity_number from register_residents where district_code = '230302' and identity_number is not null order by id limit 1`,
    );
    const places = await client.query<{ lng: number; lat: number }>(`select lng, lat from event where district_code = '230302' limit 500`);
    const middle = await one<{ lng: number; lat: number }>(
      `select percentile_cont(0.5) within group (order by lng) as lng, percentile_cont(0.5) within group (order by lat) as lat
         from event where district_code = '230302'`,
    );
    let [half, window, points] = [0.0005, [0, 0, 0, 0], 0];
    for (; half < 2 && points < 1_800; half *= 1.15) {
      window = [middle.lng - half, middle.lat - half, middle.lng + half, middle.lat + half].map((part) => Math.round(part * 1e6) / 1e6);
      const count = `select count(*)::int as points from event where district_code = '230302' and geom && ST_MakeEnvelope($1, $2, $3, $4, 4326)`;
      ({ points } = await one<{ points: number }>(count, window));
    }
    return { eventId: event.id, residentId: resident.id, residentNumber: openNumber(dataDir, resident), window, places: places.rows };
  });
}

/** The bench has the keys of the installation it made: its people do not exist. */
function openNumber(dataDir: string, { id, identity_number }: { id: string; identity_number: Buffer }): string {
  return new FieldCipher(Secrets.open(dataDir)).decrypt(identity_number, { table: 'register_residents.identity_number', id });
}
