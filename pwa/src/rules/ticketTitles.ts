/** What a ticket raised by a round is called, and what its finding says, in both languages. */
import type { Answer, Asset, TemplateItem } from '../domain/types'
import { assetName } from './assetName'
import { isBlank, trimmed } from './blank'

export const MAX_TITLE = 120

export type NamedAsset = Pick<Asset, 'code' | 'name_zh' | 'name_en'>
export type NamedItem = Pick<TemplateItem, 'title_zh' | 'title_en'>
export type Words = Pick<Answer, 'seen' | 'actual' | 'indication' | 'remark'>

/**
 * Chinese and English title: which asset, which check. What was seen is the finding's text.
 * Paper rows are named for the good case (服务器工作正常), so a 正常 at the end turns into 异常.
 */
export function ticketTitles(
  asset: NamedAsset | null,
  item: NamedItem | null,
  checkKey: string,
): { readonly title_zh: string; readonly title_en: string } {
  const zh = `${trimmed(item?.title_zh ?? checkKey).replace(/正常$/, '')}异常`
  const en = `${trimmed(item?.title_en ?? checkKey)}: abnormal`
  return {
    title_zh: cut(asset === null ? zh : `${assetName(asset, 'zh-CN')}·${zh}`),
    title_en: cut(asset === null ? en : `${assetName(asset, 'en')} · ${en}`),
  }
}

/** The engineer's own words for it: what is seen, else what was measured or shown; byte for byte. */
export function findingText({ seen, actual, indication, remark }: Words): string | null {
  return [seen, actual, indication, remark].find((text) => !isBlank(text)) ?? null
}

/** By characters, as Python cuts: never through a 4-byte one. */
const cut = (title: string): string => [...title].slice(0, MAX_TITLE).join('')
