import type { Asset, Place, Tag } from '@/domain/types'
import { formatCode } from '@/rules/tags'

/** UPS-01·A机房 3排02柜·短码 7K3-M2QA: the muted line under an asset's name. */
interface Words {
  name(place: Place): string
  dot: string
  short_code(code: string): string
}

export function assetLine({ asset, place, room, tag }: { asset: Asset; place: Place | null; room: Place | null; tag: Tag | null }, words: Words): string {
  const names = [room, place].flatMap((each) => (each ? [words.name(each)] : []))
  const where = [...new Set(names), asset.position].filter(Boolean).join(' ')
  return [asset.code, where, tag && !tag.revoked_at ? words.short_code(formatCode(tag.code)) : ''].filter(Boolean).join(words.dot)
}
