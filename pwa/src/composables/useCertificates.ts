import type { Ref } from 'vue'
import type { Certificate } from '../domain/types'
import { docsInProject, live } from './inProject'

/** Certificates of the chosen project's people that are held, those that end first in front. */
export function useCertificates(): Readonly<Ref<readonly Certificate[] | null>> {
  return live(async ({ db }, project) => {
    const held = (await docsInProject(db, 'certificate', project)).filter(({ withdrawn_at }) => withdrawn_at === null)
    return held.sort((a, b) => ((a.expires_on ?? '9999') < (b.expires_on ?? '9999') ? -1 : 1))
  })
}
