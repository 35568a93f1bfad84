import type { Asset, Place, Tag } from '@/domain/types'
import { formatCode } from '@/rules/tags'

/** 短码 7K3-M2QA·UPS-01·A机房 3排02柜: the muted lines under an asset's name; the code that is read aloud first and in one piece. */
interface Words {
  name(place: Place): string
  dot: string
  short_code(code: string): string
}

export function assetLine({ asset, place, room, tag }: { asset: Asset; place: Place | null; room: Place | null; tag: Tag | null }, words: Words): string {
  const names = [room, place].flatMap((each) => (each ? [words.name(each)] : []))
  const where = [...new Set(names), asset.position].filter(Boolean).join(' ')
  const short = tag && !tag.revoked_at ? unbroken(words.short_code(formatCode(tag.code))) : ''
  return [short, asset.code, where].filter(Boolean).join(words.dot)
}

/** Neither a space nor a hyphen ends the line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
