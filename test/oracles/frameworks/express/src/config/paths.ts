export const API_PREFIX = '/api'

export enum PATHS {
  Invoices = '/invoices',
  Suppliers = '/suppliers',
}
