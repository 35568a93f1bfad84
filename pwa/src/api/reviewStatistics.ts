/** What is sent back and why; read online, never kept. */
import type { ReviewStatistics } from '../domain/types'
import { http, spokenByUs } from './http'

export async function getReviewStatistics(projectId: string, days: number): Promise<ReviewStatistics> {
  return spokenByUs(await http({ method: 'GET', path: `/api/projects/${projectId}/review-statistics?days=${String(days)}` })) as ReviewStatistics
}
