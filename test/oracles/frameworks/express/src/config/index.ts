export { API_PREFIX, PATHS } from './paths'

export const settings = {
  port: Number(process.env.PORT) || 3000,
  version: 'v1',
} as const
