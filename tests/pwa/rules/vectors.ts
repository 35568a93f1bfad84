/** The contract between the two languages: tests/contract/*.json, read here and by tests/server/rules/vectors.py. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Answer, Article, Asset, Finding, Plan, Template, TemplateItem, Ticket } from '@/domain/types'

interface Documents {
  article: Article
  item: TemplateItem
  asset: Asset
  answer: Answer
  ticket: Ticket
  finding: Finding
  plan: Plan
  template: Template
}

/** A vector says what its group's test asks for; each test names the shape. */
export type Case<Fields> = Fields & { readonly name: string }

export function read(file: string): Record<string, unknown> {
  const path = fileURLToPath(new URL(`../../contract/${file}.json`, import.meta.url))
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}

export const vectors = <Fields>(file: string, group: string): Case<Fields>[] => read(file)[group] as Case<Fields>[]

const defaults = read('defaults') as unknown as Documents

/** A document of which a vector says only what matters. */
export const whole = <K extends keyof Documents>(kind: K, said: Partial<Documents[K]>): Documents[K] => ({
  ...defaults[kind],
  ...said,
})

export const each = <K extends keyof Documents>(kind: K, said: readonly Partial<Documents[K]>[]): Documents[K][] =>
  said.map((one) => whole(kind, one))

export const templateOf = (items: readonly Partial<TemplateItem>[], fields: Partial<Template> = {}): Template =>
  whole('template', { items: each('item', items), ...fields })
