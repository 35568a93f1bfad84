/** What a person said in an operation: the fields it sets or its arguments, without ids, hashes and causes. */
import type { Json } from '@/domain/types'

/** What the operation names: for an edit its first row, for an event its document and arguments. */
export function namedIn(body: Json): { doc: string | null; round_id: string | null; asset_id: string | null; check_key: string | null } {
  const whole = isObject(body) ? body : {}
  const first = Array.isArray(whole['edits']) && isObject(whole['edits'][0]) ? whole['edits'][0] : whole
  const from = isObject(first['key']) ? first['key'] : isObject(first['args']) ? first['args'] : {}
  const id = (value: Json | undefined) => (typeof value === 'string' ? value : null)
  return { doc: id(first['doc']), round_id: id(from['round_id']), asset_id: id(from['asset_id']), check_key: id(from['check_key']) }
}

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
