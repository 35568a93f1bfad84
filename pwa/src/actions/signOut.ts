import { deleteSession } from '../api/session'
import { forgetLastPerson } from '../db/lastPerson'
import { unsentWork, type UnsentWork } from '../db/unsentWork'
import { closePhone, currentPhone } from '../sync/currentPhone'

export interface SignedOut { readonly signed_out: boolean; readonly unsent: UnsentWork }

/**
 * With unsent work and without force: signs nobody out and says what waits.
 * The person's database stays on the phone either way; signing in again goes on sending.
 */
export async function signOut({ force }: { force: boolean }): Promise<SignedOut> {
  const phone = currentPhone.value
  const unsent = phone === null ? { operations: 0, photos: 0 } : await unsentWork(phone.db)
  if (unsent.operations + unsent.photos > 0 && !force) return { signed_out: false, unsent }
  closePhone()
  await forgetLastPerson()
  // Without a network the server's session outlives this; it ends by itself, and the next sign-in replaces it.
  await deleteSession().catch(() => undefined)
  return { signed_out: true, unsent }
}
