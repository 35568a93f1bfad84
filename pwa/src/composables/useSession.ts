import { computed, effectScope, ref, type Ref, watch } from 'vue'
import { recoverDrafts } from '../actions/recoverDrafts'
import { documentsOfType } from '../db/documents'
import type { Project, Role, SessionPerson } from '../domain/types'
import { currentSession, reopenLastPhone } from '../sync/currentPhone'
import { live } from './live'
import { readSetting, writeSetting } from './settings'

export interface Session {
  /** null: nobody is signed in on this phone (or the disk has not been asked yet, see `ready`). */
  readonly person: Readonly<Ref<SessionPerson | null>>
  /** Resolves once the disk has been asked who is signed in: for the router's first guard. */
  readonly ready: Promise<void>
  readonly projectId: Readonly<Ref<string | null>>
  readonly projects: Readonly<Ref<readonly Project[]>>
  readonly roles: Readonly<Ref<readonly Role[]>>
  /** May begin projects in this installation. */
  readonly is_administrator: Readonly<Ref<boolean>>
  /** True when the person has one of these roles in the chosen project. */
  can(...roles: Role[]): boolean
  /** True when the person has one of these roles in any of their projects. */
  canSomewhere(...roles: Role[]): boolean
  chooseProject(id: string): void
}

let session: Session | null = null

/** Who works on this phone, in which project, with which rights. Works without a network. One for the whole tab. */
export function useSession(): Session {
  session ??= effectScope(true).run(makeSession) ?? makeSession()
  return session
}

function makeSession(): Session {
  const chosen = ref<string | null>(null)
  const person = computed(() => currentSession.value?.person ?? null)
  const grants = computed(() => currentSession.value?.grants ?? [])
  const known = live(({ db }) => documentsOfType(db, 'project'))
  const projects = computed(() => [...(known.value ?? [])].sort((a, b) => (a.code < b.code ? -1 : 1)))
  const projectId = computed(() => {
    const granted = grants.value.map((grant) => grant.project_id)
    return chosen.value !== null && granted.includes(chosen.value) ? chosen.value : (granted[0] ?? null)
  })
  const roles = computed(() => grants.value.find((grant) => grant.project_id === projectId.value)?.roles ?? [])
  watch(person, (now) => {
    chosen.value = now === null ? null : readSetting(`project.${now.id}`)
  }, { immediate: true, flush: 'sync' })
  const ready = reopenLastPhone().catch(() => undefined) // a database that cannot be opened: the sign-in page can still be shown
  void ready.then(() => currentSession.value && recoverDrafts()).catch(() => undefined) // the drafts stay on disk and show in their fields
  return {
    person,
    ready,
    projectId,
    projects,
    roles,
    is_administrator: computed(() => person.value?.is_administrator === true),
    can: (...wanted) => wanted.some((role) => roles.value.includes(role)),
    canSomewhere: (...wanted) => grants.value.some((grant) => wanted.some((role) => grant.roles.includes(role))),
    chooseProject: (id) => {
      chosen.value = id
      if (person.value !== null) writeSetting(`project.${person.value.id}`, id)
    },
  }
}
