import type { RouteMeta } from 'vue-router'
import type { Session } from '@/composables/useSession'
import { wide } from './wide'

/** Who was taken out of every project still reaches the work that lies on this phone. */
export function mayOpen({ roles }: Pick<RouteMeta, 'roles'>, { canSomewhere }: Pick<Session, 'canSomewhere'>): boolean {
  return roles === undefined || canSomewhere(...roles) || !canSomewhere('engineer', 'supervisor', 'desk', 'client')
}

/** Where a person's day begins: the client at its reports, a supervisor at the desk at the review, everybody else at Today. */
export function homeFor({ can }: Pick<Session, 'can'>): string {
  if (can('client') && !can('engineer', 'supervisor', 'desk')) return '/reports'
  return wide.value && can('supervisor', 'desk') ? '/review' : '/'
}
