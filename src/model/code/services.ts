import type { Program } from '../../code/program.js'
import type { CodeFile } from '../../code/syntax.js'
import type { Environment } from '../../code/values.js'
import { fileName } from '../../paths.js'
import { type Span, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Started } from '../process/run-commands.js'
import type { Image, Workload } from '../system.js'
import type { EntryPoint } from './entry-points.js'
import { byFolder, type Found, findProgram, preparations } from './find-program.js'
import { type OwnImages, startedBy } from './own-images.js'
import type { ServiceFrame } from './service.js'

/** A service while its facts are gathered: with its code. */
export interface ServiceCode extends ServiceFrame {
  /** What the command names, where it names it: for `uvicorn app.main:app` the attribute is `app`. */
  readonly entryPoints: readonly EntryPoint[]
  /** Whether a command that starts it may answer requests. */
  readonly mayAnswer: boolean
  /** Every file that is loaded from the entries, sorted by path; of frameworks that load by folder, those too. */
  readonly code: readonly CodeFile[]
  /** The files that its workloads run before it, whatever they are told: seeds, checks. */
  readonly prepares: readonly string[]
}

/** What the workload's environment gives to its code. Variables that it does not set are not set. */
export function environmentOf(workload: Workload | undefined): Environment {
  return name => workload?.environment.get(name)?.value
}

/** The environment of the first workload of a service. What a platform sets is not known. */
export function serviceEnvironment({ workloads, platform }: ServiceFrame): Environment {
  const [first] = workloads
  if (first || !platform) return environmentOf(first)
  return () => unknown(platform.at, 'it is set on the platform')
}

/** The programs of the repository that production runs. Workloads whose code is not here have none. */
export function servicesOf(
  tree: Tree,
  program: Program,
  workloads: readonly Workload[],
  images: readonly Image[],
  own: OwnImages,
): readonly ServiceCode[] {
  const services = new Map<string, ServiceCode>()
  const add = (found: Found, started: Started, workload: Workload | undefined) => {
    const id = `service:${found.entries.join('+')}`
    const known = services.get(id)
    const prepares = preparations(started, tree, program).filter(path => !found.entries.includes(path))
    if (known) {
      if (workload)
        services.set(id, {
          ...known,
          mayAnswer: known.mayAnswer || mayAnswer(found),
          prepares: [...new Set([...known.prepares, ...prepares])],
          workloads: [...known.workloads, workload],
          weight: known.weight === 3 ? known.weight : workload.weight,
        })
      return
    }
    services.set(id, { ...serviceOf(id, found, program, started, workload), prepares })
  }
  for (const workload of workloads) {
    // What is built on nginx or a datastore runs that: the code in its folder went into files that it serves.
    if (workload.software && workload.software.kind !== 'runtime') continue
    const started = own.startedAs(workload)
    const found = findProgram(started, tree, program)
    if (found) add(found, started, workload)
  }
  for (const image of images) {
    if (image.origin !== 'built' || image.weight === 0 || image.usedBy.length > 0) continue
    const started = startedBy(image)
    const found = findProgram(started, tree, program)
    if (found) add(found, started, undefined)
  }
  return [...services.values()]
}

/** A program as a service, without what prepares it. */
export function serviceOf(
  id: string,
  found: Found,
  program: Program,
  started: Started,
  workload: Workload | undefined,
): Omit<ServiceCode, 'prepares'> {
  const paths = new Set([...program.reachableFrom(found.entries), ...byFolder(found, program)])
  const code = [...paths].sort().flatMap(path => program.files.get(path) ?? [])
  const at: Span = { path: found.entries[0] ?? started.at.path, start: 0, end: 0 }
  const image = started.image?.origin === 'built' ? started.image : undefined
  return {
    id,
    kind: 'service',
    name: workload?.name ?? image?.name ?? fileName(found.directory),
    weight: workload?.weight ?? image?.weight ?? 2,
    at,
    files: [...paths].sort(),
    runtime: found.runtime,
    directory: found.directory,
    workloads: workload ? [workload] : [],
    ...(image && { image }),
    entries: found.entries,
    entryPoints: found.entryPoints,
    mayAnswer: mayAnswer(found),
    isCertain: found.isCertain,
    code,
    packages: packagesOf(code, program),
  }
}

function mayAnswer({ entryPoints }: Found): boolean {
  return entryPoints.length === 0 || entryPoints.some(one => !one.answersNothing)
}

/** The outside packages that files import. */
function packagesOf(code: readonly CodeFile[], program: Program): ReadonlySet<string> {
  const packages = new Set<string>()
  for (const file of code) {
    for (const one of [...file.imports, ...file.exports]) {
      if (one.from === undefined || one.typeOnly) continue
      const target = program.target(file, one.from)
      if (target.kind === 'package') packages.add(target.name)
    }
  }
  return packages
}
