// The app asks no host but its own. Every address in the built files must be ours, a namespace, or a document's name
// that is never fetched; a font or wasm on a foreign host would be found here before a customer's firewall finds it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Names, not addresses that anybody fetches; each with its reason. */
const NAMES = [
  'http://www.w3.org/', // XML namespaces
  'https://fastly.jsdelivr.net/npm/zxing-wasm', // zxing-wasm's default, replaced by locateFile in src/scanner/decoder.ts
]
const MESSAGES = /^https?:\/\/(?:vuejs\.org|[a-z-]+\.vuejs\.org|dexie\.org|bit\.ly|tinyurl\.com|github\.com|developers?\.google\.com|goo\.gle|tc39\.es|example\.com|localhost|a\.a|a\.b|x|0\.0\.0\.0)\b/

export function foreignAddresses(text: string): string[] {
  const found = [...text.matchAll(/(?:https?:)?\/\/[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?:\/[^\s"'`)<>\\]*)?/gi)].map(([address]) => address)
  const absolute = found.map((address) => (address.startsWith('//') ? `https:${address}` : address))
  return [...new Set(absolute)].filter((address) => !NAMES.some((name) => address.startsWith(name)) && !MESSAGES.test(address))
}

export function addressesIn(dist: string): { readonly file: string; readonly address: string }[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:js|css|html|webmanifest|svg)$/.test(file))
  return files.flatMap((file) => foreignAddresses(readFileSync(path.join(dist, file), 'utf8')).map((address) => ({ file, address })))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist')
  const found = addressesIn(dist)
  for (const { file, address } of found) console.error(`${file}: ${address}`)
  if (found.length > 0) {
    console.error('The built app names a foreign host.')
    process.exit(1)
  }
  console.log('No foreign host in the built app.')
}
