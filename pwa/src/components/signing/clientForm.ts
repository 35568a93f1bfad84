/** What the client fills in beside the signature, and what is still missing of it. Pure. */
import type { Member } from '@/domain/types'

export interface ClientForm {
  /** A member's id, 'other' for a typed name, null before anybody chose. */
  readonly chosen: string | null
  readonly other_name: string
  readonly phone: string
  readonly on_behalf: boolean
  /** Who holds the pen for the one who was chosen. */
  readonly proxy_name: string
  readonly opinion: string | null
  readonly seal_photo_id: string | null
}
export type ClientLack = 'signature' | 'name' | 'other_name' | 'proxy_name'

export const OTHER = 'other'
export const EMPTY_FORM: ClientForm = {
  chosen: null, other_name: '', phone: '', on_behalf: false, proxy_name: '', opinion: null, seal_photo_id: null,
}

/** The first thing that keeps the client from handing back, in the order of the page. */
export function clientLack(form: ClientForm, inked: boolean): ClientLack | null {
  if (!inked) return 'signature'
  if (form.chosen === null) return 'name'
  if (form.chosen === OTHER && form.other_name.trim() === '') return 'other_name'
  return form.on_behalf && form.proxy_name.trim() === '' ? 'proxy_name' : null
}

/** Choosing oneself fills one's own phone number; a number typed by hand for another name is cleared with that name. */
export function choose(form: ClientForm, member: Pick<Member, 'id' | 'phone'> | null): ClientForm {
  return { ...form, chosen: member?.id ?? OTHER, phone: member?.phone ?? '' }
}

/** The draft that survived a restart, if it is one. */
export function formOf(draft: unknown): ClientForm | null {
  return typeof draft === 'object' && draft !== null && 'chosen' in draft ? { ...EMPTY_FORM, ...(draft as Partial<ClientForm>) } : null
}
