import type { Span } from '../source.js'
import type { BuildContext } from './image/build-context.js'
import type { System, Workload } from './system.js'

/** The ports that the code of a workload listens on: all of them. */
export interface CodePorts {
  readonly ports: readonly number[]
  /** The first call. */
  readonly at: Span
  /** What it is built from. */
  readonly context: BuildContext
}

/** Packages that fill the environment from a file, which may be beside the program without being in the repository. */
const FILLS_ENVIRONMENT = /^(?:dotenv|@nestjs\/config|env-cmd|node-env-file|config$|convict|nconf)/

/**
 * Where the code of a workload listens, if it is known in full: its entry is certain, all that it loads is here or public, and
 * each call names its port, by itself or through a variable of the workload. Undefined else.
 */
export function codePortsOf(workload: Workload, { services }: Pick<System, 'services'>): CodePorts | undefined {
  const [service, other] = services.filter(one => one.workloads.includes(workload))
  if (!service || other || !service.isCertain || !service.isWhole) return undefined
  const [first] = service.listening
  const context = workload.image?.context ?? service.image?.context
  if (!first || context?.present !== true) return undefined
  const isOpen =
    workload.environmentFiles?.some(file => !file.present) === true ||
    [...service.packages].some(name => FILLS_ENVIRONMENT.test(name))
  const ports = service.listening.map(({ port }) => {
    if (port.kind !== 'known' || (port.isFallback && isOpen)) return undefined
    // One program in several workloads: what a variable says is told of the first.
    if (port.variables.length > 0 && service.workloads.length > 1) return undefined
    const number = Number(port.value)
    return Number.isInteger(number) && number > 0 && number < 65_536 ? number : undefined
  })
  const known = ports.filter(port => port !== undefined)
  return known.length === ports.length ? { ports: [...new Set(known)], at: first.at, context } : undefined
}
