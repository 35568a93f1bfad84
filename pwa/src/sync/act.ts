/** What every writing action does: one transaction on the open phone, then ask for a sync. */
import type { PersonDatabase } from '../db/personDatabase'
import { protectStorage } from '../db/storageSpace'
import { askForSync, requirePhone } from './currentPhone'
import type { Identity, NewOperation } from './newOperation'
import { perform } from './perform'
import { LOCAL_CHANGE } from './syncLoop'

let protection: Promise<unknown> | null = null

/** With the first thing that exists only here, the browser is asked not to evict it. */
function askForProtection(): void {
  protection ??= protectStorage()
}

/** Gives the operation's id; null when `compose` found that there is nothing to write. */
export async function act(compose: (db: PersonDatabase, identity: Identity) => Promise<NewOperation | null>): Promise<string | null> {
  const phone = requirePhone()
  const op = await perform(phone, (identity) => compose(phone.db, identity))
  if (op === null) return null
  askForSync(LOCAL_CHANGE)
  askForProtection()
  return op
}
