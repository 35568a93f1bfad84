import { computed, onBeforeUnmount, type Ref, watch } from 'vue'
import { useRoute } from 'vue-router'

/** `?wall=1`: for a screen on the wall. Dark whatever this browser's own theme is, and back to that afterwards. */
export function useWall(): Readonly<Ref<boolean>> {
  const route = useRoute()
  const wall = computed(() => 'wall' in route.query)
  let before: string | undefined
  const darken = (): void => {
    before ??= document.documentElement.dataset['theme'] ?? 'light'
    document.documentElement.dataset['theme'] = 'dark'
  }
  const giveBack = (): void => {
    if (before !== undefined) document.documentElement.dataset['theme'] = before
    before = undefined
  }
  watch(wall, (on) => (on ? darken() : giveBack()), { immediate: true })
  onBeforeUnmount(giveBack)
  return wall
}
