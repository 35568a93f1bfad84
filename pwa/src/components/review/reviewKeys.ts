/** The review's keys (interface.md 3.13). Pure: what a key press means, so that a test can ask. */
export type ReviewAct =
  | 'next_item' | 'previous_item' | 'next_photo' | 'previous_photo' | 'zoom' | 'comment' | 'only_changes' | 'approve'
  | 'send_back' | 'next_round' | 'previous_round' | 'next_asset' | 'previous_asset' | 'take_over' | 'all_keys'

/** In the order in which the help lists them. */
export const REVIEW_KEYS: readonly { readonly act: ReviewAct; readonly key: string; readonly shown: string }[] = [
  { act: 'next_item', key: 'j', shown: 'J' },
  { act: 'previous_item', key: 'k', shown: 'K' },
  { act: 'next_asset', key: 'n', shown: 'N' },
  { act: 'previous_asset', key: 'p', shown: 'P' },
  { act: 'previous_photo', key: 'arrowleft', shown: '←' },
  { act: 'next_photo', key: 'arrowright', shown: '→' },
  { act: 'zoom', key: 'z', shown: 'Z' },
  { act: 'comment', key: 'c', shown: 'C' },
  { act: 'only_changes', key: 'v', shown: 'V' },
  { act: 'approve', key: 'a', shown: 'A' },
  { act: 'send_back', key: 'b', shown: 'B' },
  { act: 'next_round', key: ']', shown: ']' },
  { act: 'previous_round', key: '[', shown: '[' },
  { act: 'take_over', key: 't', shown: 'T' },
  { act: 'all_keys', key: '?', shown: '?' },
]

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  readonly target: EventTarget | null
}

const TYPED_IN = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]'
/** Widgets that give arrow keys a meaning of their own. */
const OWN_ARROWS = '[role=radio], [role=tab], [role=option], [role=slider], .own-arrows'

/** Every single character is off while typing, in an open dialog, and for who has switched them off; arrows stay. */
export function actOf(press: Press, single_characters: boolean): ReviewAct | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null
  const key = press.key.toLowerCase()
  const act = REVIEW_KEYS.find((known) => known.key === key)?.act
  if (!act) return null
  const at = press.target instanceof Element ? press.target : null
  if (at?.closest(TYPED_IN) || at?.closest('dialog')) return null
  const arrow = key.startsWith('arrow')
  if (arrow) return at?.closest(OWN_ARROWS) ? null : act
  return single_characters ? act : null
}
