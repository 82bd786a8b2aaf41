/** What the compiler cannot see: forgotten promises, casts, attics, and files that hold two ideas. */
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Give it a name: what is exported is searched for by name.',
}

export default defineConfig(
  { ignores: ['node_modules', 'coverage', '.data', 'services/store/tables.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A callback that ends with a call is not hiding what the call returns.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // An async function without an await turns what it throws into a rejection: that is often why it is one.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 60],
      'no-console': 'error',
      'no-fallthrough': 'error',
      'no-param-reassign': 'error',
      'no-unreachable': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only services/config.ts reads the environment.' },
      ],
    },
  },
  // The brands themselves: here and nowhere else a plain string becomes an id.
  {
    files: ['shared/ids.ts', 'shared/reference.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  { files: ['services/config.ts', 'services/prepare.mjs'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off', 'no-restricted-properties': 'off' } },
  // A migration is one list, read from top to bottom.
  { files: ['services/store/migrations/**'], rules: { 'max-lines-per-function': 'off' } },
  // Read by tools that look for a default export.
  { files: ['eslint.config.js', 'vitest.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
