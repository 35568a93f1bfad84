import type { AssetCategory } from './documents'

export const ASSET_CATEGORIES: readonly AssetCategory[] = [
  'live_display', 'recording', 'server', 'ups', 'camera', 'network', 'fibre', 'air_conditioning', 'training', 'system',
]
