/** Labels of more assets than an address can name. */
import { httpFile } from './http'

export interface LabelWish { readonly sheet: string; readonly asset: readonly string[]; readonly start: number }

export const printLabels = (projectId: string, wish: LabelWish): Promise<Blob> =>
  httpFile({ method: 'POST', path: `/api/projects/${projectId}/labels.pdf`, body: wish })
