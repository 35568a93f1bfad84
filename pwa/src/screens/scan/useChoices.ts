import type { Ref } from 'vue'
import { computed, ref, watch } from 'vue'
import { scanTag } from '@/actions/scanTag'
import type { RoundBook, ScanResult } from '@/domain/types'
import type { ChoiceHint } from './scanProblem'

export interface CodeChoice {
  readonly text: string
  readonly number: number
  readonly result: ScanResult | null
  readonly hint: ChoiceHint
}
interface Numbered {
  readonly text: string
  readonly number: number
}

/** What each code in view is, so that frames and rows can say it. Looking a code up writes nothing. */
export function useChoices(codes: Ref<readonly Numbered[]>, roundId: Ref<string>, book: Ref<RoundBook | null>) {
  const known = ref(new Map<string, ScanResult>())

  watch(
    () => codes.value.map(({ text }) => text).join('\n'),
    async () => {
      for (const { text } of codes.value) {
        if (!known.value.has(text)) known.value.set(text, await scanTag(text, 'camera', roundId.value || null))
      }
    },
    { immediate: true },
  )

  return computed((): CodeChoice[] =>
    codes.value.map(({ text, number }) => {
      const result = (known.value.get(text) as ScanResult | undefined) ?? null
      return { text, number, result, hint: hintOf(result, book.value) }
    }),
  )
}

function hintOf(result: ScanResult | null, book: RoundBook | null): ChoiceHint {
  if (!result) return { kind: 'record' }
  if (result.kind === 'foreign' && result.forged) return { kind: 'forged' }
  if (result.kind !== 'asset') return { kind: result.kind }
  const at = book?.sheets.findIndex(({ asset }) => asset.id === result.asset.id) ?? -1
  const sheet = book?.sheets[at]
  if (sheet) return { kind: 'in_round', ordinal: at + 1, open_tickets: sheet.open_tickets.length }
  return { kind: book ? 'other_room' : 'record' }
}
