import { defineComponent } from 'vue'
import { useAppUpdate } from '@/composables/useAppUpdate'

/** Registers the service worker once the first screen is there, wherever the app was opened; draws nothing. */
export default defineComponent({
  setup() {
    useAppUpdate()
    return () => null
  },
})
