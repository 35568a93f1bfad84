import { v7 } from 'uuid'
import type { Decision, JsonObject, ProjectWish } from '../domain/types'
import { renewSession } from '../sync/currentPhone'
import { decide } from '../sync/decide'

/** Begin a project; who does is its first supervisor, and is so on this phone when this resolves. */
export async function beginProject(wish: ProjectWish): Promise<{ decision: Decision; id: string }> {
  const id = v7()
  const args: JsonObject = { ...wish }
  const decision = await decide(() => Promise.resolve({ name: 'begin_project', doc: id, args, seen: {} }))
  if (decision.outcome === 'applied') await renewSession()
  return { decision, id }
}
