/**
 * Bytes of one photo by tus 1.0. Loaded on demand: the first screen does not pay for it.
 * Chunks adapt to the network so that each takes about five seconds: a broken connection costs that much at most.
 * Retries and back-off are sync/uploadPhotos.ts's; here one try ends in success or one error.
 */
import type { DetailedError, Upload } from 'tus-js-client'
import { ApiError, NetworkError } from '../domain/errors'
import { toNetworkError } from './errors'
import type { UploadWork } from './wire'

const ENDPOINT = '/files'
const FIRST_CHUNK_BYTES = 256 * 1024
const MIN_CHUNK_BYTES = 32 * 1024
const MAX_CHUNK_BYTES = 4 * 1024 * 1024
const CHUNK_TARGET_MS = 5_000
const SILENCE_MS = 30_000

export async function uploadBlob(work: UploadWork): Promise<void> {
  const tus = await import('tus-js-client')
  return new Promise((resolve, reject) => {
    const watch = new Watch(work, () => {
      reject(new NetworkError('timeout'))
    })
    const upload = new tus.Upload(work.blob, {
      endpoint: ENDPOINT,
      uploadUrl: work.upload_url,
      metadata: { hash: work.hash, mime: work.mime },
      headers: { 'X-Roundsman': '1' },
      chunkSize: FIRST_CHUNK_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false, // the address lies in our database, in the blob's row
      uploadDataDuringCreation: true,
      onUploadUrlAvailable: () => {
        if (upload.url !== null && upload.url !== work.upload_url) work.onAddress(upload.url).catch(reject)
      },
      onProgress: (sent) => {
        watch.heard()
        work.onProgress(sent)
      },
      onChunkComplete: (bytes) => {
        upload.options.chunkSize = nextChunkBytes(bytes, watch.sinceLastChunk())
      },
      onSuccess: () => {
        watch.end()
        resolve()
      },
      onError: (error) => {
        watch.end()
        reject(toUploadError(error))
      },
    })
    watch.start(upload)
  })
}

/** The chunk that would have taken the target time at the speed just measured, growing at most fourfold. */
export function nextChunkBytes(bytes: number, tookMs: number): number {
  const ideal = (bytes * CHUNK_TARGET_MS) / Math.max(tookMs, 1)
  return Math.round(Math.min(Math.max(ideal, MIN_CHUNK_BYTES), MAX_CHUNK_BYTES, bytes * 4))
}

export function toUploadError(error: Error | DetailedError): ApiError | NetworkError {
  const response = 'originalResponse' in error ? error.originalResponse : null
  if (response === null) return toNetworkError(error, false)
  const status = response.getStatus()
  const problem = problemOf(response.getBody())
  if (problem !== null) return new ApiError(problem.code, status, problem.detail ?? null, retryAfterMs(response.getHeader('Retry-After')))
  if (status === 429 || status === 503) return new ApiError('unavailable', status, null, retryAfterMs(response.getHeader('Retry-After')))
  return new NetworkError(status >= 500 || status === 0 ? 'no_answer' : 'captive_portal')
}

function problemOf(text: string): { readonly code: string; readonly detail?: string } | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? (body as { code: string }) : null
  } catch {
    return null
  }
}

const retryAfterMs = (value: string | undefined): number | null => {
  const seconds = Number(value ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : null
}

/** Ends an upload that has gone silent, or whose caller gave up. */
class Watch {
  private timer: ReturnType<typeof setTimeout> | undefined
  private chunkBegan = performance.now()
  private upload: Upload | undefined

  constructor(
    private readonly work: UploadWork,
    private readonly onSilence: () => void,
  ) {}

  start(upload: Upload): void {
    this.upload = upload
    this.work.signal.addEventListener('abort', this.stop)
    this.heard()
    if (this.work.signal.aborted) this.stop()
    else upload.start()
  }

  heard(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.stop, SILENCE_MS)
  }

  sinceLastChunk(): number {
    const took = performance.now() - this.chunkBegan
    this.chunkBegan = performance.now()
    return took
  }

  end(): void {
    clearTimeout(this.timer)
    this.work.signal.removeEventListener('abort', this.stop)
  }

  private readonly stop = (): void => {
    this.end()
    void this.upload?.abort().catch(() => undefined)
    this.onSilence()
  }
}
