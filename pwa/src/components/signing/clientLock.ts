/** While the phone is in the client's hands every way leads back to the client's page, a restarted browser included. */
const KEY = 'roundsman-client-lock'

export function lockToClient(roundId: string): void {
  try {
    localStorage.setItem(KEY, roundId)
  } catch {
    // Storage switched off: the page still guards its own ways out.
  }
}
export function unlockFromClient(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was stored, so nothing locks.
  }
}
export function lockedRound(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

interface Place {
  readonly name?: string | symbol | null | undefined
  readonly params: { readonly [name: string]: string | readonly string[] | undefined }
}
/** For the router: where to go instead; true when the way is free. */
export function clientLockGuard(to: Place): true | { name: string; params: { round: string } } {
  const round = lockedRound()
  if (round === null || to.name === 'sign-in' || (to.name === 'client' && to.params['round'] === round)) return true
  return { name: 'client', params: { round } }
}
