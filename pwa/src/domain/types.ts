export type * from './archive'
export type * from './documents'
export type * from './operations'
export type * from './views'
