/** What is told outside of the app, and to whom. */

export const MESSAGE_KINDS = [
  'assigned', 'raised', 'near', 'past', 'escalated', 'handed_over', 'confirmation_asked', 'client_confirmed', 'client_refused',
  'vendor_asked', 'vendor_answered', 'commented', 'phone_unseen', 'missed',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export const CHANNEL_KINDS = ['wecom', 'dingtalk', 'feishu', 'webhook', 'apprise'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

/** A group robot, a webhook or another receiver. `kinds`: which messages, empty: all; tickets of `least_severity` and worse. */
export interface ChannelWishes {
  readonly kind: ChannelKind
  readonly name: string
  readonly language: 'zh-CN' | 'en'
  readonly kinds: readonly MessageKind[]
  readonly least_severity: 1 | 2 | 3 | 4
}
export interface NewChannel extends ChannelWishes { readonly address?: string; readonly secret?: string | null }
/** As it is shown: of its address only the host is told. */
export interface Channel extends ChannelWishes {
  readonly id: string
  readonly host: string
  readonly has_secret: boolean
  readonly disabled_at: string | null
  readonly last_sent_at: string | null
  readonly waiting: number
}
export interface Channels { readonly mail: boolean; readonly channels: readonly Channel[] }

/** A message that did not go out again and again. */
export interface FailingMessage {
  readonly id: string
  readonly kind: string
  readonly ticket_id: string | null
  readonly number: string | null
  readonly to_zh: string | null
  readonly to_en: string | null
  readonly since: string
  readonly attempts: number
  readonly next_at: string
  readonly trouble: string
  readonly detail: string
}
