import { assetsFile, getAssetIds } from '../api/assets'
import type { AssetWish } from '../domain/types'
import { useSession } from './useSession'

/** Asks the server for all assets that match, as many as can be changed at once. Throws without a network. */
export function useAssetIds(): (wish: AssetWish) => Promise<readonly string[]> {
  const { projectId } = useSession()
  return async (wish) => (projectId.value === null ? [] : (await getAssetIds(projectId.value, wish)).ids)
}

/** Where the list as it is narrowed is to be had as a file. */
export function useAssetFile(): (wish: AssetWish, kind: 'xlsx' | 'csv', language: string) => string {
  const { projectId } = useSession()
  return (wish, kind, language) => assetsFile(projectId.value ?? '', wish, kind, language)
}
