import { computed, type Ref } from 'vue'
import type { RoundBook } from '../domain/types'
import { currentPhone } from '../sync/currentPhone'
import { buildBook } from './book/buildBook'
import { readAnswers, readHappenings, readHead, readPhotos, readSurroundings, readUnsent } from './book/readBook'
import { live } from './live'

/** A round with everything that hangs on it, joined. null while loading, and for a round that is not on this phone. */
export function useRound(id: Ref<string>): Readonly<Ref<RoundBook | null>> {
  const head = live((phone) => readHead(phone, id.value), id)
  const surroundings = live(async (phone) => {
    const found = await readHead(phone, id.value)
    return found === null ? null : readSurroundings(phone, found)
  }, id)
  const answers = live((phone) => readAnswers(phone, id.value), id)
  const photos = live((phone) => readPhotos(phone, id.value), id)
  const happenings = live((phone) => readHappenings(phone, id.value), id)
  const unsent = live((phone) => readUnsent(phone, id.value), id)
  return computed(() => {
    const person_id = currentPhone.value?.person_id
    const parts = [head.value, surroundings.value, answers.value, photos.value, happenings.value, unsent.value] as const
    const [round, around, given, pictures, happened, waiting] = parts
    if (person_id === undefined || !round || !around || !given || !pictures || !happened || !waiting) return null
    return buildBook({ person_id, ...round, ...around, answers: given, photos: pictures, ...happened, unsent: waiting })
  })
}
