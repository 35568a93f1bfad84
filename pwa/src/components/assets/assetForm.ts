import type { AssetForm } from '@/actions/addAsset'
import type { Asset } from '@/domain/types'

/** The fields of the form, as they are typed. "" is nothing. */
export type TypedAsset = Record<keyof AssetForm, string>

export const EMPTY_ASSET: TypedAsset = {
  code: '', name_zh: '', name_en: '', kind: 'device', category: '', place_id: '', position: '', end_a_id: '', end_b_id: '', brand: '', model: '', serial: '',
  importance: 'normal', state: 'in_use', installed_on: '', warranty_until: '', note: '',
}
const NAMES = Object.keys(EMPTY_ASSET) as (keyof AssetForm)[]
export const NEEDED = ['name_zh', 'code', 'category'] as const

export const typedOf = (asset: Asset): TypedAsset => Object.fromEntries(NAMES.map((name) => [name, asset[name] ?? ''])) as TypedAsset

/** What is missing of what every asset must have. */
export const lackingIn = (typed: TypedAsset): readonly (typeof NEEDED)[number][] => NEEDED.filter((name) => typed[name].trim() === '')

/** A name in one language stands for both; only a route has ends, only a device stands somewhere. */
export function assetOf(typed: TypedAsset): AssetForm {
  const said = Object.fromEntries(NAMES.map((name) => [name, typed[name].trim() || null])) as unknown as AssetForm
  const is_route = said.kind === 'route'
  return {
    ...said,
    name_en: said.name_en || said.name_zh,
    ...(is_route ? { position: null } : { end_a_id: null, end_b_id: null }),
  }
}
