import { readXlsForm } from '../api/xlsforms'
import { ApiError } from '../domain/errors'
import type { ReadXlsForm } from '../domain/types'

export type FormRead = { readonly form: ReadXlsForm } | { readonly wrong: string | null }

/** Read an XLSForm; `wrong`: the server's sentence for what it cannot read, null without a network. */
export async function readForm(file: File): Promise<FormRead> {
  try {
    return { form: await readXlsForm(file) }
  } catch (error) {
    return { wrong: error instanceof ApiError ? error.detail : null }
  }
}
