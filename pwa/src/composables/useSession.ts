import { computed, ref, type Ref } from 'vue'
import type { Project, Role, SessionPerson } from '../domain/types'

export interface Session {
  /** undefined until the first look at the disk; null: nobody is signed in on this phone. */
  readonly person: Ref<SessionPerson | null>
  /** Resolves once the disk has been asked who is signed in: for the router's first guard. */
  readonly ready: Promise<void>
  readonly projectId: Ref<string | null>
  readonly projects: Ref<readonly Project[]>
  readonly roles: Ref<readonly Role[]>
  can(...roles: Role[]): boolean
  chooseProject(id: string): void
}

/** Who works on this phone, in which project, with which rights. Works without a network. */
export function useSession(): Session {
  return {
    person: ref(null), ready: Promise.resolve(), projectId: ref(null), projects: ref([]), roles: computed(() => []),
    can: () => false, chooseProject: () => undefined,
  }
}
