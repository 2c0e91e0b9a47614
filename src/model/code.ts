import { readProgram } from '../code/read.js'
import type { Tree } from '../tree.js'
import type { DeclaredSchema } from './code/declared-schema.js'
import { ormSchemas } from './code/orm-schemas.js'
import type { Service } from './code/service.js'
import { servicesOf } from './code/services.js'
import type { Image, Workload } from './system.js'

/** What the code of the repository tells about what runs. */
export interface CodeFacts {
  readonly services: readonly Service[]
  /** What ORMs declare, before it is joined with migrations and deployments. */
  readonly schemas: readonly DeclaredSchema[]
}

/**
 * Reads the program code that production runs. Called only where there is code (`hasCode`). The syntax of the files is
 * dropped with this call: what stays are facts.
 */
export function codeOf(tree: Tree, workloads: readonly Workload[], images: readonly Image[]): CodeFacts {
  const program = readProgram(tree)
  const services = servicesOf(tree, program, workloads, images)
  return {
    services: services.map(({ code: _, entryPoints: __, ...service }) => service),
    schemas: ormSchemas(program, tree, workloads, services),
  }
}
