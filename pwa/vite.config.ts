import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const SERVER = process.env['ROUNDSMAN_SERVER'] ?? 'http://127.0.0.1:8000'
const forwarded = Object.fromEntries(['/api', '/files', '/verify', '/l/'].map((path) => [path, { target: SERVER }]))

export default defineConfig({
  publicDir: 'static',
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
  },
  plugins: [
    vue(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'service-worker.ts',
      injectRegister: null, // shell/ registers it: the update has to wait until no round is being filled
      manifest: false, // static/manifest.webmanifest, written by hand
      injectManifest: {
        rollupFormat: 'iife', // registered as a classic script: every browser takes it
        globPatterns: ['**/*.{html,js,css,wasm,svg,png,webmanifest}'],
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
    }),
  ],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true, // scripts/check-budget.mjs follows it
    sourcemap: false,
    assetsInlineLimit: 0, // the CSP allows data: for pictures and fonts only, and the budget counts files
    modulePreload: { polyfill: false },
  },
  server: { proxy: forwarded },
})
