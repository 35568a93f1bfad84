/**
 * A picture as it is kept: turned upright, at most 2560 px, JPEG. Drawing it anew drops EXIF, position included;
 * what is to be known of it is declared in its operation. The thumbnail is made here, so that lists work offline.
 */
import { InvalidInput } from '../domain/errors'

const MAX_EDGE_PX = 2560
const QUALITY = 0.85
const THUMBNAIL_EDGE_PX = 320
const THUMBNAIL_QUALITY = 0.7

export interface EncodedPhoto {
  readonly blob: Blob
  readonly thumb: Blob
  /** SHA-256 of the bytes of `blob`, lower-case hex. */
  readonly hash: string
  readonly width: number
  readonly height: number
}

export async function encodePhoto(image: Blob): Promise<EncodedPhoto> {
  const bitmap = await decode(image)
  try {
    const large = fit(bitmap, MAX_EDGE_PX)
    const [blob, thumb] = await Promise.all([
      draw(bitmap, large, QUALITY),
      draw(bitmap, fit(bitmap, THUMBNAIL_EDGE_PX), THUMBNAIL_QUALITY),
    ])
    return { blob, thumb, hash: await sha256(blob), ...large }
  } finally {
    bitmap.close()
  }
}

export async function sha256(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export interface Size { readonly width: number; readonly height: number }

/** Never enlarged; no edge ends below one pixel. */
export function fit({ width, height }: Size, edge: number): Size {
  const scale = Math.min(1, edge / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function decode(image: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image, { imageOrientation: 'from-image' })
  } catch (error) {
    throw Object.assign(new InvalidInput('not_an_image'), { cause: error })
  }
}

async function draw(bitmap: ImageBitmap, size: Size, quality: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, size)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new InvalidInput('not_an_image') // no memory left for a picture of this size
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, size.width, size.height)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality)
  })
  canvas.width = 0 // frees its memory at once; cheap phones die of what the collector leaves lying
  if (blob === null) throw new InvalidInput('not_an_image')
  return blob
}
