/** The import table of ARCHITECTURE.md. Arrows point one way; an arrow that is not here is an error. */
const TESTS = '\\.test\\.ts$';
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { pathNot: to },
});

module.exports = {
  forbidden: [
    only(
      'domain',
      '^shared/domain/',
      ['^shared/domain/', '/zod/', 'node_modules/libphonenumber-js/', 'node_modules/flatbush/'],
      'Pure decisions import nothing but themselves, zod, the numbering plans of the world and an R-tree.',
    ),
    only(
      'ports',
      '^shared/ports/',
      ['^shared/(ports|domain)/'],
      'Ports speak the words of the domain.',
    ),
    only(
      'contracts',
      '^shared/contracts/',
      ['^shared/(contracts|domain)/', '/zod/'],
      'Contracts describe the edge.',
    ),
    only(
      'usecases',
      '^shared/usecases/',
      ['^shared/(usecases|ports|domain)/', '/zod/'],
      'A use case names its ports, never an adapter.',
    ),
    only(
      'platform',
      '^shared/platform/',
      [
        '^shared/(platform|contracts|domain)/',
        '/zod/',
        '/@middy/',
        '/@types/aws-lambda/',
        '^aws-lambda$',
        '^(node:)?crypto$',
      ],
      'What every function needs, and no case. A hash of an answer needs no adapter.',
    ),
    only(
      'events',
      '^events/',
      ['^events/', '^shared/domain/', '/zod/'],
      'What leaves the system is described by the domain alone.',
    ),
    only(
      'infra',
      '^infra/',
      [
        '^infra/',
        '^shared/adapters/dynamodb/tables\\.ts$',
        '^shared/platform/env\\.ts$',
        '^shared/contracts/route\\.ts$',
        '^functions/[^/]+/routes\\.ts$',
        '^shared/jurisdictions/',
        '(^|/)node_modules/',
        '^node:',
        '^(fs|path|url|os|crypto|child_process|process)$',
        '^(node:)?(fs|path|url|os|crypto|child_process)(/promises)?$',
      ],
      'Infrastructure wires names, routes and environment schemas.',
    ),
    only(
      'web',
      '^web/',
      ['^web/', '^shared/(contracts|domain)/', '(^|/)node_modules/'],
      'The web app speaks to the API; it shares its contracts and the tables of the domain, never its code.',
    ),
    {
      name: 'web-areas-apart',
      comment:
        'An area of screens knows what all share, and the case page; the app knows every area by its routes.',
      severity: 'error',
      from: { path: '^web/(desk|department|manager|admin|citizen|case)/', pathNot: TESTS },
      to: {
        path: '^web/(desk|department|manager|admin|citizen|case)/',
        pathNot: ['^web/$1/', '^web/case/'],
      },
    },
    {
      name: 'web-parts-below',
      comment: 'What areas share knows none of them.',
      severity: 'error',
      from: { path: '^web/(platform|words|parts|theme)/', pathNot: TESTS },
      to: { path: '^web/(app|desk|department|manager|admin|citizen|case)/' },
    },
    {
      name: 'adapters-apart',
      comment:
        'An adapter implements ports and knows no other one; adapters/system holds what the machine itself gives.',
      severity: 'error',
      from: { path: '^shared/adapters/([^/]+)/', pathNot: TESTS },
      to: {
        path: '^(shared|functions|events|infra|local|test|scripts)/',
        pathNot: ['^shared/adapters/$1/', '^shared/adapters/system/', '^shared/(domain|ports)/'],
      },
    },
    {
      name: 'only-containers-build',
      comment: 'A container is the only importer of adapters and of the bundled jurisdictions.',
      severity: 'error',
      from: {
        path: '^(functions|shared/(usecases|platform|contracts|domain|ports))/',
        pathNot: ['container\\.ts$', TESTS],
      },
      to: { path: '^shared/(adapters|jurisdictions)/' },
    },
    {
      name: 'nothing-imports-the-outside',
      comment: 'The product does not know its tools, its tests or the local host.',
      severity: 'error',
      from: { path: '^(shared|functions|events|infra|web)/', pathNot: TESTS },
      to: { path: '^(local|test|scripts|bench)/' },
    },
    {
      name: 'functions-apart',
      comment: 'One Lambda an audience: they share use cases, not each other.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/[^/]+/', pathNot: '^functions/$1/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/(dist/|vite\\.config\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
