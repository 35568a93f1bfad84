import { fileURLToPath } from 'node:url'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const here = fileURLToPath(new URL('.', import.meta.url))

const size = {
  'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', { max: 4 }],
}

const layers = (...forbidden) => ({
  'no-restricted-imports': ['error', { patterns: forbidden.map(([group, message]) => ({ group: [group], message })) }],
})

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'src/api/schema*'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-v-html': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    rules: {
      ...size,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['src/{api,db,sync,actions,composables,domain}/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: here } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/{screens,components,shell}/**/*.{ts,vue}'],
    rules: layers(
      ['dexie', 'only db/ and sync/ know Dexie: use an action or a composable'],
      ['**/db/*', 'screens read by composables and write by actions'],
      ['**/sync/*', 'screens read by composables and write by actions'],
    ),
  },
  {
    files: ['src/locales/**/*.ts'], // texts are data
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['src/rules/**/*.ts'],
    rules: layers(
      ['vue', 'rules are pure'],
      ['dexie', 'rules are pure'],
      ['../{db,sync,api,actions,composables,screens,components,shell}/**', 'rules know nothing above them'],
    ),
  },
)
