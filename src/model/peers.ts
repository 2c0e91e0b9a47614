import { isForConnecting, isNetworkScheme } from '../knowledge/client-addresses.js'
import type { Edge } from './edges.js'

/** Whether a variable surely tells where to connect to: a URL of a network protocol, or a host with a port beside it. */
export function isPeer({ variable, address, port }: Edge): boolean {
  if (!variable || !address || !isForConnecting(variable.name)) return false
  if (address.form === 'url') return address.scheme !== undefined && isNetworkScheme(address.scheme)
  return address.form === 'named' && port !== undefined
}
