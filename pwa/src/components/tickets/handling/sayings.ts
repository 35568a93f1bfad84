/** What needs nothing but a person's words. */
export type Saying = 'answer' | 'guide' | 'part' | 'spare' | 'session' | 'withdraw'

export const SAYINGS: readonly { readonly act: Saying; readonly required: boolean }[] = [
  { act: 'answer', required: false },
  { act: 'guide', required: true },
  { act: 'part', required: true },
  { act: 'spare', required: true },
  { act: 'session', required: true },
  { act: 'withdraw', required: true },
]
