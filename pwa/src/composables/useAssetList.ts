import { computed, onScopeDispose, type Ref, shallowRef, watch } from 'vue'
import { getAssets } from '../api/assets'
import type { Asset, AssetPage, AssetRow, AssetWish, Place, Tag } from '../domain/types'
import { asDocument } from '../db/documents'
import { roomOf } from '../domain/places'
import { docsInProject, live } from './inProject'
import { readAssets } from './useAssets'
import { useOnline } from './useOnline'
import { useSession } from './useSession'
import { useSyncStatus } from './useSyncStatus'

export interface AssetList {
  /** null while the first answer is on its way; the last answer stays while the next one is. */
  readonly rows: Readonly<Ref<readonly AssetRow[] | null>>
  readonly count: Readonly<Ref<number>>
  readonly more_than: Readonly<Ref<boolean>>
  /** The server could not be asked: these are the assets that this device holds. */
  readonly from_device: Readonly<Ref<boolean>>
  readonly has_more: Readonly<Ref<boolean>>
  more(): Promise<void>
  /** Ask again, for something was changed. */
  again(): Promise<void>
}

const WAIT_MS = 200

/** Assets that match, asked of the server a page at a time; of this device where there is no network. */
export function useAssetList(wish: Readonly<Ref<AssetWish>>): AssetList {
  const { projectId } = useSession()
  const online = useOnline()
  const pages = shallowRef<readonly AssetPage[] | null>(null)
  const lost = shallowRef(false)
  const here = live((phone, project) => (lost.value ? readAssets(phone, project, wish.value) : Promise.resolve(null)), lost, wish)
  let question = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(many: number): Promise<void> {
    const mine = ++question
    const project = projectId.value
    if (project === null) return
    if (!online.value) {
      lost.value = true
      return
    }
    try {
      const found: AssetPage[] = []
      for (let after: string | null = null; found.length === 0 || (found.length < many && after !== null);) {
        const page: AssetPage = await getAssets(project, wish.value, after)
        if (mine !== question) return
        found.push(page)
        after = page.next
      }
      pages.value = found
      lost.value = false
    } catch {
      if (mine === question) lost.value = true
    }
  }
  watch(projectId, () => {
    pages.value = null
  })
  watch([projectId, online, wish], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void read(1), pages.value === null ? 0 : WAIT_MS)
  }, { immediate: true })
  onScopeDispose(() => {
    question += 1
    clearTimeout(timer)
  })

  const again = (): Promise<void> => read(pages.value?.length ?? 1)
  const work = useSyncStatus()
  watch(() => work.value?.operations, (now, before) => {
    if (now === 0 && before !== undefined && before > 0) void again() // what was changed here has been sent
  })
  const listed = useListed(pages)
  const rows = computed(() => (lost.value ? here.value : listed.value))
  return {
    rows,
    count: computed(() => (lost.value ? (here.value?.length ?? 0) : (pages.value?.[0]?.count ?? 0))),
    more_than: computed(() => !lost.value && (pages.value?.[0]?.more_than ?? false)),
    from_device: computed(() => lost.value),
    has_more: computed(() => !lost.value && pages.value?.at(-1)?.next != null),
    more: () => read((pages.value?.length ?? 0) + 1),
    again,
  }
}

/** The listed assets with their places; null until both are known. */
function useListed(pages: Readonly<Ref<readonly AssetPage[] | null>>): Readonly<Ref<readonly AssetRow[] | null>> {
  const places = live(async ({ db }, project) => new Map((await docsInProject(db, 'place', project)).map((place) => [place.id, place])))
  /** What this device knows of the listed ones: an own change shows before the server has it. */
  const known = live(async ({ db }) => {
    const ids = (pages.value ?? []).flatMap(({ docs }) => docs.filter(({ type }) => type === 'asset').map(({ id }) => id))
    return new Map((await db.documents.bulkGet(ids)).flatMap((row) => (row === undefined ? [] : [[row.id, asDocument<'asset'>(row)]])))
  }, pages)
  return computed(() => {
    const stands = places.value
    return pages.value && stands && pages.value.flatMap((page) => rowsOf(page, stands, known.value ?? new Map<string, Asset>()))
  })
}

function rowsOf({ docs, open_tickets }: AssetPage, places: ReadonlyMap<string, Place>, known: ReadonlyMap<string, Asset>): AssetRow[] {
  const of = <T>(type: string): T[] => docs.filter((doc) => doc.type === type).map(({ id, fields }) => ({ id, ...fields }) as T)
  const tags = new Map(of<Tag>('tag').map((tag) => [tag.asset_id, tag]))
  return of<Asset>('asset').map((listed) => known.get(listed.id) ?? listed).map((asset) => ({
    asset,
    place: places.get(asset.place_id ?? '') ?? null,
    room: roomOf(asset.place_id, places),
    tag: tags.get(asset.id) ?? null,
    open_tickets: open_tickets[asset.id] ?? 0,
  }))
}
