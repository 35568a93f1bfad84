import { type Ref, shallowRef, watch } from 'vue'
import { waitingHere, type WaitingHere } from '../db/waitingHere'
import { currentPhone } from '../sync/currentPhone'

/** What others left on this phone to be sent; looked up when the person changes, since nobody else can add to it meanwhile. */
export function useWaitingHere(): Readonly<Ref<readonly WaitingHere[]>> {
  const waiting = shallowRef<readonly WaitingHere[]>([])
  watch(currentPhone, async (phone) => {
    const found = await waitingHere(phone?.person_id ?? null).catch(() => [])
    if (currentPhone.value === phone) waiting.value = found
  }, { immediate: true })
  return waiting
}
