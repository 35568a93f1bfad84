import { onBeforeUnmount, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { PhotoView } from '@/domain/types'

/** The picture's address: null while it is looked for, '' when it can be had from nowhere. composables/photoUrl.ts frees it. */
export function usePhotoUrl(view: Ref<PhotoView | null>, size: 'thumb' | 'large'): Ref<string | null> {
  const url = ref<string | null>(null)
  let asked = 0
  watch(
    () => [view.value?.photo.id, view.value?.photo.hash, view.value?.state] as const,
    async ([id], before) => {
      const mine = ++asked
      if (id !== before?.[0]) url.value = null
      const found = (await view.value?.url(size).catch(() => null)) ?? ''
      if (mine === asked) url.value = found
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    asked += 1
  })
  return url
}
