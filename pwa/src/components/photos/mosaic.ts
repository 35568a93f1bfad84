/** Hiding means that the pixels are gone: blocks so coarse that neither a face nor a screen's text can be guessed back. */
import type { Area, Size } from './marks'

const BLOCKS_ACROSS = 8
const LEAST_BLOCK_PX = 24

export interface Pixels extends Size {
  readonly data: Uint8ClampedArray
}

/** Replace every block of the area by its mean colour, in place. */
export function hideArea(pixels: Pixels, area: Area): void {
  const left = Math.floor(area.from[0] * pixels.width)
  const top = Math.floor(area.from[1] * pixels.height)
  const right = Math.min(pixels.width, Math.ceil(area.to[0] * pixels.width))
  const bottom = Math.min(pixels.height, Math.ceil(area.to[1] * pixels.height))
  const block = blockSize(right - left, bottom - top)
  for (let y = top; y < bottom; y += block) {
    for (let x = left; x < right; x += block) {
      flatten(pixels, { left: x, top: y, right: Math.min(x + block, right), bottom: Math.min(y + block, bottom) })
    }
  }
}

export function blockSize(width: number, height: number): number {
  return Math.max(LEAST_BLOCK_PX, Math.ceil(Math.max(width, height) / BLOCKS_ACROSS))
}

interface Block { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

function flatten(pixels: Pixels, block: Block): void {
  const sums = [0, 0, 0]
  const each = (visit: (offset: number) => void) => {
    for (let y = block.top; y < block.bottom; y += 1) {
      for (let x = block.left; x < block.right; x += 1) visit((y * pixels.width + x) * 4)
    }
  }
  each((offset) => sums.forEach((sum, i) => (sums[i] = sum + (pixels.data[offset + i] ?? 0))))
  const count = Math.max(1, (block.right - block.left) * (block.bottom - block.top))
  each((offset) => sums.forEach((sum, i) => (pixels.data[offset + i] = Math.round(sum / count))))
}

/** The picture with its areas hidden, as a new JPEG. */
export async function burnHidden(image: HTMLImageElement, areas: readonly Area[]): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.drawImage(image, 0, 0)
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
  for (const area of areas) hideArea(pixels, area)
  context.putImageData(pixels, 0, 0)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.9),
  )
}
