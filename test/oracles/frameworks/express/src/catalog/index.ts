export * from './catalog.router'
