export const GLOBAL_PREFIX = 'api'
export const CATALOG = { root: 'catalog', items: 'items' } as const
