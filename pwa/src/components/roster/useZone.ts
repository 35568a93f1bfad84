import { computed, type Ref } from 'vue'
import { useSession } from '@/composables/useSession'

/** The time zone of the chosen project. */
export function useZone(): Readonly<Ref<string>> {
  const { projects, projectId } = useSession()
  return computed(() => projects.value.find(({ id }) => id === projectId.value)?.time_zone ?? 'Asia/Shanghai')
}
