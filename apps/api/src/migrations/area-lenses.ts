/** The lenses that read what has a place in the tree: role, and the condition on a row. Migrations that have run depend on it: its meaning never changes. */
export const AREA_LENSES: readonly (readonly [role: string, condition: string])[] = [
  ['app_region', `district_code ^@ nullif(current_setting('app.scope', true), '')`],
  ['app_district', `district_code = current_setting('app.scope', true)`],
  ['app_street', `street_code = current_setting('app.scope', true)`],
  ['app_community', `community_code = current_setting('app.scope', true)`],
  ['app_grid', `grid_code = current_setting('app.scope', true)`],
  [
    'app_member',
    `grid_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or community_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or street_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or district_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 4) = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 2) = any(nullif(current_setting('app.codes', true), '')::text[])`,
  ],
];
export const AREA_READERS = AREA_LENSES.map(([role]) => role).join(', ');
