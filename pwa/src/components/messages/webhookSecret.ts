const BYTES = 32

/** What sender and receiver of a webhook share (Standard Webhooks): made here, copied to the receiver by hand. */
export function newWebhookSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES))
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}
