import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { takePhoto, type PhotoPin } from '@/actions/takePhoto'
import { withdrawPhoto } from '@/actions/withdrawPhoto'
import { usePageSaving, type PageSaving } from '@/components/items/pageSaving'
import type { Photo } from '@/domain/types'
import { hasSpaceForPhotos } from './spaceForPhotos'

/** From the viewfinder to the disk. The picture stays in memory until it is stored: "save again" has it. */
export function usePhotoTaking(pin: () => PhotoPin, saving: PageSaving = usePageSaving()) {
  const { t } = useI18n()
  const finding = ref(false)
  const full = ref(false)
  /** How many pictures are on their way to the disk: seen, so that nobody leaves in that second. */
  const storing = ref(0)
  const justTaken = ref<string | null>(null)
  let taken = 0
  let replaces: Photo | null = null

  async function openFinder(): Promise<void> {
    full.value = !(await hasSpaceForPhotos())
    finding.value = !full.value
  }

  async function keep(image: Blob): Promise<Photo | null> {
    finding.value = false
    const old = replaces
    replaces = null
    const kept: { photo: Photo | null } = { photo: null }
    taken += 1
    storing.value += 1
    await saving.save(`photo/${taken}`, async () => {
      kept.photo ??= await takePhoto(pin(), image)
      justTaken.value = kept.photo.id
      // The first picture goes only when the second is on disk.
      if (old) await withdrawPhoto(old, t('round.withdraw_retaken'))
    }).finally(() => {
      storing.value -= 1
    })
    return kept.photo
  }

  function closeFinder(): void {
    finding.value = false
    replaces = null
  }

  async function retake(photo: Photo): Promise<void> {
    replaces = photo
    await openFinder()
  }

  async function withdraw(photo: Photo, reason: string): Promise<void> {
    await saving.save(`withdraw/${photo.id}`, () => withdrawPhoto(photo, reason))
    if (justTaken.value === photo.id) justTaken.value = null
  }

  return { finding, full, storing, justTaken, openFinder, closeFinder, keep, retake, withdraw }
}
