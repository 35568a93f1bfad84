import { computed, type Ref } from 'vue'
import type { Member } from '../domain/types'
import { onDuty, type OnDuty } from '../rules/roster'
import { useClock } from './useClock'
import { useMembers } from './useMembers'
import { useShifts } from './useShifts'

export interface PersonOnDuty extends OnDuty { readonly member: Member }

/** Who is on duty now, and the number that is answered now; from this device, so also without a network. */
export function useOnDuty(): { readonly people: Readonly<Ref<readonly PersonOnDuty[]>>; readonly hotline: Readonly<Ref<Member | null>> } {
  const [shifts, members, clock] = [useShifts(), useMembers(), useClock()]
  const minute = computed(() => Math.floor(clock.value.getTime() / 60_000) * 60_000)
  const people = computed(() => onDuty(shifts.value ?? [], minute.value).flatMap((entry) => {
    const member = members.value?.find(({ person_id }) => person_id === entry.person_id)
    return member === undefined ? [] : [{ ...entry, member }]
  }))
  /** Whoever has the hot line by the roster; otherwise the service desk's own number. */
  const hotline = computed(() => people.value.find(({ duty }) => duty === 'hotline')?.member ?? members.value?.find(({ roles, phone }) => roles.includes('desk') && phone !== null) ?? null)
  return { people, hotline }
}
