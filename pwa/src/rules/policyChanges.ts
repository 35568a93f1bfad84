/** What one version of a clock policy says differently from another, field by field. */
import type { Json, JsonObject } from '../domain/types'

/** `field` is a path into the body ("matrix.1.arrival"); null where the value is not there. */
export interface PolicyChange { readonly field: string; readonly before: Json; readonly after: Json }

export function policyChanges(before: JsonObject, after: JsonObject): PolicyChange[] {
  const [old, now] = [leaves(before), leaves(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
}

/** Lists are said whole: hours of a day, clocks that a pause stops, percents. */
function leaves(body: JsonObject, prefix = ''): Map<string, Json> {
  return new Map(Object.entries(body).flatMap(([name, value]): (readonly [string, Json])[] => {
    const field = `${prefix}${name}`
    return isObject(value) ? [...leaves(value, `${field}.`)] : [[field, value] as const]
  }))
}

const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
