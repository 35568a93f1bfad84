import { ref, type Ref } from 'vue'

export interface AppUpdate {
  /** A new version is installed and waits. */
  readonly ready: Ref<boolean>
  /** A round is being filled on this phone: do not offer the change now. */
  readonly round_under_way: Ref<boolean>
  apply(): Promise<void>
}

/** The service worker's update: never by itself, only when the person agrees between two rounds. */
export function useAppUpdate(): AppUpdate {
  return { ready: ref(false), round_under_way: ref(false), apply: () => Promise.resolve() }
}
