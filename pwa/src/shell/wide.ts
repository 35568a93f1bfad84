import { readonly, ref } from 'vue'

/** Room for the desk's frame. The height counts too: a phone that lies on its side is wide, but still a phone. */
const DESK = '(min-width: 768px) and (min-height: 500px)'

const query = window.matchMedia(DESK)
const current = ref(query.matches)
query.addEventListener('change', (event) => (current.value = event.matches))

export const wide = readonly(current)
