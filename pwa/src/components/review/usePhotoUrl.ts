import { onBeforeUnmount, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { PhotoView } from '@/domain/types'

/** The picture's address: null while it is looked for, '' when it can be had from nowhere. Freed when it is not shown any more. */
export function usePhotoUrl(view: Ref<PhotoView | null>, size: 'thumb' | 'large'): Ref<string | null> {
  const url = ref<string | null>(null)
  let asked = 0
  const free = (address: string | null) => {
    if (address?.startsWith('blob:')) URL.revokeObjectURL(address)
  }
  watch(
    () => [view.value?.photo.id, view.value?.photo.hash, view.value?.state] as const,
    async ([id], before) => {
      const mine = ++asked
      if (id !== before?.[0]) {
        free(url.value)
        url.value = null
      }
      const found = (await view.value?.url(size).catch(() => null)) ?? ''
      if (mine !== asked) return free(found)
      free(url.value)
      url.value = found
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    asked += 1
    free(url.value)
  })
  return url
}
