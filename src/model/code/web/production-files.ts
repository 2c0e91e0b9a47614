import { standsAside } from '../../../code/paths.js'
import type { Program } from '../../../code/program.js'
import type { CodeFile } from '../../../code/syntax.js'
import { fileName } from '../../../paths.js'
import { isDevelopmentPath } from '../../purpose.js'
import type { ServiceCode } from '../services.js'

/**
 * The files of a service that production runs: what its entries import, whatever its name, and of what a framework loads
 * by folder not the tests, nor the settings of developers (`settings/local.py`).
 */
export function productionFiles(program: Program, service: ServiceCode): readonly CodeFile[] {
  const found = known.get(service)
  if (found) return found
  const reached = program.reachableFrom(service.entries)
  const files = service.code.filter(
    ({ path }) => reached.has(path) || !(standsAside(path) || isDevelopmentPath(fileName(path))),
  )
  known.set(service, files)
  return files
}

const known = new WeakMap<ServiceCode, readonly CodeFile[]>()
