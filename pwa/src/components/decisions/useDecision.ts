import { ref } from 'vue'
import type { Decision } from '@/domain/types'
import { feel } from '@/feedback/feel'

export type Undecided = Exclude<Decision, { outcome: 'applied' }> | { readonly outcome: 'failed' }

/** Take a decision once at a time and keep what came of it on screen: decisions are online, all or nothing. */
export function useDecision() {
  const busy = ref(false)
  const trouble = ref<Undecided | null>(null)

  /** True when it was applied. */
  async function decide(act: () => Promise<Decision>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    trouble.value = null
    const answer: Decision | { outcome: 'failed' } = await act().catch(() => ({ outcome: 'failed' as const }))
    busy.value = false
    if (answer.outcome === 'applied') return true
    trouble.value = answer
    feel('wrong')
    return false
  }

  return { busy, trouble, decide, dismiss: () => { trouble.value = null } }
}
