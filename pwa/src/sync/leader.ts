/**
 * One tab syncs, the others only ask it to (P12). The lock is released when the leader's tab dies, however it dies.
 * Safety does not depend on it: the server's numbering would catch two senders. It saves work and battery.
 */
export type Lead = (ended: AbortSignal) => Promise<void>

/** Lead for as long as `ended` is not aborted, as soon as nobody else does. */
export async function leadWhenFree(name: string, lead: Lead, ended: AbortSignal): Promise<void> {
  const { locks } = navigator
  if (locks === undefined) return lead(ended) // not a secure origin: one tab is all there is
  try {
    await locks.request(name, { signal: ended }, () => lead(ended))
  } catch (error) {
    if (!ended.aborted) throw error
  }
}

/** Messages between the tabs of one person. */
export interface TabMessage { readonly kind: 'sync wanted' | 'state'; readonly state?: unknown }

export function openChannel(name: string): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
}
