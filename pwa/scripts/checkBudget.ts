// First screen: what index.html makes the browser fetch before anything is tapped. Follows its scripts, styles and
// module preloads and then the build's manifest (static imports, CSS), compresses with brotli as the server does,
// prints the table and fails above the budget.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'

export interface Chunk { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
export type Manifest = Readonly<Record<string, Chunk>>
export interface Weight { readonly file: string; readonly bytes: number }

export const BUDGET_BYTES = 170_000

/** Files of the first load, by their path in `dist`. `always`: chunks that start-up imports on its own. */
export function firstLoad(html: string, manifest: Manifest, always: readonly string[] = []): string[] {
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file = '']) => file)
  const files = new Set(named.filter((file) => /\.(?:js|css)$/.test(file)))
  const byFile = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]))
  const visit = (chunk: Chunk | undefined): void => {
    for (const css of chunk?.css ?? []) files.add(css)
    for (const name of chunk?.imports ?? []) {
      const next = manifest[name]
      if (next && !files.has(next.file)) {
        files.add(next.file)
        visit(next)
      }
    }
  }
  for (const [name, chunk] of Object.entries(manifest)) {
    if (always.some((start) => name.endsWith(start))) {
      files.add(chunk.file)
      visit(chunk)
    }
  }
  for (const file of [...files]) visit(byFile.get(file))
  return ['index.html', ...files]
}

export function weigh(dist: string, files: readonly string[]): Weight[] {
  return files.map((file) => ({ file, bytes: brotliCompressSync(readFileSync(path.join(dist, file))).length }))
}

export function table(rows: readonly Weight[], total: number): string {
  const lines = rows.toSorted((a, b) => b.bytes - a.bytes).map(({ file, bytes }) => `${kilo(bytes)}  ${file}`)
  return [...lines, `${kilo(total)}  first screen, brotli (budget ${kilo(BUDGET_BYTES).trim()})`].join('\n')
}

const kilo = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`.padStart(11)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist')
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8')
  // The texts of one language are fetched before the first paint, though by a dynamic import: the dearer one counts.
  const weighed = ['locales/zh-CN/index.ts', 'locales/en/index.ts'].map((texts) => {
    const rows = weigh(dist, firstLoad(html, manifest, [texts]))
    return { rows, total: rows.reduce((sum, { bytes }) => sum + bytes, 0) }
  })
  const { rows, total } = weighed.reduce((dearer, one) => (one.total > dearer.total ? one : dearer))
  console.log(table(rows, total))
  if (total > BUDGET_BYTES) {
    console.error('The first screen is over its budget: load something later.')
    process.exit(1)
  }
}
