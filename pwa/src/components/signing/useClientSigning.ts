/** The client's page: what is filled in is on disk at each change; the confirmation fixes it as the signed copy. */
import { computed, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'
import { signRound } from '@/actions/signRound'
import type { PageSaving } from '@/components/items/pageSaving'
import { useMembers } from '@/composables/useMembers'
import type { Json } from '@/domain/types'
import { useFormat } from '@/format/useFormat'
import { choose, clientLack, EMPTY_FORM, formOf, OTHER, type ClientForm } from './clientForm'
import { useSignature } from './useSignature'

export function useClientSigning(roundId: Ref<string>, saving: PageSaving, shown_at: string) {
  const { t, locale } = useI18n()
  const format = useFormat()
  const members = useMembers()
  const signature = useSignature(roundId, 'client', saving)
  const form = shallowRef<ClientForm>(EMPTY_FORM)
  const key = computed(() => `client/${roundId.value}`)
  let touched = false

  const clients = computed(() =>
    (members.value ?? [])
      .filter((member) => member.roles.includes('client'))
      .sort((a, b) => format.person(a).localeCompare(format.person(b), locale.value)),
  )
  const lack = computed(() => clientLack(form.value, signature.inked.value))
  const signer = computed(() => {
    const member = clients.value.find((one) => one.id === form.value.chosen)
    const name = member ? format.person(member) : form.value.other_name.trim()
    return form.value.on_behalf ? t('finish.proxy_for', { proxy: form.value.proxy_name.trim(), name }) : name
  })

  watch(
    key,
    async (wanted) => {
      const draft = formOf(await loadDraft(wanted).catch(() => null))
      if (draft && !touched) form.value = draft
    },
    { immediate: true },
  )
  async function set(change: Partial<ClientForm>): Promise<void> {
    touched = true
    form.value = { ...form.value, ...change }
    await saving.save(`draft/${key.value}`, () => saveDraft(key.value, form.value as unknown as Json))
  }

  async function sign(): Promise<boolean> {
    const { phone, on_behalf, seal_photo_id, opinion } = form.value
    const outcome = await saving.save('sign/client', () =>
      signRound(roundId.value, {
        party: 'client',
        signer_name: signer.value,
        signer_phone: phone.trim() || null,
        on_behalf,
        strokes: signature.whole(),
        seal_photo_id,
        opinion: opinion?.trim() || null,
        language: locale.value === 'en' ? 'en' : 'zh-CN',
        shown_at,
      }),
    )
    if (outcome !== 'saved') return false
    await signature.done()
    await clearDraft(key.value).catch(() => undefined) // signed: a draft too many is stale, not lost
    return true
  }

  return {
    form, set, signature, clients, lack, sign,
    choose: (id: string) => set(choose(form.value, id === OTHER ? null : (clients.value.find((one) => one.id === id) ?? null))),
  }
}
