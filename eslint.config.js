import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

const browserCode = ['packages/{elements,portal}/src/**/*.ts', 'stories/**/*.ts'];

export default ts.config(
  {
    ignores: ['**/dist/**', '**/generated/**', '**/*.generated.*', 'stories/public/**', 'tests/architecture/planted/**', 'storybook-static/**', '.data/**', '.cache/**'],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off',
      // Wrong where an assertion narrows what a generic call infers: its fix breaks the build.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // A promise may be rejected with whatever the other side threw.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    files: browserCode,
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    settings: { litHtmlSources: ['lit'] },
    rules: {
      ...litA11y.configs.recommended.rules,
      // A list without bullets loses its role in WebKit unless it is said again.
      'lit-a11y/no-redundant-role': 'off',
      // Trusted Types and strict CSP hold only while nobody opens these doors.
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'lit/directives/unsafe-html.js', message: 'Text bindings only (T15).' },
            { name: 'lit/directives/style-map.js', message: 'Inline styles break strict CSP (F-207).' },
          ],
        },
      ],
      'no-restricted-properties': ['error', { property: 'innerHTML' }, { property: 'outerHTML' }],
    },
  },
  { files: ['stories/*.stories.ts'], extends: [...storybook.configs['flat/recommended']] },
  {
    files: ['**/*.test.ts', 'tests/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // Settings of tools stand outside every project's types.
  {
    files: ['vitest.config.ts', '**/vite.config.ts', 'stories/.storybook/main.ts'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
);
