import { ref } from 'vue'
import { type LabelWish, printLabels } from '../api/labels'

/** Gets the labels of many assets and opens them as the link of few would. `failed`: the server did not give them. */
export function useManyLabels() {
  const busy = ref(false)
  const failed = ref(false)
  async function open(projectId: string, wish: LabelWish): Promise<void> {
    if (busy.value) return
    busy.value = true
    const pdf = await printLabels(projectId, wish).catch(() => null)
    busy.value = false
    failed.value = pdf === null
    if (pdf === null) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(pdf)
    link.download = `labels-${wish.sheet}.pdf`
    link.click()
    setTimeout(() => {
      URL.revokeObjectURL(link.href)
    }, 60_000)
  }
  return { busy, failed, open }
}
