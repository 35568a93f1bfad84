/** A tag that no label carries yet. The server has the last word; one chance in half a billion per tag is not worth a round trip. */
import { v7 } from 'uuid'
import { tagOfCode } from '../db/tags'
import type { PersonDatabase } from '../db/personDatabase'
import { CHECK_BYTES, makeCheck, makeCode } from '../rules/tags'

export interface FreshTag { readonly tag_id: string; readonly code: string; readonly check: string }

export async function freshTag(db: PersonDatabase): Promise<FreshTag> {
  let code = makeCode(randomBelow)
  while ((await tagOfCode(db, code)) !== null) code = makeCode(randomBelow)
  return { tag_id: v7(), code, check: makeCheck(crypto.getRandomValues(new Uint8Array(CHECK_BYTES))) }
}

/** Even over 0…bound-1: what would make the small numbers likelier is drawn again. */
function randomBelow(bound: number): number {
  const limit = 256 - (256 % bound)
  for (;;) {
    const [byte = limit] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < limit) return byte % bound
  }
}
