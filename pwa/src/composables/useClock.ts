import { computed, effectScope, getCurrentScope, onScopeDispose, type Ref, ref } from 'vue'
import { readMeta } from '../db/meta'
import { live } from './live'

const TICK_MS = 1_000
const ticks = ref(Date.now())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined
let clock: Readonly<Ref<Date>> | null = null

/** The server's time as far as we know it (phone time corrected by the measured skew), each second; one timer for all. */
export function useClock(): Readonly<Ref<Date>> {
  clock ??= effectScope(true).run(makeClock) ?? makeClock()
  if (getCurrentScope() !== undefined) {
    if (watchers++ === 0) start()
    onScopeDispose(() => {
      if (--watchers === 0) clearInterval(timer)
    })
  }
  return clock
}

function makeClock(): Readonly<Ref<Date>> {
  const skew = live(({ db }) => readMeta(db, 'clock'))
  return computed(() => new Date(ticks.value + (skew.value?.skew_ms ?? 0)))
}

function start(): void {
  ticks.value = Date.now()
  timer = setInterval(() => {
    ticks.value = Date.now()
  }, TICK_MS)
}
