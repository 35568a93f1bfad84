/** The three ways in which something can fail for the person; everything else is a programming error. */

/** The server answered, and said no. `code` is from the server's catalogue; `detail` is text for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly retry_after_ms: number | null
  /** Finer than the code, where the server tells two cases apart: `whole_file` of a checksum mismatch. */
  readonly reason: string | null
  /** Per field of what was sent: what is wrong with it, in the reader's language. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string | null = null,
    { retry_after_ms = null, reason = null, fields = {} }: { readonly retry_after_ms?: number | null; readonly reason?: string | null; readonly fields?: Readonly<Record<string, readonly string[]>> } = {},
  ) {
    super(detail ?? code)
    this.retry_after_ms = retry_after_ms
    this.reason = reason
    this.fields = fields
  }
}

/** Nobody answered, or somebody who is not our server (a captive portal's login page). */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  constructor(readonly kind: 'offline' | 'timeout' | 'captive_portal' | 'no_answer') {
    super(kind)
  }
}

/** It is not on disk. The screen keeps its content and says so (interface.md 4.2). */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  constructor(
    readonly kind: 'full' | 'timeout' | 'closed' | 'failed',
    options?: ErrorOptions,
  ) {
    super(kind, options)
  }
}

/** What the person entered cannot become an operation; `code` says which limit. Nothing was written. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  constructor(readonly code: 'too_large' | 'too_long' | 'forbidden_character' | 'not_an_image' | 'not_found' | 'not_allowed', readonly limit: number | null = null) {
    super(code)
  }
}
