import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadMessages, type Messages } from '@/locales/languages'
import { BUILT_KEYS, WITH_A_FALLBACK } from './builtKeys'

const SOURCES = path.resolve(__dirname, '../../../pwa/src')

function textsOf(messages: Messages, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') texts.set(prefix + key, value)
    else for (const [inner, text] of textsOf(value, `${prefix}${key}.`)) texts.set(inner, text)
  }
  return texts
}
const zh = textsOf(await loadMessages('zh-CN'))
const en = textsOf(await loadMessages('en'))

/** A button of 26 characters: English says the asset's code where Chinese has room for its name. */
const SAYS_IT_SHORTER = ['finish.go_fill']

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(vue|ts)$/.test(file) && !file.startsWith('locales'))

const AREAS = [...new Set([...zh.keys()].map((key) => key.split('.')[0]))].join('|')
const NAMED = new RegExp(`'((?:${AREAS})\\.[a-z0-9_]+)'`, 'g')
const BUILT = new RegExp(`\`((?:${AREAS})\\.[^\`]*\\$\\{[^\`]*)\``, 'g')
const FILLED = /\$\{(?:[^{}]|\{[^}]*\})*\}/g
const sourceOf = (file: string): string => readFileSync(path.join(SOURCES, file), 'utf8')

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  })

  it('leave no text empty', () => {
    const empty = [...zh, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)
    expect(empty).toEqual([])
  })

  it('fill in the same figures and names', () => {
    const differing = [...zh].filter(([key, text]) => {
      const other = en.get(key) ?? ''
      return other.split('|').some((form) => !placeholders(form).every((name) => placeholders(text).includes(name)))
    })
    expect(differing.map(([key]) => key)).toEqual(SAYS_IT_SHORTER)
  })

  it('are never mixed: no Chinese in the English texts', () => {
    const chinese = [...en].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => key)
    expect(chinese).toEqual([])
  })
})

describe('the screens', () => {
  it('use only keys that exist', () => {
    const used = files.flatMap((file) => {
      const source = readFileSync(path.join(SOURCES, file), 'utf8')
      return [...source.matchAll(/\bt\(\s*'([a-z_]+\.[a-z0-9_]+)'/g)].map(([, key]) => ({ file, key: key ?? '' }))
    })
    expect(used.length).toBeGreaterThan(100)
    expect(used.filter(({ key }) => !zh.has(key))).toEqual([])
  })

  it('name keys only that exist, also where they are handed on', () => {
    const named = files.flatMap((file) => [...sourceOf(file).matchAll(NAMED)].map(([, key]) => ({ file, key: key ?? '' })))
    expect(named.length).toBeGreaterThan(500)
    expect(named.filter(({ key }) => !zh.has(key))).toEqual([])
  })

  it('build only keys that are declared, with all that may fill them', () => {
    const built = new Set(files.flatMap((file) => [...sourceOf(file).matchAll(BUILT)].map(([, key]) => (key ?? '').replace(FILLED, '*'))))
    expect([...built].sort()).toEqual([...Object.keys(BUILT_KEYS), ...WITH_A_FALLBACK].sort())
  })

  it.each(Object.entries(BUILT_KEYS))('have a text for all of %s', (pattern, fillings) => {
    expect(fillings.length).toBeGreaterThan(0)
    const keys = fillings.map((filling) => filling.split('/').reduce((key, part) => key.replace('*', part), pattern))
    expect(keys.filter((key) => !zh.has(key) || !en.has(key))).toEqual([])
  })

  it.each(WITH_A_FALLBACK)('say something else where %s has no text', (pattern) => {
    const heads = pattern.slice(0, pattern.indexOf('*'))
    const users = files.filter((file) => sourceOf(file).includes(`\`${heads}\${`))
    expect(users.filter((file) => !/\bte\(/.test(sourceOf(file)))).toEqual([])
  })

  it('hold no literal Chinese', () => {
    const literal = files
      .filter((file) => /^(components|screens|shell)\//.test(file))
      .filter((file) => {
        const source = readFileSync(path.join(SOURCES, file), 'utf8')
        const code = source.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
        return /\p{Script=Han}/u.test(code)
      })
    expect(literal).toEqual([])
  })
})
