/**
 * Bytes of one photo by tus 1.0. Loaded on demand: the first screen does not pay for it.
 * Chunks adapt to the network so that each takes about five seconds: a broken connection costs that much at most.
 * Retries and back-off are sync/uploadPhotos.ts's; here one try ends in success or one error.
 */
import type { DetailedError, HttpRequest, HttpResponse, Upload } from 'tus-js-client'
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
      onAfterResponse: stopUnlessGone,
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

type Answer = Pick<HttpResponse, 'getStatus' | 'getHeader' | 'getBody'>
const GONE = new Set([404, 410])
/** HEAD answers without a body, so that the status alone tells. */
const CODE_OF = new Map([[401, 'sign_in_required'], [403, 'forbidden']])

/**
 * The library begins a new upload whenever HEAD is answered with any error; a server that is only busy would then get
 * all bytes a second time. Only an address that is no longer known is a reason to begin anew.
 */
export function stopUnlessGone(request: Pick<HttpRequest, 'getMethod'>, response: Answer): void {
  const status = response.getStatus()
  if (request.getMethod() === 'HEAD' && status >= 300 && !GONE.has(status)) throw errorOf(response)
}

export function toUploadError(error: Error | DetailedError): ApiError | NetworkError {
  const cause = 'causingError' in error ? error.causingError : null
  if (cause instanceof ApiError || cause instanceof NetworkError) return cause
  const response = 'originalResponse' in error ? error.originalResponse : null
  return response === null ? toNetworkError(error, false) : errorOf(response)
}

function errorOf(response: Answer): ApiError | NetworkError {
  const status = response.getStatus()
  const problem = problemOf(response.getBody())
  const retry_after_ms = retryAfterMs(response.getHeader('Retry-After'))
  if (problem !== null) return new ApiError(problem.code, status, problem.detail ?? null, { retry_after_ms, reason: problem.reason ?? null })
  if (status === 429 || status === 503) return new ApiError('unavailable', status, null, { retry_after_ms })
  const code = CODE_OF.get(status)
  if (code !== undefined) return new ApiError(code, status)
  return new NetworkError(status >= 500 || status === 0 ? 'no_answer' : 'captive_portal')
}

interface Problem { readonly code: string; readonly detail?: string; readonly reason?: string }
function problemOf(text: string): Problem | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? (body as Problem) : null
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
