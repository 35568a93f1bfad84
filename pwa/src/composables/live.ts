/**
 * A question to the open database that answers again whenever what it read has changed (in any tab).
 * null while loading or signed out. Never throws to the screen: an answer that fails keeps the last one and is asked again.
 */
import { liveQuery, type Subscription } from 'dexie'
import { onScopeDispose, type ShallowRef, shallowRef, watch, type WatchSource } from 'vue'
import { currentPhone } from '../sync/currentPhone'
import type { Phone } from '../sync/phone'

const AGAIN_AFTER_MS = 1_000

export function live<T>(read: (phone: Phone) => Promise<T>, ...subjects: WatchSource[]): Readonly<ShallowRef<T | null>> {
  return observe(read, { subjects, views: [] })
}

interface Dependencies {
  /** What the question is about: under another one the old answer must not stand. */
  readonly subjects: WatchSource[]
  /** How it is looked at (a filter, the hour): the old answer stays until the new one is there, nothing blinks. */
  readonly views: WatchSource[]
}

export function observe<T>(read: (phone: Phone) => Promise<T>, { subjects, views }: Dependencies): Readonly<ShallowRef<T | null>> {
  const value = shallowRef<T | null>(null)
  let subscription: Subscription | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(again)
    subscription?.unsubscribe()
    subscription = null
  }
  const ask = (phone: Phone | null): void => {
    stop()
    if (phone === null) return
    subscription = liveQuery(() => read(phone)).subscribe({
      next: (answer) => {
        value.value = answer
      },
      error: () => {
        again = setTimeout(ask, AGAIN_AFTER_MS, phone)
      },
    })
  }
  watch([currentPhone, ...subjects], () => {
    value.value = null
    ask(currentPhone.value)
  }, { immediate: true })
  if (views.length > 0) watch(views, () => ask(currentPhone.value))
  onScopeDispose(stop)
  return value
}
