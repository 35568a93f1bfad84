import type { Ref } from 'vue'
import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { addAssetToRound } from '@/actions/addAssetToRound'
import { openRound } from '@/actions/openRound'
import { recordScan } from '@/actions/recordScan'
import { scanTag } from '@/actions/scanTag'
import { useSaving } from '@/components/useSaving'
import type { Asset, RoundBook, RoundBrief, ScanMethod, Tag } from '@/domain/types'
import { announce } from '@/feedback/announce'
import { feel } from '@/feedback/feel'
import { useFormat } from '@/format/useFormat'
import type { ScanProblem } from './scanProblem'
import { problemOf } from './scanProblem'
import type { Arrival } from './useArrival'

interface Proof {
  readonly raw: string
  readonly method: ScanMethod
  readonly tag_id?: string | null
  readonly reason?: string | null
}
interface Options {
  readonly roundId: Ref<string>
  readonly book: Ref<RoundBook | null>
  /** Rounds under way, to find the one that an asset belongs to when the scanner was opened without one. */
  readonly briefs: Ref<readonly RoundBrief[]>
  /** The camera may take this text again only after it has left the picture. */
  readonly putAside: (text: string) => void
  /** Opened to arrive at a ticket: its asset's tag is what is wanted. */
  readonly arrival?: Arrival
}

/** From a code to the next screen: proof on disk first, then the asset; everything else is explained, never opened. */
export function useScanFlow({ roundId, book, briefs, putAside, arrival }: Options) {
  const { t } = useI18n()
  const router = useRouter()
  const format = useFormat()
  const saving = useSaving()
  const problem = shallowRef<ScanProblem | null>(null)
  const handling = ref(false)

  async function handle(raw: string, method: ScanMethod): Promise<void> {
    if (handling.value) return
    handling.value = true
    try {
      const result = await scanTag(raw, method, roundId.value || null)
      if (result.kind === 'asset') await useAssetOf(result, raw, method)
      else explain(problemOf(result), raw)
    } finally {
      handling.value = false
    }
  }

  async function useAssetOf(found: { asset: Asset; tag: Tag; in_round: boolean }, raw: string, method: ScanMethod): Promise<void> {
    if (arrival?.ticket.value) {
      if (!arrival.isItsAsset(found.asset)) return explain({ kind: 'other_asset', asset: found.asset }, raw)
      await saving.save(() => arrival.prove(found.tag, raw, method))
      return
    }
    const round = found.in_round ? roundId.value : roundOf(found.asset, briefs.value)
    if (round) return prove(round, found.asset, { raw, method, tag_id: found.tag.id })
    if (roundId.value) return explain({ kind: 'other_room', asset: found.asset, tag: found.tag, raw, method }, raw)
    feel('code')
    await router.replace({ name: 'asset', params: { asset: found.asset.id } })
  }

  /** Presence at an asset of a round: written, then shown. Not written: nothing moves until "save again" succeeds. */
  const prove = (round: string, asset: Asset, proof: Proof) => saving.save(() => writeProof(round, asset, proof)).then(() => undefined)

  async function writeProof(round: string, asset: Asset, proof: Proof): Promise<void> {
    await openFirst(round)
    await recordScan(round, asset, proof)
    feel('code')
    announce(t('scan.read', { asset: format.name(asset), code: asset.code }))
    await router.replace({ name: 'round-asset', params: { round, asset: asset.id } })
  }

  async function openFirst(round: string): Promise<void> {
    const brief = briefs.value.find(({ id }) => id === round)
    if (brief && !brief.started) await openRound(brief)
  }

  function explain(what: ScanProblem, raw: string): void {
    problem.value = what
    putAside(raw)
    feel('wrong')
  }

  async function addToRound(): Promise<void> {
    const is = problem.value
    if (is?.kind !== 'other_room') return
    await saving.save(async () => {
      await openFirst(roundId.value)
      await addAssetToRound(roundId.value, is.asset.id)
      await writeProof(roundId.value, is.asset, { raw: is.raw, method: is.method, tag_id: is.tag.id })
    })
  }

  const unreadable = (asset: Asset, reason: string) =>
    book.value ? prove(book.value.round.id, asset, { raw: '', method: 'unreadable', reason }) : Promise.resolve()

  return { handle, problem, explain, handling, saving, addToRound, unreadable, dismiss: () => (problem.value = null) }
}

function roundOf(asset: Asset, briefs: readonly RoundBrief[]): string | null {
  const mine = briefs.filter(
    ({ round, started }) => started && round && [...round.asset_ids, ...(round.extra_asset_ids ?? [])].includes(asset.id),
  )
  return mine.length === 1 ? (mine[0]?.id ?? null) : null
}
