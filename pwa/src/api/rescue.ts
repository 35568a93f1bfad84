/** Handing in a rescue file. By XMLHttpRequest: fetch tells nothing of how far a long upload is. */
import { ApiError, NetworkError } from '../domain/errors'
import { errorOf } from './errors'
import type { components } from './schema'
import { PROTOCOL } from './wire'

export type RescueTaken = components['schemas']['RescueTaken']

const SILENCE_MS = 60_000
const TAKING_IN_MS = 10 * 60_000

/** `onProgress` is told the share that is sent, 0 to 1. Rejects with ApiError (its detail is for the person) or NetworkError. */
export function postRescueFile(file: Blob, language: string, onProgress: (share: number) => void): Promise<RescueTaken> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let silence: ReturnType<typeof setTimeout>
    const heard = (patience_ms = SILENCE_MS): void => {
      clearTimeout(silence)
      silence = setTimeout(() => {
        request.abort()
      }, patience_ms)
    }
    request.open('POST', '/api/rescue')
    request.setRequestHeader('Content-Type', 'application/zip')
    request.setRequestHeader('Accept-Language', language)
    request.setRequestHeader('X-Roundsman', '1')
    request.upload.onprogress = ({ loaded, total }) => {
      heard()
      if (total > 0) onProgress(loaded / total)
    }
    // From here on the server works on what it has; it may take its time.
    request.upload.onload = () => {
      heard(TAKING_IN_MS)
      onProgress(1)
    }
    request.onload = () => {
      const answer = answerOf(request)
      if (answer instanceof ApiError || answer instanceof NetworkError) reject(answer)
      else resolve(answer)
    }
    request.onerror = () => {
      reject(new NetworkError(navigator.onLine ? 'no_answer' : 'offline'))
    }
    request.onabort = () => {
      reject(new NetworkError('timeout'))
    }
    request.onloadend = () => {
      clearTimeout(silence)
    }
    heard()
    request.send(file)
  })
}

function answerOf(request: XMLHttpRequest): RescueTaken | ApiError | NetworkError {
  const body = parsed(request.responseText)
  if (request.status === 200 && isOurs(body)) return body
  if (request.status < 200) return new NetworkError('no_answer')
  return errorOf(new Response(null, { status: request.status === 204 ? 200 : request.status }), body)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isOurs = (body: unknown): body is RescueTaken => typeof body === 'object' && body !== null && 'protocol' in body && body.protocol === PROTOCOL
