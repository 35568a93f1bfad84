import { ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { SignedCopy } from '@/domain/types'

/** The first eight figures of the signed content's SHA-256, as they are printed: 7F3A 91C2. */
export const checkCode = (content_hash: string): string =>
  `${content_hash.slice(0, 4)} ${content_hash.slice(4, 8)}`.toUpperCase()

/** Whether the copy that was kept still has the hash that was signed. null: not computed yet, or not computable here. */
export function useContentCheck(copy: Ref<SignedCopy | null>): Ref<boolean | null> {
  const matches = ref<boolean | null>(null)
  watch(
    copy,
    async (signed) => {
      matches.value = null
      if (!signed || !globalThis.crypto?.subtle) return
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signed.content))
      const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      if (copy.value?.id === signed.id) matches.value = hash === signed.content_hash
    },
    { immediate: true },
  )
  return matches
}
