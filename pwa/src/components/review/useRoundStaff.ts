import { computed } from 'vue'
import type { Ref } from 'vue'
import { useMembers } from '@/composables/useMembers'
import type { Member, RoundBook } from '@/domain/types'

/** Who walked the round: those who opened or submitted it; before that, those whom it was given to. */
export function useRoundStaff(book: Ref<RoundBook | null>) {
  const members = useMembers()
  return computed<Member[]>(() => {
    const { events = [], round, plan } = book.value ?? {}
    const walked = events.filter(({ name }) => name === 'opened' || name === 'submitted').map(({ by }) => by)
    const ids = walked.length > 0 ? walked : [...(round?.assignee_ids ?? []), ...(plan?.assignee_ids ?? [])]
    return (members.value ?? []).filter(({ person_id }) => ids.includes(person_id))
  })
}
