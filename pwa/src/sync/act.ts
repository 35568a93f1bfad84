/** What every writing action does: one transaction on the open phone, then ask for a sync. */
import type { PersonDatabase } from '../db/personDatabase'
import { askForSync, requirePhone } from './currentPhone'
import type { Identity, NewOperation } from './newOperation'
import { perform } from './perform'
import { LOCAL_CHANGE } from './syncLoop'

/** Gives the operation's id; null when `compose` found that there is nothing to write. */
export async function act(compose: (db: PersonDatabase, identity: Identity) => Promise<NewOperation | null>): Promise<string | null> {
  const phone = requirePhone()
  const op = await perform(phone, (identity) => compose(phone.db, identity))
  if (op !== null) askForSync(LOCAL_CHANGE)
  return op
}
