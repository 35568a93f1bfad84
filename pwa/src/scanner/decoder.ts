export interface DecodedCode {
  readonly text: string
  /** Top left, top right, bottom right, bottom left; in pixels of the picture given. */
  readonly corners: readonly { readonly x: number; readonly y: number }[]
}

/** Find all QR codes in one picture or video frame. */
export async function detect(picture: ImageBitmap | HTMLVideoElement | Blob): Promise<DecodedCode[]> {
  throw new Error(`not built yet: ${String(picture)}`)
}
