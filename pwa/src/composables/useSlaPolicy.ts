import type { Ref } from 'vue'
import type { SlaPolicy } from '../domain/types'
import type { SlaPolicyBody } from '../rules/slaPolicy'
import { docsInProject, live } from './inProject'

/** The clock policy that a ticket registered now would begin with; null while the project has none on this device. */
export function useSlaPolicy(): Readonly<Ref<SlaPolicyBody | null>> {
  return live(async ({ db }, project) => {
    const versions = (await docsInProject(db, 'sla_policy', project)).sort((a: SlaPolicy, b: SlaPolicy) => b.version - a.version)
    return (versions[0]?.body as unknown as SlaPolicyBody | undefined) ?? null
  })
}
