/** While the phone is in the client's hands every way leads back to the client's page, a killed and restarted browser included. */
import { readKept } from '../db/keptOnPhone'

/** A disk that does not answer shows nobody signed in either, so there is nothing to be kept from. */
export const lockedRound = (): Promise<string | null> => readKept('client_lock').catch(() => null)

interface Place {
  readonly name?: string | symbol | null | undefined
  readonly params: { readonly [name: string]: string | readonly string[] | undefined }
}
/** For the router: where to go instead; true when the way is free. */
export async function clientLockGuard(to: Place): Promise<true | { name: string; params: { round: string } }> {
  const round = await lockedRound()
  if (round === null || to.name === 'sign-in' || (to.name === 'client' && to.params['round'] === round)) return true
  return { name: 'client', params: { round } }
}
