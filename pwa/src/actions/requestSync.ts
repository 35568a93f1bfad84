import { askForSync } from '../sync/currentPhone'
import { LOCAL_CHANGE } from '../sync/syncLoop'

/** Ask for a sync soon. Writing actions do so by themselves; screens only for 现在试一次. */
export function requestSync(reason: string = LOCAL_CHANGE): void {
  askForSync(reason)
}
