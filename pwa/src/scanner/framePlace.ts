import type { DecodedCode } from './decoder'

/** Where a code lies on the screen. The picture fills its box (object-fit: cover), so its edges are cut off. Pure. */
export interface Size {
  readonly width: number
  readonly height: number
}
export interface Place extends Size {
  readonly left: number
  readonly top: number
}

const MARGIN = 8 // the frame stands around the code, not on it

export function framePlace({ corners }: Pick<DecodedCode, 'corners'>, picture: Size, box: Size): Place | null {
  if (corners.length === 0 || !picture.width || !picture.height) return null
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const shift_x = (box.width - picture.width * scale) / 2
  const shift_y = (box.height - picture.height * scale) / 2
  const xs = corners.map(({ x }) => x * scale + shift_x)
  const ys = corners.map(({ y }) => y * scale + shift_y)
  const left = Math.min(...xs) - MARGIN
  const top = Math.min(...ys) - MARGIN
  return {
    left: Math.round(left),
    top: Math.round(top),
    width: Math.round(Math.max(...xs) + MARGIN - left),
    height: Math.round(Math.max(...ys) + MARGIN - top),
  }
}

/** The part of the picture that digital zoom shows: its middle. */
export function zoomCut({ width, height }: Size, zoom: number): Place {
  return {
    left: Math.round((width - width / zoom) / 2),
    top: Math.round((height - height / zoom) / 2),
    width: Math.round(width / zoom),
    height: Math.round(height / zoom),
  }
}
