import { computed, type Ref } from 'vue'
import { onlyDigits } from '../../rules/callers'
import { useFormat } from '../../format/useFormat'
import { useContactRows } from '../useContacts'
import { useMembers } from '../useMembers'

export interface KnownCaller {
  readonly name: string
  readonly phone: string | null
  readonly organisation: string | null
}

/** Who may be calling: the client's people, and whoever called before, the latest first. */
export function useCallers(): Readonly<Ref<readonly KnownCaller[]>> {
  const members = useMembers()
  const contacts = useContactRows()
  const format = useFormat()
  return computed(() => {
    const people = (members.value ?? [])
      .filter(({ roles }) => roles.includes('client'))
      .map((one): KnownCaller => ({ name: format.person(one), phone: one.phone, organisation: format.pick(one.title_zh ?? '', one.title_en) || null }))
    const before = (contacts.value ?? []).flatMap(({ contact }): KnownCaller[] =>
      contact.caller_name === null ? [] : [{ name: contact.caller_name, phone: contact.caller_phone, organisation: contact.caller_organisation }])
    return withoutDoubles([...people, ...before])
  })
}

/** Each once. Two of one name and other numbers are two; one without a number is whoever of that name has one. */
export function withoutDoubles(callers: readonly KnownCaller[]): KnownCaller[] {
  const known = new Map<string, KnownCaller>()
  for (const one of callers) {
    const key = `${one.name}/${onlyDigits(one.phone ?? '')}`
    if (!known.has(key)) known.set(key, one)
  }
  const numbered = new Set([...known.values()].filter(({ phone }) => phone !== null).map(({ name }) => name))
  return [...known.values()].filter(({ name, phone }) => phone !== null || !numbered.has(name))
}
