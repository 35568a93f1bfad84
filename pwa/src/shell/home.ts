import type { Session } from '@/composables/useSession'
import { wide } from './wide'

/** Where a person's day begins: the client at its reports, a supervisor at the desk at the review, everybody else at Today. */
export function homeFor({ can }: Pick<Session, 'can'>): string {
  if (can('client') && !can('engineer', 'supervisor', 'desk')) return '/reports'
  return wide.value && can('supervisor', 'desk') ? '/review' : '/'
}
