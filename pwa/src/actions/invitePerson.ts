import { v7 } from 'uuid'
import type { Decision, InvitationWish } from '../domain/types'
import { decide } from '../sync/decide'
import { seenDocuments } from '../sync/seenRound'

const TOKEN_BYTES = 32

/** Where somebody opens it: the token is made here and told nobody else; the server keeps its hash. */
export interface Invited { readonly decision: Decision; readonly path: string }

export async function invitePerson(projectId: string, wish: InvitationWish): Promise<Invited> {
  const token = newToken()
  const args = { project_id: projectId, token_hash: await sha256(token), ...wish, roles: [...wish.roles] }
  const decision = await decide(() => Promise.resolve({ name: 'invite_person', doc: v7(), args, seen: {} }))
  return { decision, path: `/join/${token}` }
}

/** Close the way in; who came by it stays. */
export async function revokeInvitation(id: string): Promise<Decision> {
  return decide(async (db) => ({ name: 'revoke_invitation', doc: id, args: {}, seen: await seenDocuments(db, [id]) }))
}

/** 256 bits in 43 characters that an address may hold. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
