import type { Decision, Role } from '../domain/types'
import { decide } from '../sync/decide'

/** Give somebody exactly these roles in a project; none takes them out of it. Nobody changes their own. */
export async function changeRoles(projectId: string, personId: string, roles: readonly Role[]): Promise<Decision> {
  const whom = { project_id: projectId, person_id: personId }
  if (roles.length === 0) return decide(() => Promise.resolve({ name: 'revoke_role', doc: null, args: whom, seen: {} }))
  return decide(() => Promise.resolve({ name: 'grant_role', doc: null, args: { ...whom, roles: [...roles] }, seen: {} }))
}
