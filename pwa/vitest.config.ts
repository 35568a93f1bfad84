import path from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = fileURLToPath(new URL('.', import.meta.url))
const tests = path.resolve(here, '../tests/pwa')

/** The tests lie outside this folder (tests/pwa mirrors pwa/src) and would find no node_modules. */
function resolvePackagesFromHere(): Plugin {
  return {
    name: 'roundsman:resolve-packages-from-here',
    enforce: 'pre',
    resolveId(source, importer) {
      const bare = /^[a-z@]/i.test(source) && !source.startsWith('@/') && !source.startsWith('node:')
      if (!bare || !importer?.startsWith(tests)) return null
      return this.resolve(source, path.join(here, 'package.json'), { skipSelf: true })
    },
  }
}

const shared = {
  plugins: [resolvePackagesFromHere(), vue()],
  resolve: { alias: { '@': path.join(here, 'src') } },
  server: { fs: { allow: ['..'] } },
}

function project(name: string, environment: 'node' | 'happy-dom', folders: string) {
  return {
    extends: true as const,
    test: {
      name,
      environment,
      include: [`${tests}/${folders}/**/*.test.ts`],
      setupFiles: [`${tests}/support/setup.ts`],
      restoreMocks: true,
      unstubGlobals: true,
    },
  }
}

export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 1,
    // A machine that others use as well is slow, not wrong.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      project('core', 'node', '{api,db,domain,sync,actions,composables,rules,scanner,build,locales}'),
      project('screens', 'happy-dom', '{components,screens,shell,styles,format,feedback}'),
    ],
  },
})
