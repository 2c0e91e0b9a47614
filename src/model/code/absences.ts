import type { Program } from '../../code/program.js'
import { loggingOf } from '../../knowledge/logging-libraries.js'
import type { Tree } from '../../tree.js'
import type { Workload } from '../system.js'
import { importsOf } from './imports.js'
import { printedLines } from './printed-lines.js'
import { safeguardModules } from './safeguard-modules.js'
import type { Service } from './service.js'
import type { ServiceCode } from './services.js'
import { ownNames, type StoreUses, storeUsesOf } from './store-clients.js'

/** What is known of a service that concerns what it does not use. */
export type Absence = Pick<Service, 'safeguards' | 'isWhole' | 'printed'>

/** What code does not use, of what is deployed or written. */
export interface Absences {
  readonly storeUses: StoreUses
  readonly of: (service: ServiceCode) => Absence
}

/** Asks the code of all services what it leaves aside. */
export function absencesOf(
  tree: Tree,
  program: Program,
  workloads: readonly Workload[],
  services: readonly ServiceCode[],
): Absences {
  const own = ownNames(tree)
  const safeguards = safeguardModules(tree, program, services)
  return {
    storeUses: storeUsesOf(tree, program, workloads, services, own),
    of: ({ id, code, packages }) => {
      const printed = loggingOf(packages) === 'console' ? printedLines(program, code) : undefined
      return {
        safeguards: safeguards.get(id) ?? [],
        isWhole: importsOf(program, code, own).isComplete,
        ...(printed && { printed }),
      }
    },
  }
}
