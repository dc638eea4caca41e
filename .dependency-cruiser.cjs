// The import rules of the house: imports only point down. test/architecture seeds a violation of each and sees it caught.

/** From low to high. A feature imports only features before it; a new one is given its place here. */
const FEATURES = [
  'grid',
  'accounts',
  'departments',
  'standards',
  'registers',
  'tasks',
  'collections',
  'events',
  'picture',
  'indicators',
  'public-reports',
  'demo',
  'applications',
  'exchange',
  'trail',
  'retention',
  'sync',
];
const SCREENS = 'console|phone|report|wall';
const SPEC = '\\.spec\\.tsx?$';
const API = '^apps/api/src/';
const FEATURE = `${API}features/`;
const TOP = `${API}(main|create-server|start-failure|app\\.module)\\.ts$`;
const TESTING = `${API}(testing|features/[^/]+/testing)/`;
const packages = (names) => `(^|node_modules/)(${names})(/|$)`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const layers = [
  rule('no-cycles', 'Imports form no circle, types included.', {}, { circular: true }),
  rule('libs-know-no-app', 'A library serves any app.', { path: '^libs/' }, { path: '^apps/' }),
  rule('apps-stand-apart', 'Apps share by libraries only.', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
  rule(
    'sources-know-no-tools',
    'Tests and tools import sources, never the other way round.',
    { path: '^(apps|libs)/[^/]+/src/', pathNot: SPEC },
    { path: '^(test|tools)/' },
  ),
  rule(
    'testing-is-for-tests',
    'Test databases and factories stay out of the product.',
    { path: '^(apps|libs)/[^/]+/src/', pathNot: [SPEC, '^libs/testing/', TESTING] },
    { path: ['^libs/testing/', TESTING] },
  ),
  rule(
    'contracts-stand-on-zod',
    'The contracts are read everywhere, so they need nothing but zod.',
    { path: '^libs/contracts/src/', pathNot: SPEC },
    { pathNot: ['^libs/contracts/src/', packages('zod')] },
  ),
  rule(
    'domain-is-pure',
    'The rules of the domain stand on contracts and zod, without input or output.',
    { path: '^libs/domain/src/', pathNot: SPEC },
    { pathNot: ['^libs/domain/src/', '^libs/contracts/src/', packages('zod')] },
  ),
  rule('no-react-leaflet', 'Its licence is no open-source licence.', {}, { path: packages('react-leaflet|@react-leaflet') }),
];

const server = [
  rule(
    'platform-knows-no-feature',
    'The platform lies below every feature.',
    { path: `${API}platform/` },
    { path: [FEATURE, `${API}migrations/`, TOP], pathNot: `${API}migrations/index\\.ts$` },
  ),
  rule(
    'main-is-on-top',
    'Nothing imports what puts everything together.',
    { path: API, pathNot: [TOP, TESTING, SPEC] },
    { path: TOP },
  ),
  rule(
    'migrations-are-history',
    'A migration means what it meant when it was written: it imports no live code.',
    { path: `${API}migrations/` },
    { path: '^(apps|libs)/', pathNot: `${API}migrations/` },
  ),
  rule(
    'features-meet-at-index',
    'A feature shows the others its index.ts and nothing else.',
    { path: `${FEATURE}([^/]+)/` },
    { path: FEATURE, pathNot: [`${FEATURE}$1/`, `${FEATURE}[^/]+/index\\.ts$`] },
  ),
  rule(
    'features-are-entered-by-index',
    'Whoever puts features together takes them by their index.ts.',
    { path: API, pathNot: [FEATURE, SPEC, TESTING] },
    { path: FEATURE, pathNot: `${FEATURE}[^/]+/index\\.ts$` },
  ),
  rule(
    'feature-has-a-place',
    'A feature stands in the order at the top of .dependency-cruiser.cjs.',
    { path: FEATURE, pathNot: `${FEATURE}(${FEATURES.join('|')})/` },
    {},
  ),
  ...FEATURES.slice(0, -1).map((name, rank) =>
    rule(
      `${name}-knows-nothing-above`,
      'A feature imports lower features only; news travels upward as facts.',
      { path: `${FEATURE}${name}/` },
      { path: `${FEATURE}(${FEATURES.slice(rank + 1).join('|')})/` },
    ),
  ),
  rule(
    'controllers-use-services',
    'A controller hands over to a service and touches no data.',
    { path: '\\.controller\\.ts$' },
    { path: '\\.(repository|queries|entity)\\.ts$' },
  ),
];

const stores = [
  rule(
    'typeorm-has-few-doors',
    'Only tables, queries, migrations and the database platform know TypeORM.',
    { path: '^(apps|libs)/', pathNot: ['\\.entity\\.ts$', '\\.queries\\.ts$', `${API}migrations/`, `${API}platform/database/`] },
    { path: packages('typeorm|@nestjs/typeorm') },
  ),
  rule(
    'drivers-have-one-door',
    'A connection of one’s own would go round the walls between areas.',
    { path: '^(apps|libs)/', pathNot: [`${API}platform/database/`, '^apps/api/workers/', TESTING, '^libs/testing/', SPEC] },
    { path: packages('pg|pg-pool|@electric-sql/[^/]+') },
  ),
];

const packagesDeclared = [
  rule('screens-run-in-browsers', 'A screen has no Node.', { path: `^apps/(${SCREENS})/src/`, pathNot: SPEC }, { dependencyTypes: ['core'] }),
  rule('can-be-found', 'An import leads somewhere.', {}, { couldNotResolve: true }),
  rule('is-declared', 'What is imported stands in package.json.', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
];

module.exports = {
  forbidden: [...layers, ...server, ...stores, ...packagesDeclared],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|libs)/[^/]+/dist/' },
    // Our own packages are followed to their sources, so that the rules see one graph.
    tsConfig: { fileName: 'tools/lint/tsconfig.paths.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
