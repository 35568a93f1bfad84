import { computed, ref } from 'vue'
import type { Ref } from 'vue'
import { RETURN_REASONS } from '@/rules/returnReasons'
import type { ReturnReason, ReturnReasons } from '@/domain/types'

/** The reason of each point that goes back: none is given beforehand, all are needed. */
export function useReturnReasons(points: Ref<readonly string[]>) {
  const given = ref<Record<string, ReturnReason>>({})
  const asked = ref(false)
  const lacking = computed(() => points.value.filter((id) => !given.value[id]))

  function give(id: string, reason: ReturnReason): void {
    given.value = { ...given.value, [id]: reason }
  }
  /** The n-th reason, for this point or else for the first that has none; gives the next that lacks one. */
  function giveByDigit(digit: string, at: string | null): string | null {
    const reason = RETURN_REASONS[Number(digit) - 1]
    const id = at ?? lacking.value[0]
    if (!reason || !id) return null
    give(id, reason)
    return lacking.value[0] ?? null
  }
  /** All of them, or null: then what lacks one is marked. */
  function all(): ReturnReasons | null {
    asked.value = true
    if (lacking.value.length > 0) return null
    return Object.fromEntries(points.value.flatMap((id) => (given.value[id] ? [[id, given.value[id]]] : [])))
  }
  function clear(): void {
    given.value = {}
    asked.value = false
  }
  return { given, lacking, is_lacking: (id: string) => asked.value && lacking.value.includes(id), give, giveByDigit, all, clear }
}
