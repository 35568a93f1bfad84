/** Hiding a part of a photo: asked first, because the pixels are gone afterwards; only while the photo has not left the phone. */
import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { hideInPhoto } from '@/actions/hideInPhoto'
import type { PageSaving } from '@/components/items/pageSaving'
import type { Photo, PhotoView } from '@/domain/types'
import type { Area } from './marks'
import { burnHidden } from './mosaic'

export function useHiding(view: Ref<PhotoView | null>, saving: PageSaving) {
  const { t } = useI18n()
  const asked = ref<Area | null>(null)
  const sent = ref(false)

  async function hide(image: HTMLImageElement | null): Promise<Photo | null> {
    const area = asked.value
    const photo = view.value?.photo
    asked.value = null
    if (!area || !photo || !image) return null
    const made: { photo: Photo | null } = { photo: null }
    await saving.save(`hide/${photo.id}`, async () => {
      made.photo ??= await hideInPhoto(photo, await burnHidden(image, [area]), t('round.withdraw_hidden'))
      sent.value = made.photo === null
    })
    return made.photo
  }

  return { asked, sent, hide }
}
