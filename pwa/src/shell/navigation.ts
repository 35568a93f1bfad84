import {
  AlarmClock, Bell, BookOpen, BookUser, CalendarCheck, CalendarClock, CalendarDays, ClipboardCheck, ClipboardList, CloudUpload, FileCheck, Flag, Inbox,
  LayoutDashboard, PhoneCall, ScanQrCode, Server, User, Users, Wrench,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { Session } from '@/composables/useSession'

/** The places of the left navigation at the desk, in order. Only what this person can act on. */
export interface NavigationPlace {
  readonly to: string
  readonly label: string
  readonly icon: Component
  readonly count?: 'review' | 'tickets' | 'sync' | 'messages'
}

export function deskPlaces({ can }: Pick<Session, 'can'>): { upper: NavigationPlace[]; lower: NavigationPlace[] } {
  const upper: NavigationPlace[] = []
  if (can('supervisor', 'desk')) upper.push({ to: '/board', label: 'common.nav_board', icon: LayoutDashboard })
  if (can('supervisor', 'desk')) upper.push({ to: '/intake', label: 'common.nav_intake', icon: PhoneCall })
  if (can('supervisor', 'desk')) upper.push({ to: '/review', label: 'common.nav_review', icon: ClipboardCheck, count: 'review' })
  if (can('engineer', 'supervisor', 'desk')) {
    upper.push({ to: '/tickets', label: 'common.tab_tickets', icon: Wrench, count: 'tickets' })
    upper.push({ to: '/plans', label: 'common.nav_plans', icon: CalendarClock })
    upper.push({ to: '/roster', label: 'common.nav_roster', icon: CalendarDays })
    upper.push({ to: '/assets', label: 'common.nav_assets', icon: Server })
    upper.push({ to: '/problems', label: 'common.nav_problems', icon: Flag })
    upper.push({ to: '/reports', label: 'common.nav_archive', icon: FileCheck })
    upper.push({ to: '/contacts', label: 'common.nav_contacts', icon: BookUser })
    upper.push({ to: '/knowledge', label: 'common.nav_knowledge', icon: BookOpen })
  } else if (can('client')) {
    upper.push({ to: '/faults', label: 'common.nav_faults', icon: PhoneCall })
    upper.push({ to: '/reports', label: 'common.nav_reports', icon: FileCheck })
  }
  if (can('supervisor')) upper.push({ to: '/attention', label: 'common.nav_attention', icon: Inbox })
  if (can('supervisor')) upper.push({ to: '/people', label: 'common.nav_people', icon: Users })
  if (can('supervisor')) upper.push({ to: '/templates', label: 'common.nav_templates', icon: ClipboardList })
  if (can('supervisor')) upper.push({ to: '/settings/clocks', label: 'common.nav_policy', icon: AlarmClock })
  if (can('engineer', 'supervisor')) upper.push({ to: '/', label: 'common.tab_today', icon: CalendarCheck })
  if (can('engineer')) upper.push({ to: '/scan', label: 'common.tab_scan', icon: ScanQrCode })

  const lower: NavigationPlace[] = [{ to: '/messages', label: 'common.page_messages', icon: Bell, count: 'messages' }, { to: '/me', label: 'common.tab_me', icon: User }]
  // Only a client has nothing to send; who is in no project any more may still have work here.
  if (!can('client') || can('engineer', 'supervisor', 'desk')) lower.unshift({ to: '/sync', label: 'common.tab_sync', icon: CloudUpload, count: 'sync' })
  return { upper, lower }
}

/** Does a path belong to this place? Rounds are opened from Today and belong there. */
export function isInside(path: string, place: string): boolean {
  if (place === '/') return path === '/' || path.startsWith('/rounds/')
  if (place === '/assets' && (path === '/labels' || path === '/places')) return true
  return path === place || path.startsWith(`${place}/`)
}
