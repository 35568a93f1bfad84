/** Which items are asked of what, and in which order they are shown, signed and printed. */
import type { Answer, Asset, Round, Template, TemplateItem } from '../domain/types'
import type { ConditionAnswer } from './conditions'
import { holds } from './conditions'

/** One thing to answer on a round: an item on an asset, or (asset null) on the whole round. */
export interface Cell<A extends Pick<Asset, 'id' | 'category'> = Asset> {
  readonly asset: A | null
  readonly item: TemplateItem
}

/** Items that this asset is asked: those of its category, and those of no category in particular. */
export function itemsOf(template: Pick<Template, 'items'>, asset: Pick<Asset, 'category'>): TemplateItem[] {
  const categories = (item: TemplateItem): readonly string[] => item.categories
  return inOrder(
    template.items.filter(
      (item) =>
        item.scope === 'asset' && (categories(item).length === 0 || categories(item).includes(asset.category)),
    ),
  )
}

/** Items that are asked once for the whole round (rows 6 and 7 of the paper form). */
export function roundItems(template: Pick<Template, 'items'>): TemplateItem[] {
  return inOrder(template.items.filter((item) => item.scope === 'round'))
}

/** The round's assets in walking order: the planned ones, then those added on the way. */
export function roundAssetIds(round: Pick<Round, 'asset_ids' | 'extra_asset_ids'>): string[] {
  return [...new Set([...round.asset_ids, ...(round.extra_asset_ids ?? [])])]
}

/** Everything to answer, as shown: asset by asset in the order given, then the round's own items. */
export function cellsOf<A extends Pick<Asset, 'id' | 'category'>>(
  template: Pick<Template, 'items'>,
  assets: readonly A[],
): Cell<A>[] {
  const onAssets = assets.flatMap((asset) => itemsOf(template, asset).map((item) => ({ asset, item })))
  return [...onAssets, ...roundItems(template).map((item) => ({ asset: null, item }))]
}

/** What the conditions read of an answer. */
export type ConditionalAnswer = ConditionAnswer & Pick<Answer, 'asset_id' | 'check_key'>

/**
 * Cells that their condition leaves out, by cellKey. What was answered there before is kept, and does not count.
 * An item that is hidden itself answers no other one's condition.
 */
export function hiddenCells(
  template: Pick<Template, 'items'>,
  assets: readonly Pick<Asset, 'id' | 'category'>[],
  answers: readonly ConditionalAnswer[],
): ReadonlySet<string> {
  const hidden = new Set<string>()
  if (template.items.every((item) => (item.shown_if ?? null) === null)) return hidden
  const byCell = new Map(answers.map((answer) => [cellKey(answer.asset_id, answer.check_key), answer]))
  const look = (assetId: string | null, items: readonly TemplateItem[], known: Map<string, ConditionAnswer>): void => {
    for (const item of items) {
      const key = cellKey(assetId, item.check_key)
      const answer = byCell.get(key)
      if (!holds(item.shown_if, known)) hidden.add(key)
      else if (answer !== undefined) known.set(item.check_key, answer)
    }
  }
  const ofRound = new Map<string, ConditionAnswer>()
  look(null, roundItems(template), ofRound) // first: any item may ask them
  for (const asset of assets) look(asset.id, itemsOf(template, asset), new Map(ofRound))
  return hidden
}

/** What is to be answered as the answers stand, in the order shown. */
export function shownCells<A extends Pick<Asset, 'id' | 'category'>>(
  template: Pick<Template, 'items'>,
  assets: readonly A[],
  answers: readonly ConditionalAnswer[],
): Cell<A>[] {
  const hidden = hiddenCells(template, assets, answers)
  return cellsOf(template, assets).filter(({ asset, item }) => !hidden.has(cellKey(asset?.id ?? null, item.check_key)))
}

/** The key of a cell or an answer in a Map; `-` as in its id. */
export const cellKey = (assetId: string | null, checkKey: string): string => `${assetId ?? '-'}/${checkKey}`

/** In the order shown. */
export function inOrder<I extends Pick<TemplateItem, 'ordinal' | 'check_key'>>(items: readonly I[]): I[] {
  return [...items].sort((a, b) => a.ordinal - b.ordinal || (a.check_key < b.check_key ? -1 : a.check_key > b.check_key ? 1 : 0))
}
