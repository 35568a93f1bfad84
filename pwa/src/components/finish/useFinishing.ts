/** The steps behind the finish page's button: the engineer's signature, then the client's hands or the server. */
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { signRound } from '@/actions/signRound'
import { submitRound } from '@/actions/submitRound'
import type { PageSaving } from '@/components/items/pageSaving'
import type { useSignature } from '@/components/signing/useSignature'
import { useMembers } from '@/composables/useMembers'
import { useSession } from '@/composables/useSession'
import type { RoundBook } from '@/domain/types'
import { useFormat } from '@/format/useFormat'

interface Finishing {
  readonly book: Ref<RoundBook | null>
  readonly saving: PageSaving
  readonly signature: ReturnType<typeof useSignature>
}

export function useFinishing({ book, saving, signature }: Finishing) {
  const { locale } = useI18n()
  const router = useRouter()
  const format = useFormat()
  const { person } = useSession()
  const members = useMembers()
  const me = computed(() => members.value?.find((member) => member.person_id === person.value?.id) ?? null)
  const name = computed(() => (me.value ? format.person(me.value) : person.value ? format.person(person.value) : ''))

  /** True once the engineer's signature stands, given now or before. */
  async function sign(): Promise<boolean> {
    const shown = book.value
    if (!shown) return false
    if (shown.signed.engineer_stands) return true
    const outcome = await saving.save('sign/engineer', () =>
      signRound(shown.round.id, {
        party: 'engineer',
        signer_name: name.value,
        signer_phone: me.value?.phone ?? null,
        on_behalf: false,
        strokes: signature.whole(),
        seal_photo_id: null,
        opinion: null,
        language: locale.value === 'en' ? 'en' : 'zh-CN',
      }),
    )
    if (outcome !== 'saved') return false
    await signature.done()
    return true
  }

  const params = () => ({ round: book.value?.round.id ?? '' })
  const receipt = () => router.push({ name: 'submitted', params: params() })

  async function submit(client_absent: boolean): Promise<void> {
    const id = book.value?.round.id
    if (!id || !(await sign())) return
    if ((await saving.save('submit', () => submitRound(id, { client_absent }))) === 'saved') await receipt()
  }

  return {
    me,
    submit,
    receipt,
    async handOver(): Promise<void> {
      if (await sign()) await router.push({ name: 'client', params: params() })
    },
  }
}
