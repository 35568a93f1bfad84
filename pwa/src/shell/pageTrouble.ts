import { readonly, ref } from 'vue'

/** A page that could not be fetched (no network and not on disk yet) or that broke while it was drawn. */
export type PageTrouble = 'not_loaded' | 'broken'
const trouble = ref<PageTrouble | null>(null)

export const pageTrouble = readonly(trouble)

export function showPageTrouble(error: unknown): void {
  const fetching = error instanceof Error && /import|fetch|preload|module script/i.test(error.message)
  trouble.value = fetching ? 'not_loaded' : 'broken'
}

export function clearPageTrouble(): void {
  trouble.value = null
}
