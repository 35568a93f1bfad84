/** What a person said in an operation: the fields it sets or its arguments, without ids, hashes and causes. */
import type { Json } from '@/domain/types'

export interface Said { readonly field: string; readonly value: Json }

const TECHNICAL = /(^|_)(id|ids|op|hash|strokes|content|manifest|device|mime|width|height|bytes|check|code)$/

export function said(body: Json): Said[] {
  if (!isObject(body)) return []
  const edits = Array.isArray(body['edits']) ? body['edits'] : []
  const sets = edits.flatMap((edit) => (isObject(edit) && isObject(edit['set']) ? [edit['set']] : []))
  const args = isObject(body['args']) ? [body['args']] : []
  return [...sets, ...args].flatMap((fields) =>
    Object.entries(fields)
      .filter(([field, value]) => !TECHNICAL.test(field) && (value === null || typeof value !== 'object'))
      .map(([field, value]) => ({ field, value })),
  )
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
