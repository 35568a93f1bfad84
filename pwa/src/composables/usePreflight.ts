import { computed, onScopeDispose, type Ref, shallowRef } from 'vue'
import { readContact, readMeta } from '../db/meta'
import { storageSpace } from '../db/storageSpace'
import type { PreflightCheck } from '../domain/types'
import { live } from './live'
import { readDataOnPhone } from './preflight/dataOnPhone'
import { readBattery, readCamera } from './preflight/hardware'
import { batteryCheck, cameraCheck, clockCheck, dataCheck, storageCheck, unsentCheck } from './preflight/verdicts'
import { useSyncStatus } from './useSyncStatus'

const LOOK_AGAIN_MS = 5_000

/** Is this phone ready for the room? One entry a check, in the order of the screen. */
export function usePreflight(roundId: Ref<string>): Readonly<Ref<readonly PreflightCheck[] | null>> {
  const known = live(async ({ db }) => ({
    data: await readDataOnPhone(db, roundId.value), contact: await readContact(db), skew: await readMeta(db, 'clock'),
  }), roundId)
  const hardware = look(async () => ({ space: await storageSpace(), camera: await readCamera(), battery: await readBattery() }))
  const sync = useSyncStatus()
  return computed(() => {
    const [said, seen, waiting] = [known.value, hardware.value, sync.value]
    if (said === null || seen === null || waiting === null) return null
    const { rounds, operations, photos, oldest_at } = waiting
    return [
      storageCheck(seen.space),
      dataCheck(said.data, said.contact.up_to_date_at),
      clockCheck(said.skew),
      cameraCheck(seen.camera),
      unsentCheck({ rounds, operations, photos, oldest_at }, Date.now() + (said.skew?.skew_ms ?? 0)), // as `at` is
      batteryCheck(seen.battery, said.data.assets),
    ]
  })
}

/** What no database tells: asked at once and every few seconds, for the person may just be freeing space. */
function look<T>(ask: () => Promise<T>): Readonly<Ref<T | null>> {
  const seen = shallowRef<T | null>(null)
  const again = (): void => {
    ask().then((now) => {
      seen.value = now
    }, () => undefined)
  }
  const timer = setInterval(again, LOOK_AGAIN_MS)
  again()
  onScopeDispose(() => {
    clearInterval(timer)
  })
  return seen
}
