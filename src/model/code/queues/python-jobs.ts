import { definitionOf, externalName } from '../../../code/definitions.js'
import { indexOf } from '../../../code/file-index.js'
import { standsAside } from '../../../code/paths.js'
import type { Program } from '../../../code/program.js'
import type { Call, CodeFile } from '../../../code/syntax.js'
import { pathOf, peel } from '../../../code/walk.js'
import { JOB_LIBRARIES, type JobLibrary, type LibraryOfJobs } from '../../../knowledge/job-libraries.js'
import type { Span } from '../../../source.js'
import type { Tree } from '../../../tree.js'
import { deployTextsOf } from '../deploy-texts.js'
import { isApartFromProduction } from '../places.js'
import type { ServiceCode } from '../services.js'
import { productionFiles } from '../web/production-files.js'

/** That a service leaves work to workers of a library, and what the repository says of these. */
export interface SentJobs {
  readonly library: JobLibrary
  /** The first place. */
  readonly at: Span
  /** The code of a program that runs takes the jobs by itself. */
  readonly takenInCode: boolean
  /** A file that speaks of a worker, and that nothing which is deployed may run. */
  readonly spokenOf?: string
}

/** The libraries by which the code of a service sends jobs. */
export function sentJobs(
  program: Program,
  service: ServiceCode,
  services: readonly ServiceCode[],
  tree: Tree,
): readonly SentJobs[] {
  if (service.runtime !== 'python') return []
  const files = productionFiles(program, service).filter(({ language }) => language === 'python')
  return JOB_LIBRARIES.flatMap((library): SentJobs[] => {
    if (![...service.packages].some(name => library.packages.test(name))) return []
    if (files.some(file => library.eager.some(name => indexOf(file).words.has(name)))) return []
    const at = firstSent(program, files, library)
    if (!at) return []
    const takers = takersOf(program, library)
    const takenInCode = takers.some(file => services.some(({ code }) => code.includes(file)))
    const spokenOf = takers[0]?.path ?? textOfWorker(tree, library)
    return [{ library: library.library, at, takenInCode, ...(spokenOf !== undefined && { spokenOf }) }]
  })
}

function firstSent(
  program: Program,
  files: readonly CodeFile[],
  { calls, makes, packages }: LibraryOfJobs,
): Span | undefined {
  for (const file of files) {
    for (const call of calls.flatMap(name => indexOf(file).callsByName.get(name) ?? [])) {
      const isSent = makes
        ? isJob(program, file, call, makes)
        : file.imports.some(({ from }) => packages.test(from.split('.')[0] ?? '')) || calls.includes('enqueue_job')
      if (isSent) return { path: file.path, start: call.start, end: call.end }
    }
  }
  return undefined
}

/** `send_invoices.delay(…)`, where a decorator makes a job of the function. */
function isJob(program: Program, file: CodeFile, call: Call, makes: RegExp): boolean {
  const callee = peel(call.callee)
  if (callee.kind !== 'member') return false
  const found = definitionOf(program, { file, node: callee.object })
  return (
    found.kind === 'function' &&
    found.node.decorators.some(one => makes.test(pathOf(one.kind === 'call' ? one.callee : one)?.at(-1) ?? ''))
  )
}

const takers = new WeakMap<Program, Map<JobLibrary, readonly CodeFile[]>>()

/** The files that make a worker in code. */
function takersOf(program: Program, { library, takes, packages }: LibraryOfJobs): readonly CodeFile[] {
  const known = takers.get(program) ?? new Map<JobLibrary, readonly CodeFile[]>()
  takers.set(program, known)
  const found =
    known.get(library) ??
    [...program.files.values()].filter(
      file =>
        file.language === 'python' &&
        !isApartFromProduction(file.path) &&
        (library === 'celery' || file.imports.some(({ from }) => packages.test(from.split('.')[0] ?? ''))) &&
        indexOf(file).calls.some(call => isTaker(program, file, call, takes, library)),
    )
  known.set(library, found)
  return found
}

function isTaker(program: Program, file: CodeFile, call: Call, takes: RegExp, library: JobLibrary): boolean {
  if (library === 'celery') return /(?:^|\.)worker_main$/.test(pathOf(call.callee)?.join('.') ?? '')
  const name = externalName(definitionOf(program, { file, node: call.callee }))
  return name !== undefined && takes.test(name)
}

const texts = new WeakMap<Tree, ReturnType<typeof deployTextsOf>>()

/** A file that starts or deploys something and names a worker. */
function textOfWorker(tree: Tree, { worker }: LibraryOfJobs): string | undefined {
  const known = texts.get(tree) ?? deployTextsOf(tree)
  texts.set(tree, known)
  return known.texts.find(({ path, text }) => !standsAside(path) && worker.test(text))?.path
}
