import type { RouteLocationRaw } from 'vue-router'
import { useRouter } from 'vue-router'

/** The way back: where the person came from inside the app, else the place above (a link opened this page). */
export function useBack(above: () => RouteLocationRaw): () => void {
  const router = useRouter()
  return () => {
    const came_from = (window.history.state as { back?: string | null } | null)?.back
    if (came_from) router.back()
    else void router.replace(above())
  }
}
