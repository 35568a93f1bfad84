/**
 * One upload by tus-js-client as npm brings it: all that is special is said by its own options.
 * Reads what to do (JSON) from its first argument; writes one line of JSON for each thing that happens.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { DeadLine } from './deadLine.mjs'

const asked = JSON.parse(process.argv[2])
const tus = createRequire(asked.packages)('tus-js-client')
const content = asked.file === undefined ? Buffer.alloc(0) : readFileSync(asked.file)
const sizes = []
let pieces = 0
let patches = 0
let began = 0

const say = (what) => process.stdout.write(JSON.stringify(what) + '\n')

/** The value of Upload-Checksum for the piece that this request is about to send. */
function checksumOf(offset) {
  const piece = content.subarray(offset, offset + (asked.options.chunkSize ?? content.length))
  return 'sha1 ' + createHash('sha1').update(piece).digest('base64')
}

function onBeforeRequest(request) {
  began = performance.now()
  if (request.getMethod() !== 'PATCH') return
  patches += 1
  const offset = Number(request.getHeader('Upload-Offset'))
  const isHurt = patches === asked.hurt_patch
  if (asked.checksums) request.setHeader('Upload-Checksum', checksumOf(isHurt ? offset + 1 : offset))
  else if (isHurt) request.setHeader('Upload-Offset', String(offset + 1))
}

function onAfterResponse(request, response) {
  say({
    what: 'answer',
    method: request.getMethod(),
    status: response.getStatus(),
    offset: response.getHeader('Upload-Offset') ?? null,
    process: Number(response.getHeader('X-Process')),
    ms: performance.now() - began,
  })
}

/** Ends without waiting for connections that a test keeps hanging. */
function end(how, more = {}) {
  say({ what: 'end', how, url: upload.url, pieces: sizes, ...more })
  process.exit(0)
}

const hangs = () => say({ what: 'hangs', url: upload.url })
const port = asked.dies_after === undefined ? asked.port : await DeadLine.to(asked.port, asked.dies_after, hangs)
const origin = `http://127.0.0.1:${port}`
const upload = new tus.Upload(asked.as_stream ? Readable.from(slices(content)) : content, {
  endpoint: `${origin}/files`,
  metadata: { hash: asked.hash, mime: 'image/jpeg' },
  headers: { 'X-Roundsman': '1', Cookie: asked.cookie },
  httpStack: new tus.DefaultHttpStack({ agent: new Agent({ keepAlive: false }) }),
  retryDelays: null,
  ...asked.options,
  uploadUrl: asked.path == null ? null : origin + asked.path,
  onShouldRetry: asked.retries_statuses && ((error) => asked.retries_statuses.includes(error.originalResponse?.getStatus())),
  onBeforeRequest,
  onAfterResponse,
  onChunkComplete: (size) => {
    sizes.push(size)
    pieces += 1
    if (pieces === asked.abort_after) upload.abort(asked.terminates === true).then(() => end('aborted'), failed)
  },
  onSuccess: () => end('success'),
  onError: failed,
})

function failed(error) {
  const answer = error.originalResponse
  end('error', { status: answer?.getStatus() ?? 0, body: answer?.getBody() ?? String(error) })
}

function* slices(bytes) {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000)
}

upload.start()
