import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, watch } from 'vue'
import { coverPage, uncoverPage } from './openDialogs'

/** Keep a native modal dialog in step with a boolean. */
export function useDialog(dialog: Readonly<Ref<HTMLDialogElement | null>>, open: Ref<boolean>) {
  function follow(): void {
    const element = dialog.value
    if (!element || element.open === open.value) return
    if (!open.value) return element.close()
    element.showModal()
    coverPage(close)
    element.querySelector<HTMLElement>('.head h2')?.focus() // a sheet says first what it is
  }
  const close = (): void => void (open.value = false)
  onBeforeUnmount(() => uncoverPage(close))
  onMounted(follow)
  watch(open, (now) => {
    if (!now) uncoverPage(close) // closed by Escape: the element is shut already
    follow()
  }, { flush: 'post' })

  return {
    /** A press beside the sheet closes it; one inside never does. */
    closeOnBackdrop(event: MouseEvent): void {
      if (event.target === dialog.value) open.value = false
    },
  }
}
