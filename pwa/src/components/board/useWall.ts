import { computed, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { isWall } from '@/shell/wall'

/** Whether the page hangs on the wall. */
export function useWall(): Readonly<Ref<boolean>> {
  const route = useRoute()
  return computed(() => isWall(route))
}
