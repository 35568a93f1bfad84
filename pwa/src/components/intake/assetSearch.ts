/** Assets by rough words: every piece must be found in name, code, place, category, tag or what it is. Pure. */
import type { AssetRow } from '@/domain/types'

export interface Named { readonly row: AssetRow; readonly told: string; readonly code: string; readonly tag: string }

/** `category`: its name in the reader's language. */
export function named(row: AssetRow, category: string): Named {
  const { asset, place, room, tag } = row
  const parts = [asset.code, asset.name_zh, asset.name_en, asset.brand, asset.model, asset.serial, asset.position, category,
    ...[place, room].flatMap((one) => (one === null ? [] : [one.code, one.name_zh, one.name_en]))]
  return { row, told: parts.filter((part) => part).join('\n').toLowerCase(), code: plain(asset.code), tag: (tag?.code ?? '').toLowerCase() }
}

/** Best first: the tag's short code, then the asset's code, then words. Chinese words may be run together: `大厅屏幕`. */
export function searchAssets(assets: readonly Named[], typed: string, most: number): AssetRow[] {
  const text = typed.trim().toLowerCase()
  if (text === '') return []
  const whole = plain(text)
  const pieces = text.split(/[\s,，、→]+/u).filter((piece) => piece !== '')
  return assets
    .map((one) => ({ row: one.row, rank: rankOf(one, whole, pieces) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || (a.row.asset.code < b.row.asset.code ? -1 : 1))
    .slice(0, most)
    .map(({ row }) => row)
}

function rankOf({ told, code, tag }: Named, whole: string, pieces: readonly string[]): number {
  if (whole !== '' && (tag === whole || code === whole)) return 9
  if (whole.length >= 3 && tag.startsWith(whole)) return 8
  if (whole !== '' && code.startsWith(whole)) return 7
  if (pieces.every((piece) => told.includes(piece))) return 6
  const pairs = pieces.flatMap(pairsOf)
  const found = pairs.filter((pair) => told.includes(pair)).length
  return pairs.length > 0 && found * 2 >= pairs.length ? (5 * found) / pairs.length : 0
}

/** Two neighbouring Chinese characters each; other words whole. */
const pairsOf = (piece: string): string[] =>
  /[\u3400-\u9fff]/u.test(piece) && piece.length > 2 ? Array.from({ length: piece.length - 1 }, (_, at) => piece.slice(at, at + 2)) : [piece]

const plain = (text: string): string => text.toLowerCase().replace(/[^0-9a-z]/gu, '')
