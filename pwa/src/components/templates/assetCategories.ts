import type { AssetCategory } from '@/domain/types'

/** In the order of the paper form's rows. */
export const ASSET_CATEGORIES = [
  'live_display', 'recording', 'server', 'ups', 'camera', 'network', 'fibre', 'air_conditioning', 'training', 'system',
] as const satisfies readonly AssetCategory[]
