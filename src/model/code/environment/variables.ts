import { hasWord, indexOf, some } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import type { Call, CodeFile, Node } from '../../../code/syntax.js'
import { wordsLike } from '../../../code/vocabulary.js'
import { holds, pathOf } from '../../../code/walk.js'
import { parseEnvironmentFile } from '../../../parse/dotenv.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../../paths.js'
import { remembered } from '../../../remember.js'
import type { Tree } from '../../../tree.js'
import { containerFilesOf } from '../../container-files.js'
import { copyOf } from '../../image/build-steps.js'
import { workingDirectory } from '../../process/run-commands.js'
import type { Workload } from '../../system.js'
import { lastText } from '../last-text.js'
import type { ServiceCode } from '../services.js'
import { djangoSettingsFiles } from '../web/django-settings.js'
import { productionFiles } from '../web/production-files.js'
import { runsOf, surrounded } from '../web/runs-at-start.js'
import { assignedIn, isVariable } from './assigned-variables.js'
import { type Demand, demandsAt } from './demands.js'
import { type Misnamed, misnamedVariables } from './misnamed.js'
import { portReads } from './port-reads.js'
import { readsIn, type VariableRead } from './variable-reads.js'

/** What the code of a service wants of its environment. */
export interface ServiceVariables {
  /** Without these it does not start, by name. */
  readonly demanded: readonly Demand[]
  /** What its workloads set under a name that is almost one that it reads. */
  readonly misnamed: readonly Misnamed[]
  /** Why variables may also come from elsewhere than its workloads say, as a sentence without a full stop. */
  readonly open?: string
  /** Variables that a file in the container gives. */
  readonly given: ReadonlySet<string>
  /** Where it takes a variable that ends in `_PORT` for a number; looked for only where it runs on Kubernetes. */
  readonly ports: readonly VariableRead[]
}

/** Asks the code of a service for the variables that it demands and reads. */
export function variablesOf(program: Program, service: ServiceCode, tree: Tree): ServiceVariables {
  const files = productionFiles(program, service).filter(mentionsEnvironment)
  const none: ServiceVariables = { demanded: [], misnamed: [], given: new Set(), ports: [] }
  if (files.length === 0 || service.workloads.length === 0) return none
  const { open, given } = elsewhere(service, tree, files)
  const set = new Set(files.flatMap(assignedIn))
  const demanded = demandsOf(program, service, files).filter(one => !set.has(one.variable))
  const misnamed = open === undefined ? misnamedVariables(service, readsIn(program, files), tree, given) : []
  const isLinked = service.workloads.some(({ pod }) => pod?.linksServices)
  const ports = isLinked && open === undefined ? portReads(readsIn(program, files), tree) : []
  return { demanded, misnamed, given, ports, ...(open !== undefined && { open }) }
}

/** A cheap test before everything around nodes is kept. */
function mentionsEnvironment(file: CodeFile): boolean {
  const { calls } = indexOf(file)
  return (
    hasWord(file, isOfEnvironment) ||
    calls.some(takesVariable) ||
    (file.language === 'go' && hasTags(file)) ||
    file.imports.some(({ from }) => /settings|config|env/i.test(from))
  )
}

/** What the environment is read from, and bases of classes of settings. */
const isOfEnvironment = wordsLike(/^(?:env|environ|getenv|Getenv|LookupEnv)$|Settings$/)

function takesVariable({ arguments: [first] }: Call): boolean {
  return first?.kind === 'literal' && typeof first.value === 'string' && isVariable(first.value)
}

function hasTags(file: CodeFile): boolean {
  return holds(file.body, node => node.kind === 'class' && node.members.some(hasTag))
}

function hasTag(member: Node): boolean {
  return member.kind === 'field' && /\benv(?:config)?:/.test(member.tag ?? '')
}

function demandsOf(program: Program, service: ServiceCode, files: readonly CodeFile[]): readonly Demand[] {
  // Pages of Next.js are loaded when somebody asks for them.
  if (service.entryPoints.some(({ name }) => name === 'next')) return []
  const loaded = loadedAtStart(program, service)
  const found = files
    .filter(file => loaded.has(file))
    .flatMap(file =>
      [...surrounded(file)].flatMap(one =>
        one.isGuarded || one.isTried ? [] : demandsAt(program, one).map(demand => ({ demand, one })),
      ),
    )
  if (found.length === 0) return []
  const attributes = new Set(service.entryPoints.flatMap(({ attribute }) => attribute ?? []))
  const runs = runsOf(program, productionFiles(program, service), attributes, true)
  const byName = new Map<string, Demand>()
  for (const { demand, one } of found)
    if (!byName.has(demand.variable) && runs.atStart(one)) byName.set(demand.variable, demand)
  return [...byName.values()]
}

/** The files that are loaded with the entries: not those that a function imports when it is called. */
function loadedAtStart(program: Program, service: ServiceCode): ReadonlySet<CodeFile> {
  const loaded = new Set<CodeFile>()
  const waiting = [
    ...service.entries.flatMap(path => program.files.get(path) ?? []),
    ...djangoSettingsFiles(program, service),
  ]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (loaded.has(file)) continue
    loaded.add(file)
    waiting.push(...program.siblings(file))
    for (const one of [...file.imports, ...file.exports]) {
      if (one.from === undefined || one.typeOnly || ('deferred' in one && one.deferred)) continue
      const target = program.target(file, one.from)
      if (target.kind === 'files') waiting.push(...target.files)
      // `from package import module`
      if (file.language === 'python' && one.name !== undefined && one.name !== '*') {
        const inner = program.target(file, `${one.from.replace(/\.$/, '')}.${one.name}`)
        if (inner.kind === 'files') waiting.push(...inner.files)
      }
    }
  }
  return loaded
}

const LOADERS =
  /^(?:dotenv|dotenv-flow|dotenv-expand|dotenv-safe|@nestjs\/config|next|python-dotenv|decouple|python-decouple|environs|environ|django-environ|pydantic_settings|pydantic-settings|starlette|dynaconf|github\.com\/joho\/godotenv(?:\/.*)?|github\.com\/spf13\/viper|github\.com\/ilyakaznacheev\/cleanenv|@dotenvx\/dotenvx|env-cmd|nconf|config|convict|node-config-ts)$/
const STORES =
  /secret-?manager|vault|infisical|doppler|client-ssm|parameter-?store|azure\/(?:keyvault|app-configuration)|consul|etcd|hvac|1password/i

/** What else may give variables: a file in the container that the code loads, a store of secrets, a wrapper of the command. */
function elsewhere(
  service: ServiceCode,
  tree: Tree,
  files: readonly CodeFile[],
): { readonly open?: string; readonly given: ReadonlySet<string> } {
  const given = new Set<string>()
  const store = [...service.packages].find(name => STORES.test(name)) ?? storeOfAws(service, files)
  if (store !== undefined) return { open: `${store} may give it variables`, given }
  if (files.some(replacesWhole)) return { open: 'its code changes its environment as a whole', given }
  const wrapped = service.workloads.find(({ start }) => WRAPPED.test(start?.text ?? ''))
  if (wrapped) return { open: `the command of ${wrapped.name} may set variables`, given }
  const loader = [...service.packages].find(name => LOADERS.test(name))
  if (loader === undefined) return { given }
  const loaded = loadedFolders(files)
  if (typeof loaded === 'string') return { open: loaded, given }
  for (const workload of service.workloads) {
    const state = fileOf(workload, service, tree, loaded)
    if (typeof state === 'string') return { open: state, given }
    for (const name of state) given.add(name)
  }
  return { given }
}

/** Most use it for files and mail: it is a store of secrets where the client for one is asked for. */
function storeOfAws({ packages }: ServiceCode, files: readonly CodeFile[]): string | undefined {
  if (!packages.has('boto3')) return undefined
  return files.some(file => some(indexOf(file).texts, isStoreOfAws)) ? 'boto3' : undefined
}

const isStoreOfAws = remembered(/^(?:secretsmanager|ssm)$/)

/**
 * The folders in which `load_dotenv` of Python looks for its file: that of the code that calls it, and those around it
 * (https://saurabh-kumar.com/python-dotenv/reference/#find_dotenv). Why they are not known, where another name is given.
 */
function loadedFolders(files: readonly CodeFile[]): readonly string[] | string {
  const folders = new Set<string>()
  for (const file of files) {
    if (file.language !== 'python') continue
    for (const call of indexOf(file).calls) {
      if (pathOf(call.callee)?.at(-1) !== 'load_dotenv') continue
      const [first] = call.arguments.map(one =>
        one.kind === 'keyword' && one.name === 'dotenv_path' ? one.value : one,
      )
      const given =
        first && first.kind !== 'keyword' && pathOf(first)?.at(-1) !== 'find_dotenv' ? lastText(first) : '.env'
      if (given === undefined || fileName(given) !== '.env')
        return `its code loads ${given === undefined ? 'a file of variables' : given}, which may lie beside it`
      for (let folder = directoryOf(file.path); ; folder = directoryOf(folder)) {
        folders.add(folder)
        if (folder === '.') break
      }
    }
  }
  return [...folders]
}

const WRAPPED =
  /doppler|infisical|chamber|vault|aws-vault|op run|dotenv|env-file|envconsul|sops|berglas|summon|teller|(?:^|[\s;&])(?:source|\.)\s|\bexport\b|entrypoint|\bset -a\b/

/** The names in the `.env` of the working directory and of the folders of the repository, or why they are not known. */
function fileOf(
  workload: Workload,
  { image, directory }: ServiceCode,
  tree: Tree,
  folders: readonly string[],
): readonly string[] | string {
  const dockerfile = image?.dockerfile
  if (!image || !dockerfile) return 'a .env file may lie beside it'
  const inside = joinPath(workingDirectory({ ...workload, image }).replace(/^\//, '') || '.', '.env')
  const found = containerFilesOf({ mounts: workload.mounts, image }, tree).find(`/${inside}`)
  if (found.state === 'file') return parseEnvironmentFile(found.file.source).entries.map(({ name }) => name)
  if (found.state === 'unknown') return 'a .env file may be mounted'
  const context = image.context
  // What git ignores may lie there when the image is built.
  const copied = (image.stages ?? [dockerfile]).flatMap(stage =>
    stage.instructions.flatMap(one => copyOf(one)?.sources.map(({ text }) => text) ?? []),
  )
  const takes = (path: string) => copied.some(text => isCopiedWith(text, path)) && context?.leavesOut(path) !== true
  if (takes('.env'))
    return `a .env file may be copied from ${directory === '.' ? 'the folder of the build' : directory}`
  const names: string[] = []
  for (const folder of context ? folders : []) {
    if (!context || folder === context.path || !isWithin(context.path, folder)) continue
    const path = joinPath(context.path === '.' ? folder : folder.slice(context.path.length + 1), '.env')
    if (!takes(path)) continue
    const source = context.read(path)
    if (!source) return `a .env file may be copied from ${folder}`
    names.push(...parseEnvironmentFile(source).entries.map(({ name }) => name))
  }
  return names
}

/** Whether `COPY` of this text takes a file of the context along. */
function isCopiedWith(text: string, path: string): boolean {
  const clean = text.replace(/^\.\//, '').replace(/\/?\*?$/, '')
  if (clean === '' || clean === '.') return true
  return directoryOf(path) === '.' ? clean.startsWith('.env') : clean === path || isWithin(clean, path)
}

/** `Object.assign(process.env, …)`, `os.environ.update(…)`. */
function replacesWhole(file: CodeFile): boolean {
  return holds(file.body, node => {
    if (node.kind !== 'call') return false
    const path = pathOf(node.callee)?.join('.')
    const [first] = node.arguments
    if (path === 'Object.assign') return first !== undefined && pathOf(first)?.join('.') === 'process.env'
    return path === 'os.environ.update' || path === 'process.loadEnvFile'
  })
}
