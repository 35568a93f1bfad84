import type { Json } from '@/domain/types'

/** The content of an operation as plain lines, so that a person sees what was typed even when nothing else can show it. */
export interface BodyLine {
  readonly name: string
  readonly value: string
}
const TECHNICAL = /(^|\.)(id|doc|type|key|was|hash|content|content_hash|strokes|after|manifest|[a-z_]+_id|[a-z_]+_ids)$/

export function bodyLines(body: Json, path = ''): BodyLine[] {
  if (path && TECHNICAL.test(path)) return []
  if (body === null || body === '') return []
  // In a decision `seen` is what was looked at, by operation; in an answer it is what a person saw.
  if (path.endsWith('.seen') && typeof body === 'object') return []
  if (typeof body !== 'object') return [{ name: path.replace(/^.*\./, ''), value: String(body) }]
  const entries = Array.isArray(body) ? body.map((value, at): [string, Json] => [String(at), value]) : Object.entries(body as Record<string, Json>)
  return entries.flatMap(([name, value]) => bodyLines(value, path ? `${path}.${name}` : name))
}
