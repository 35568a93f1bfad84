/**
 * Reading QR codes from a picture. Loaded on demand, wasm included: the first screen does not pay for it.
 * One way on every phone: native detectors differ in what they see, and none gives the same corners.
 */
import { prepareZXingModule, type ReadInputBarcodeFormat, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

export interface DecodedCode {
  readonly text: string
  /** Top left, top right, bottom right, bottom left; in pixels of the picture given. */
  readonly corners: readonly { readonly x: number; readonly y: number }[]
}

const FORMATS: ReadInputBarcodeFormat[] = ['QRCode']
const OPTIONS: ReaderOptions = { formats: FORMATS, tryHarder: true, maxNumberOfSymbols: 8 }
const MAX_EDGE_PX = 1_600 // a tag at arm's length has enough pixels; more only cost time on a slow phone

// Or it asks a foreign host for the wasm.
prepareZXingModule({ overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path) } })

/** Find all QR codes in one picture or video frame. */
export async function detect(picture: ImageBitmap | HTMLVideoElement | Blob): Promise<DecodedCode[]> {
  const source = picture instanceof Blob ? await createImageBitmap(picture, { imageOrientation: 'from-image' }) : picture
  try {
    const { pixels, scale } = pixelsOf(source)
    const found = await readBarcodes(pixels, OPTIONS)
    return found.filter((code) => code.isValid).map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
      text, corners: [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => ({ x: x / scale, y: y / scale })),
    }))
  } finally {
    if (picture instanceof Blob && 'close' in source) source.close()
  }
}

const canvas = document.createElement('canvas')

function pixelsOf(source: ImageBitmap | HTMLVideoElement): { pixels: ImageData; scale: number } {
  const width = 'videoWidth' in source ? source.videoWidth : source.width
  const height = 'videoHeight' in source ? source.videoHeight : source.height
  const scale = Math.min(1, MAX_EDGE_PX / Math.max(width, height, 1))
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('this browser draws no pictures')
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  return { pixels: pen.getImageData(0, 0, canvas.width, canvas.height), scale }
}
