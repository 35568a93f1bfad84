import { ref, watch, type Ref } from 'vue'
import { readRoundFacts } from '../db/roundFacts'
import { shownContent } from '../domain/shownContent'
import type { RoundBook } from '../domain/types'
import { canonical, contentHash } from '../rules/signedContent'
import { requirePhone } from '../sync/currentPhone'

interface Shown { readonly language: 'zh-CN' | 'en'; readonly shown_at: string }

/** The hash that a signature given now would be for: what signRound fixes when it is told the same `shown_at`. */
export function useContentHash(book: Ref<RoundBook | null>, shown: () => Shown): Ref<string | null> {
  const hash = ref<string | null>(null)
  let asked = 0
  watch(
    [book, () => shown().language],
    async () => {
      const mine = ++asked
      const found = book.value ? await hashOf(book.value.round.id, shown()).catch(() => null) : null
      if (mine === asked) hash.value = found
    },
    { immediate: true },
  )
  return hash
}

async function hashOf(roundId: string, { language, shown_at }: Shown): Promise<string | null> {
  const phone = requirePhone()
  const facts = await readRoundFacts(phone.db, roundId)
  if (facts === null) return null
  return contentHash(canonical(shownContent(facts, { language, time: shown_at, person_id: phone.person_id })))
}
