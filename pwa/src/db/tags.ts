/** The tag rows behind a code; every asset's tags are on the phone, so a scan needs no network. */
import type { Tag } from '../domain/types'
import { documentsOf } from './documents'
import { readMeta } from './meta'
import type { PersonDatabase } from './personDatabase'

export async function tagOfCode(db: PersonDatabase, code: string): Promise<Tag | null> {
  return (await documentsOf(db, 'tag', 'lookup', code))[0] ?? null
}

/** Origins whose labels are ours; stickers outlive software, so old ones count. */
export async function tagOrigins(db: PersonDatabase): Promise<string[]> {
  const config = await readMeta(db, 'config')
  return config === null ? [] : [config.tag_origin, ...config.tag_origins_old]
}
