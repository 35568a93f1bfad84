import type { IncidentKind } from './ticketDocuments'

/** What an incident is (事件类型), in the order in which the desk is asked; an inquiry is none, but is asked for beside them. */
export const INCIDENT_KINDS: readonly IncidentKind[] = [
  'power', 'network', 'hardware', 'application', 'virus', 'mail_virus', 'denial_of_service', 'exploit', 'malicious_code', 'human_error', 'other', 'inquiry',
]
