import { ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { PhotoView } from '@/domain/types'

/** The picture's address: null while it is looked for, '' when it can be had from nowhere. */
export function usePhotoUrl(view: Ref<PhotoView | null>, size: 'thumb' | 'large'): Ref<string | null> {
  const url = ref<string | null>(null)
  watch(
    () => [view.value?.photo.id, view.value?.state] as const,
    async ([id], old) => {
      if (id !== old?.[0]) url.value = null
      const wanted = view.value
      if (!wanted) return
      const found = (await wanted.url(size).catch(() => null)) ?? ''
      if (view.value?.photo.id === id) url.value = found
    },
    { immediate: true },
  )
  return url
}
