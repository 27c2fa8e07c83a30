import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The budgets of CONTRIBUTING.md, "Shape". They are errors, with no exception for one file. */
const shape = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 8],
  'max-depth': ['error', 3],
  'max-params': ['error', 3],
};

const clockAndChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument: take a Clock (shared/adapters/system holds the only one).',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument: take a Clock.',
  },
  {
    selector: "CallExpression[callee.name='randomUUID']",
    message: 'Identity is an argument: take a Random port.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is an argument: take a Random port.',
  },
];
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Configuration is read once, by schema: shared/platform/env.ts.',
};
const patching = {
  selector: "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/]",
  message: 'Pass a double in; modules are not patched.',
};
const enums = { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' };
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only (configuration files excepted).',
};
const everywhere = [patching, enums, defaultExport];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'cdk.out',
      '**/dist',
      '.local',
      'coverage',
      '**/*.{js,mjs,cjs}',
      // Written by scripts/openapi.ts.
      'web/platform/api-types.ts',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: 'tsconfig.app.json' } },
    rules: {
      ...shape,
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': ['error', ...everywhere, ...clockAndChance, environment],
    },
  },
  {
    files: ['infra/**', 'test/infra/**', 'test/support/hotline-templates.ts'],
    languageOptions: { parserOptions: { project: 'tsconfig.json' } },
  },
  {
    files: ['web/**'],
    ignores: ['web/vite.config.ts'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { parserOptions: { project: 'web/tsconfig.json' } },
  },
  {
    // What a component draws is one expression, and its lines are markup.
    files: ['web/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['web/platform/system.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    // Handlers only parse, call one use case and map the result.
    files: ['functions/**/*.ts'],
    ignores: ['functions/**/*.test.ts', 'functions/**/routes.ts', 'functions/**/container.ts'],
    rules: { 'max-lines': ['error', { max: 60 }] },
  },
  {
    files: ['shared/adapters/system/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, environment] },
  },
  {
    files: ['shared/platform/env.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...clockAndChance] },
  },
  {
    // The local host, the infrastructure and the tools run on a person's machine: they hold real clocks and environments.
    files: ['local/**', 'infra/**', 'bench/**', 'test/**', 'scripts/**', '*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['infra/**'],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.test.ts', 'test/**'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['*.config.ts', 'web/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', patching, enums] },
  },
);
