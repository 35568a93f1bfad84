import { getDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import { tagOfCode, tagOrigins } from '../db/tags'
import type { ScanMethod, ScanResult, Tag } from '../domain/types'
import { roundAssetIds } from '../rules/items'
import { judgeTag, readScanned, readTypedCode } from '../rules/tags'
import { requirePhone } from '../sync/currentPhone'

/** Say what a code is. A pure look-up, writes nothing; recordScan writes the proof of presence. */
export async function scanTag(raw: string, method: ScanMethod, roundId: string | null = null): Promise<ScanResult> {
  const { db } = requirePhone()
  return method === 'typed' ? typed(db, raw, roundId) : scanned(db, raw, roundId)
}

async function typed(db: PersonDatabase, raw: string, roundId: string | null): Promise<ScanResult> {
  const { code } = readTypedCode(raw)
  if (code === null) return { kind: 'bad_code', text: raw }
  const tag = await tagOfCode(db, code)
  if (tag === null) return { kind: 'unknown', code }
  return tag.revoked_at === null ? ours(db, tag, roundId) : revoked(db, tag)
}

async function scanned(db: PersonDatabase, raw: string, roundId: string | null): Promise<ScanResult> {
  const read = readScanned(raw)
  const tag = read === null ? null : await tagOfCode(db, read.code)
  const verdict = judgeTag(read, tag, [...(await tagOrigins(db)), globalThis.location?.origin ?? ''])
  if (tag !== null && verdict === 'ours') return ours(db, tag, roundId)
  if (tag !== null && verdict === 'revoked') return revoked(db, tag)
  if (read !== null && verdict === 'unknown') return { kind: 'unknown', code: read.code }
  return { kind: 'foreign', text: raw, forged: verdict === 'forged' }
}

async function ours(db: PersonDatabase, tag: Tag, roundId: string | null): Promise<ScanResult> {
  const asset = await getDocument(db, 'asset', tag.asset_id)
  if (asset === null) return { kind: 'unknown', code: tag.code }
  const round = await getDocument(db, 'round', roundId)
  return { kind: 'asset', asset, tag, in_round: round !== null && roundAssetIds(round).includes(asset.id) }
}

async function revoked(db: PersonDatabase, tag: Tag): Promise<ScanResult> {
  const [asset, replacement] = await Promise.all([getDocument(db, 'asset', tag.asset_id), getDocument(db, 'tag', tag.replaced_by_id)])
  return { kind: 'revoked', tag, asset, replacement }
}
