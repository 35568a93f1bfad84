/** The phones of a project's people: what may lie on each. Supervisors only, online. */
import type { KnownPhone } from '../domain/types'
import { http, spokenByUs } from './http'

export interface Phones { readonly this_device: string; readonly phones: readonly KnownPhone[] }

export async function getPhones(projectId: string): Promise<Phones> {
  return spokenByUs(await http({ method: 'GET', path: `/api/projects/${projectId}/phones` })) as Phones
}
