/** Gives the client's copy away: shared, saved as a file, or printed (which every phone can also do "to PDF"). */
import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PhotoView, RoundBook } from '@/domain/types'
import { useFormat } from '@/format/useFormat'
import type { SignedContent } from '@/rules/signedContent'
import { clientCopyHtml, type CopyPicture, type CopyWords } from './clientCopy'
import { findingsOf } from './finishAction'

const PICTURE_EDGE_PX = 480
const PICTURE_QUALITY = 0.75
const HELD_MS = 60_000

export function useClientCopy(book: Ref<RoundBook | null>) {
  const { t } = useI18n()
  const format = useFormat()
  const busy = ref(false)

  const some = (key: string, n: number) => (n > 0 ? t(key, { n }, n) : '')
  const words: CopyWords = {
    title: t('finish.copy_title'),
    made_here: t('finish.copy_made_here'),
    whole_round: t('round.whole_round'),
    check_code: t('finish.copy_signatures'),
    opinion: t('finish.opinion'),
    phone: t('finish.phone'),
    value: (value) => (value === null ? '' : t(`common.${value}`)),
    severity: (severity) => t(`round.severity_word_${severity}`),
    field: (field) => t(['problem', 'solution', 'cause', 'equipment', 'suggestion'].includes(field) ? `finish.box_${field}` : `round.field_${field}`),
    head: (field) => t(`finish.copy_${field}`),
    party: (party) => t(`finish.${party}_signature`),
    exact: (at) => `${format.isoDay(new Date(at))} ${format.exact(at)}`,
    counts: ({ normal, abnormal, not_applicable, photos }, unmeasured) =>
      [
        t('finish.n_normal', { n: normal }),
        some('finish.n_abnormal', abnormal),
        some('finish.n_not_applicable', not_applicable),
        some('finish.n_unmeasured', unmeasured),
        some('round.n_photos', photos),
      ]
        .filter(Boolean)
        .join(t('common.comma')),
  }

  async function html(): Promise<string | null> {
    const signed = book.value?.signed
    const copies = [signed?.engineer, signed?.client].filter((copy) => copy != null)
    const shown = signed?.client ?? signed?.engineer
    if (!book.value || !shown) return null
    const content = JSON.parse(shown.content) as SignedContent
    return clientCopyHtml({ content, copies, pictures: await picturesOf(book.value), words })
  }

  async function share(): Promise<void> {
    const page = await html()
    const round = book.value?.round
    if (page === null || !round) return
    const name = `${[t('finish.copy_file'), round.number ?? round.occurrence_date, format.name(round)].join('_').replace(/[\\/:*?"<>|\s]+/g, '_')}.html`
    const file = new File([page], name, { type: 'text/html' })
    if (navigator.canShare?.({ files: [file] })) {
      const outcome = await navigator.share({ files: [file], title: name }).catch((error: unknown) => error)
      // Closing the share sheet is an answer; a phone that cannot share this kind of file gets it as a download.
      if (outcome === undefined || (outcome instanceof DOMException && outcome.name === 'AbortError')) return
    }
    download(file)
  }

  async function print(): Promise<void> {
    const page = await html()
    if (page !== null) await printPage(page)
  }

  const once = (work: () => Promise<void>) => async () => {
    if (busy.value) return
    busy.value = true
    await work().finally(() => (busy.value = false))
  }
  return { busy, share: once(share), print: once(print) }
}

async function picturesOf(book: RoundBook): Promise<CopyPicture[]> {
  const found = findingsOf(book).flatMap((cell) => cell.photos.map((view) => ({ cell, view })))
  const pictures = await Promise.all(
    found.map(async ({ cell, view }) => {
      const data_url = await pictureOf(view)
      return data_url === null ? [] : [{ asset_id: cell.asset?.id ?? null, check_key: cell.item.check_key, data_url }]
    }),
  )
  return pictures.flat()
}

/** A small copy of the picture inside the file; null where the picture is not on this phone. */
async function pictureOf(view: PhotoView): Promise<string | null> {
  const url = await view.url('thumb').catch(() => null)
  if (url === null) return null
  const image = new Image()
  image.src = url
  try {
    await image.decode()
    const scale = Math.min(1, PICTURE_EDGE_PX / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/jpeg', PICTURE_QUALITY)
  } catch {
    return null // a picture less; what was signed is text and strokes
  }
}

function download(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(url), HELD_MS) // slow phones read it after the click
}

function printPage(page: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe')
    frame.style.cssText = 'position:fixed;width:1px;height:1px;opacity:0;border:0'
    frame.setAttribute('aria-hidden', 'true')
    frame.srcdoc = page
    frame.onload = () => {
      frame.contentWindow?.print()
      window.setTimeout(() => frame.remove(), HELD_MS)
      resolve()
    }
    document.body.append(frame)
  })
}
