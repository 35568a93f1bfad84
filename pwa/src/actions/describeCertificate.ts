import { v7 } from 'uuid'
import type { Certificate, JsonObject } from '../domain/types'
import { act } from '../sync/act'
import { changed, subject } from '../sync/subjects'

export type CertificateWish = Pick<Certificate, 'name' | 'number' | 'issuer' | 'categories' | 'issued_on' | 'expires_on'>

/** Note a certificate of somebody, or change it. */
export async function describeCertificate(projectId: string, personId: string, wish: CertificateWish, id: string | null): Promise<void> {
  await act(async (db) => {
    if (id === null) {
      const key = { project_id: projectId, person_id: personId }
      const set = { ...wish, categories: [...wish.categories] } as unknown as JsonObject
      return { name: 'describe_certificate', edits: [{ doc: v7(), type: 'certificate', key, set }] }
    }
    const { doc } = await subject(db, 'certificate', id)
    const set = changed<Certificate>(doc, wish)
    return set === null ? null : { name: 'describe_certificate', edits: [{ doc: id, type: 'certificate', set }] }
  })
}

/** Entered by mistake or no longer held; null brings it back. */
export async function withdrawCertificate(id: string, at: string | null): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'certificate', id)
    const set = changed<Certificate>(doc, { withdrawn_at: at })
    return set === null ? null : { name: 'describe_certificate', edits: [{ doc: id, type: 'certificate', set }] }
  })
}
