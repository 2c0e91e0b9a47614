import { isObject, type JsonObject, readJsonObject } from '../../code/json.js'
import { pathMatcher } from '../../parse/path-pattern.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import { type CompilerSettings, readInImage, readSettings } from './compiler-settings.js'
import { ABSENT, type Absent, type Holding, unsure } from './holding.js'
import { heldByStage, joinAbsolute, sourcesBefore } from './image.js'
import type { Making } from './made.js'

/**
 * Whether `tsc` or `nest build` makes the file of a path. The folders below `outDir` are those of the sources below their
 * common folder, unless `rootDir` says from where; as of TypeScript 6 the folder of tsconfig.json.
 * https://github.com/microsoft/TypeScript/issues/62194
 */
export function compiledBy(path: string, making: Making): Holding {
  const { words, folder } = making
  if (folder === undefined) return unsure('the folder that it is compiled in is not known')
  const call = words[0]?.endsWith('nest') ? nestCall(making) : compilerCall(words)
  if (call === undefined) return unsure(`"${words.slice(0, 4).join(' ')}" may make it`)
  if (call === 'nothing') return ABSENT
  const settings = readSettings(joinAbsolute(folder, call.project), making)
  if (!settings || settings.hasReferences) return unsure('the settings of the TypeScript compiler are not known')
  return outputOf(path, { ...settings, options: { ...settings.options, ...call.options } }, making)
}

interface Call {
  readonly project: string
  readonly options: JsonObject
}

/** The options of `tsc` that say where output goes; undefined for those that are not followed. */
function compilerCall(words: readonly string[]): Call | 'nothing' | undefined {
  let project = 'tsconfig.json'
  const options: Record<string, string> = {}
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? ''
    if (/^(?:-b|--build|-w|--watch|--init|--outFile)$/i.test(word)) return undefined
    if (/^--(?:noEmit|emitDeclarationOnly|version|showConfig)$/i.test(word))
      return words[at + 1] === 'false' ? undefined : 'nothing'
    if (/^(?:-p|--project)$/i.test(word)) project = words[++at] ?? project
    else if (/^--(?:outDir|rootDir)$/i.test(word))
      options[/out/i.test(word) ? 'outDir' : 'rootDir'] = words[++at] ?? '.'
    else if (!word.startsWith('-')) {
      // A value of the option before it, or files that are compiled without tsconfig.json.
      if (!words[at - 1]?.startsWith('-')) return undefined
    }
  }
  return { project: /\.json$/.test(project) ? project : joinPath(project, 'tsconfig.json'), options }
}

/** `nest build` with the compiler of TypeScript: https://docs.nestjs.com/cli/monorepo#cli-properties */
function nestCall(making: Making): Call | undefined {
  const { words, folder = '/' } = making
  if (words[1] !== 'build' || words.slice(2).some(word => !/^(?:--tsc|--preserveWatchOutput)$/.test(word)))
    return undefined
  const source = readInImage(joinAbsolute(folder, 'nest-cli.json'), making)
  const cli = source === undefined ? {} : source && readJsonObject(source)
  if (!cli || cli.monorepo === true || cli.projects !== undefined) return undefined
  const options = isObject(cli.compilerOptions) ? cli.compilerOptions : {}
  const builder = isObject(options.builder) ? options.builder.type : options.builder
  if (options.webpack === true || (builder !== undefined && builder !== 'tsc')) return undefined
  const named = options.tsConfigPath
  if (typeof named === 'string') return { project: named, options: {} }
  const own = readInImage(joinAbsolute(folder, 'tsconfig.build.json'), making)
  if (own === null) return undefined
  return { project: own ? 'tsconfig.build.json' : 'tsconfig.json', options: {} }
}

const COMPILED = /\.[cm]?js$/

function outputOf(path: string, settings: CompilerSettings, making: Making): Holding {
  const { options, folder } = settings
  if (!COMPILED.test(path) || options.noEmit === true || options.emitDeclarationOnly === true) return ABSENT
  if (options.outFile !== undefined) return unsure('the TypeScript compiler writes one file')
  const inFolder = (value: unknown) =>
    typeof value === 'string' ? joinAbsolute(value.startsWith('/') ? '/' : folder, value) : undefined
  const out = inFolder(options.outDir)
  if (out === undefined) return sourceAt(path, options, making)
  if (!isWithin(out, path)) return ABSENT
  const rest = path.slice(out.length + 1)
  const rootDir = inFolder(options.rootDir)
  if (rootDir !== undefined) {
    const found = sourceAt(joinAbsolute(rootDir, rest), options, making)
    return found.state === 'absent' ? { ...found, ...elsewhere(rest, rootDir, out, [], settings, making) } : found
  }
  return withoutRoot(rest, out, settings, making)
}

/** Where no `rootDir` is written: from the folder that all compiled sources have in common. */
function withoutRoot(rest: string, out: string, settings: CompilerSettings, making: Making): Holding {
  const { folder, options } = settings
  const inputs = inputsOf(settings, out, making)
  if (!inputs || inputs.length === 0) return unsure('which files the TypeScript compiler takes is not known')
  const isFixed = options.composite === true || fixesRoot(making)
  if (isFixed === undefined) return unsure('the version of the TypeScript compiler is not known')
  const root = isFixed ? folder : commonFolder(inputs)
  // Imports may take in files beyond, and then their common folder lies further up.
  const roots = [root]
  for (let at = root; !isFixed && at !== '/' && at !== '.'; ) {
    at = directoryOf(at) || '/'
    roots.push(at)
  }
  for (const [index, one] of roots.entries()) {
    const found = sourceAt(joinAbsolute(one, rest), options, making)
    if (found.state === 'held' && index > 0) return unsure('which files the compiled ones import is not known')
    if (found.state !== 'absent') return found
  }
  return { ...ABSENT, ...elsewhere(rest, root, out, inputs, settings, making) }
}

/** Where the output is that the path was to name: what is below the source folder lies deeper where other files are compiled, too. */
function elsewhere(
  rest: string,
  root: string,
  out: string,
  inputs: readonly string[],
  { folder, source, options }: CompilerSettings,
  making: Making,
): Omit<Absent, 'state'> {
  for (const inner of ['src', 'app', 'server', 'lib']) {
    const below = joinAbsolute(folder, inner)
    const path = joinAbsolute(below, rest)
    if (sourceAt(path, options, making).state !== 'held' || !isWithin(root, path) || root === below) continue
    const at = (one: string) => one.slice(folder === '/' ? 1 : folder.length + 1)
    const made = joinAbsolute(out, path.slice(root === '/' ? 1 : root.length + 1))
    const widest = inputs.find(one => !isWithin(below, one))
    const because = widest === undefined ? '' : `, because ${at(widest)} is compiled with it`
    return {
      everywhere: true,
      instead: `${fileName(source.path)} has it compiled to ${at(made)}${because}`,
      fix: `Start ${at(made)}; or set \`"rootDir": "./${inner}"\` and \`"include": ["${inner}"]\` in ${fileName(source.path)}, so that it is compiled to ${at(joinAbsolute(out, rest))}.`,
      at: { path: source.path, start: 0, end: Math.min(1, source.text.length) },
    }
  }
  return {}
}

/** Whether there is a source that is compiled to a path below the same folder. */
function sourceAt(path: string, { allowJs, checkJs }: JsonObject, { view, instruction }: Making): Holding {
  const [, base = path, kind = ''] = /^(.*)\.([cm]?)js$/.exec(path) ?? []
  const own = allowJs === true || checkJs === true ? [path] : []
  const all = [`${base}.${kind}ts`, ...(kind === '' ? [`${base}.tsx`, `${base}.jsx`] : []), ...own].map(one =>
    heldByStage(one, view, instruction),
  )
  const held = all.find(one => one.state === 'held')
  if (held) return { state: 'held' }
  return all.find(one => one.state === 'unknown') ?? ABSENT
}

const SOURCES = /(?<!\.d)\.[cm]?tsx?$/
const SOURCES_WITH_JS = /(?<!\.d)\.[cm]?[jt]sx?$/

/** The files that the compiler begins with, absolute; undefined: not known. */
function inputsOf(
  settings: CompilerSettings,
  out: string,
  { view, instruction }: Making,
): readonly string[] | undefined {
  const { options, folder, files, include, exclude } = settings
  const pattern = options.allowJs === true || options.checkJs === true ? SOURCES_WITH_JS : SOURCES
  const outer = [folder, ...include, ...files].some(one => !isWithin(folder, one)) ? '/' : folder
  const all = sourcesBefore(instruction, outer, pattern, view)
  if (!all) return undefined
  const patterns = include.length > 0 || files.length > 0 ? include : [folder]
  const included = patterns.map(one => matcher(one))
  const left = [...(exclude.length > 0 ? exclude : []), out].map(one => matcher(one))
  return [...all.keys()].filter(
    path =>
      files.includes(path) ||
      (!/\/(?:\.[^/]*|node_modules|bower_components|jspm_packages)(?:\/|$)/.test(path) &&
        included.some(match => match(path)) &&
        !left.some(match => match(path))),
  )
}

/** A pattern of `include` or `exclude`: a folder stands for all that is in it. */
function matcher(pattern: string): (path: string) => boolean {
  const match = pathMatcher(pattern)
  return path => {
    for (let at = path; at !== '' && at !== '.'; at = directoryOf(at)) if (match(at)) return true
    return pattern === '/'
  }
}

function commonFolder(paths: readonly string[]): string {
  let common = directoryOf(paths[0] ?? '/')
  for (const path of paths)
    while (common !== '' && !isWithin(common, path)) common = directoryOf(common) === '.' ? '' : directoryOf(common)
  return common || '/'
}

/** Whether the folder of tsconfig.json is the root, whatever is compiled: as of TypeScript 6. */
function fixesRoot(making: Making): boolean | undefined {
  for (let folder = making.folder ?? '/'; ; folder = directoryOf(folder) || '/') {
    const source = readInImage(joinAbsolute(folder, 'package.json'), making)
    const manifest = source && readJsonObject(source)
    for (const section of [manifest?.devDependencies, manifest?.dependencies]) {
      const range = isObject(section) ? section.typescript : undefined
      const major = typeof range === 'string' ? /^[\^~=v]*(\d+)\b/.exec(range)?.[1] : undefined
      if (major !== undefined) return Number(major) >= 6
    }
    if (folder === '/') return undefined
  }
}
