/** Who is proposed for a ticket; asked online, for it is a matter of now. */
import type { Proposal, ProposalSubject } from '../domain/types'
import { http, spokenByUs } from './http'

export async function getProposal(projectId: string, { asset_id, severity }: ProposalSubject): Promise<Proposal> {
  const asked = new URLSearchParams()
  if (asset_id !== null) asked.set('asset', asset_id)
  if (severity !== null) asked.set('severity', String(severity))
  return spokenByUs(await http({ method: 'GET', path: `/api/projects/${projectId}/proposal?${asked.toString()}` })) as Proposal
}
