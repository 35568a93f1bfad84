import type { RouteMeta } from 'vue-router'
import type { Session } from '@/composables/useSession'
import { wide } from './wide'

/** Who was taken out of every project still reaches the work that lies on this phone. */
export function mayOpen({ roles, administrators }: Pick<RouteMeta, 'roles' | 'administrators'>, { canSomewhere, is_administrator }: Pick<Session, 'canSomewhere' | 'is_administrator'>): boolean {
  if (administrators) return is_administrator.value
  return roles === undefined || canSomewhere(...roles) || !canSomewhere('engineer', 'supervisor', 'desk', 'client')
}

/** Where a person's day begins: the client at its reports, a supervisor at the desk at the review, everybody else at Today.
    Who administers a server without a project begins one. */
export function homeFor({ can, canSomewhere, is_administrator }: Pick<Session, 'can' | 'canSomewhere' | 'is_administrator'>): string {
  if (is_administrator.value && !canSomewhere('engineer', 'supervisor', 'desk', 'client')) return '/project/new'
  if (can('client') && !can('engineer', 'supervisor', 'desk')) return '/reports'
  return wide.value && can('supervisor', 'desk') ? '/review' : '/'
}
