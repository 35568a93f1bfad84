/** One version of a clock policy being written: read and set by the paths in which the server names its problems. */
import { inject, provide, ref } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import type { Json, JsonObject } from '@/domain/types'

export interface PolicyProblem { readonly field: string; readonly reason: string }
export interface PolicyForm {
  readonly body: Ref<JsonObject>
  readonly problems: Ref<readonly PolicyProblem[]>
  get: (field: string) => Json
  /** `undefined` takes the field away. */
  set: (field: string, value: Json | undefined) => void
  /** What is wrong with this field, or with something in it. */
  problemOf: (field: string) => PolicyProblem | null
}

const PROMISED: { readonly [key: string]: readonly string[] } = {
  first_answer: ['minutes', 'elsewhere'], on_site: ['minutes'], repair: ['ordinary', 'complex'], spare: ['minutes'], information: ['minutes'],
}
const KEY: InjectionKey<PolicyForm> = Symbol('policy form')

/** `touched`: something was typed since `begin`. */
export function providePolicyForm(): PolicyForm & { begin: (from: JsonObject) => void; touched: () => boolean } {
  const body = ref<JsonObject>({})
  let begun = ''
  const problems = ref<readonly PolicyProblem[]>([])
  const form: PolicyForm = {
    body,
    problems,
    get: (field) => field.split('.').reduce<Json>((at, name) => (isObject(at) ? (at[name] ?? null) : null), body.value),
    set(field, value) {
      body.value = withField(body.value, field.split('.'), value)
      problems.value = problems.value.filter((one) => !isIn(one.field, field))
    },
    problemOf: (field) => problems.value.find((one) => isIn(one.field, field)) ?? null,
  }
  provide(KEY, form)
  return { ...form, begin: (from) => {
      [body.value, problems.value] = [complete(from), []]
      begun = JSON.stringify(body.value)
    }, touched: () => JSON.stringify(body.value) !== begun }
}

export function usePolicyForm(): PolicyForm {
  const form = inject(KEY)
  if (form === undefined) throw new Error('no policy form around')
  return form
}

const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
const isIn = (field: string, of: string): boolean => field === of || field.startsWith(`${of}.`)

function withField(of: JsonObject, [name = '', ...rest]: readonly string[], value: Json | undefined): JsonObject {
  const { [name]: old = {}, ...others } = of
  if (rest.length > 0) return { ...of, [name]: withField(isObject(old) ? old : {}, rest, value) }
  return value === undefined ? others : { ...of, [name]: value }
}

/** A promise that is not made at all has its boxes too. */
function complete(from: JsonObject): JsonObject {
  const said = isObject(from['promises'] ?? null) ? (from['promises'] as JsonObject) : {}
  const promises = Object.entries(PROMISED).map(([key, names]) => [key, said[key] ?? Object.fromEntries(names.map((name) => [name, null]))] as const)
  return { ...from, promises: Object.fromEntries(promises) }
}
