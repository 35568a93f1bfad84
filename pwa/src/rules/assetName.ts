/** How an asset is called where it must be told apart: name, then code. */
import type { Asset } from '../domain/types'
import { trimmed } from './blank'
import type { Language } from './language'
import { localised } from './language'

export function assetName(asset: Pick<Asset, 'code' | 'name_zh' | 'name_en'>, language: Language): string {
  const name = trimmed(localised(asset.name_zh, asset.name_en, language))
  return name.includes(asset.code) ? name : `${name} ${asset.code}`
}
