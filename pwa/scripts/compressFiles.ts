/** Lays a .br and a .gz beside every built file that gets smaller by it; the server sends the best one that is read. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
const PACKABLE = /\.(css|html|js|json|svg|wasm|webmanifest)$/
const WORTH_BYTES = 1_000

for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf-8' })) {
  if (!PACKABLE.test(name)) continue
  const content = readFileSync(DIST + name)
  if (content.length < WORTH_BYTES) continue
  const hint = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length, [constants.BROTLI_PARAM_QUALITY]: 11 } }
  writeFileSync(`${DIST}${name}.br`, brotliCompressSync(content, hint))
  writeFileSync(`${DIST}${name}.gz`, gzipSync(content, { level: 9 }))
}
