import { shallowRef } from 'vue'

/** The assets that were chosen in the list, on their way to the printer. */
export const chosenForLabels = shallowRef<readonly string[]>([])
