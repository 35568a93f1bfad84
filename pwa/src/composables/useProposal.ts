import { type Ref, shallowRef, watch } from 'vue'
import { getProposal } from '../api/proposal'
import type { Proposal, ProposalSubject } from '../domain/types'
import { useOnline } from './useOnline'
import { useSession } from './useSession'

/**
 * Who is proposed for a ticket about this asset and severity, the best first; null while nothing is asked or the server
 * cannot be: whoever assigns then chooses without it. An answer to an older question is not shown.
 */
export function useProposal(subject: Readonly<Ref<ProposalSubject | null>>): Readonly<Ref<Proposal | null>> {
  const { projectId } = useSession()
  const online = useOnline()
  const found = shallowRef<Proposal | null>(null)
  let question = 0
  watch([projectId, subject, online], async () => {
    const mine = ++question
    const [project, asked] = [projectId.value, subject.value]
    found.value = null
    if (project === null || asked === null) return
    const answer = await getProposal(project, asked).catch(() => null)
    if (mine === question) found.value = answer
  }, { immediate: true })
  return found
}
