import { reactive } from 'vue'

/** What a screen reader is told; AnnouncerRegions (in App.vue) holds the two live regions that carry it. */
export const announced = reactive({ polite: '', assertive: '' })

export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  // The same text twice is not read twice: a trailing no-break space makes it new.
  announced[urgency] = announced[urgency] === text ? `${text} ` : text
}
