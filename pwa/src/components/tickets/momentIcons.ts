/** One icon per kind of moment on a ticket's timeline; the word beside it says the same. */
import {
  AlarmClock, ArrowUp, BadgeCheck, Car, CheckCheck, CircleCheck, CircleSlash2, CircleX, Clock, CornerUpLeft, Factory, FileText, Flag, GitMerge, Hand, Link2Off,
  ListPlus, Mail, MapPin, MessageSquare, Package, PackageCheck, Pause, Phone, PhoneCall, Play, Stamp, Stethoscope, TrendingUp, Undo2, User, Users,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { TicketEventName } from '@/domain/types'

export const MOMENT_ICONS: Record<TicketEventName, Component> = {
  raised: Flag, joined: GitMerge, confirmed: Stamp, withdrawn: CircleSlash2, assigned: User, graded: TrendingUp, commented: MessageSquare,
  resolved: CircleCheck, reopened: CornerUpLeft, answered: Phone, accepted: Hand, on_way: Car, arrived: MapPin, guided: PhoneCall, diagnosed: Stethoscope,
  needs_part: Package, spare_placed: PackageCheck, paused: Pause, continued: Play, handed_over: Users, escalated: ArrowUp, session_held: Users,
  taken_back: Undo2, withdrawn_by_desk: CircleSlash2, reported_again: PhoneCall, left_over: ListPlus, confirmation_asked: Mail, client_confirmed: BadgeCheck,
  client_refused: CircleX, auto_confirmed: CheckCheck, near: Clock, past: AlarmClock, vendor_asked: Factory, vendor_answered: Factory, link_revoked: Link2Off, incident_written: FileText,
}
