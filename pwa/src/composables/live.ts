/**
 * A question to the open database that answers again whenever what it read has changed (in any tab).
 * null while loading or signed out. Never throws to the screen: an answer that fails keeps the last one and is asked again.
 */
import { liveQuery, type Subscription } from 'dexie'
import { onScopeDispose, type ShallowRef, shallowRef, watch, type WatchSource } from 'vue'
import { currentPhone } from '../sync/currentPhone'
import type { Phone } from '../sync/phone'

const AGAIN_AFTER_MS = 1_000

export function live<T>(read: (phone: Phone) => Promise<T>, ...depends: WatchSource[]): Readonly<ShallowRef<T | null>> {
  const value = shallowRef<T | null>(null)
  let subscription: Subscription | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(again)
    subscription?.unsubscribe()
    subscription = null
  }
  const ask = (phone: Phone): void => {
    stop()
    // An async querier: only then does Dexie see what is read behind a native `await`.
    subscription = liveQuery(async () => read(phone)).subscribe({
      next: (answer) => {
        value.value = answer
      },
      error: () => {
        again = setTimeout(ask, AGAIN_AFTER_MS, phone)
      },
    })
  }
  watch(
    [currentPhone, ...depends],
    ([phone]) => {
      value.value = null // the old question's answer must not stand under the new one's heading
      stop()
      if (phone !== null) ask(phone as Phone)
    },
    { immediate: true },
  )
  onScopeDispose(stop)
  return value
}
