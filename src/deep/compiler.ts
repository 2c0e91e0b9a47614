import type { ts } from 'ts-morph'
import type { Program } from '../code/program.js'
import type { CodeFile } from '../code/syntax.js'
import { compilerLibrary } from './compiler-library.js'
import { declarePackage, LANGUAGE, namesTaken } from './declarations.js'

/** What the compiler knows of the files of a repository, and how its answers lead back to them. */
export interface Compiler {
  readonly checker: ts.TypeChecker
  readonly fileOf: (path: string) => ts.SourceFile | undefined
  /** The path from the repository root of a file that is one of it. */
  readonly pathOf: (file: ts.SourceFile) => string | undefined
  /** The package that a file of declarations stands for, and what its interfaces are. */
  readonly packageOf: (
    file: ts.SourceFile,
  ) => { readonly name: string; readonly path: (own: string) => readonly string[] | undefined } | undefined
}

const REPOSITORY = '/repository/'
const PACKAGES = '/packages/'
const LANGUAGE_FILE = '/language.d.ts'

/**
 * Opens the compiler on texts in memory: the files of the repository, the language, and a stand-in for each package. It
 * gets no file system, so nothing outside of these can be read; which module a name leads to, our own graph says.
 */
export function openCompiler(program: Program, texts: ReadonlyMap<string, string>): Compiler {
  const ts = compilerLibrary()
  const inside = [...texts.keys()].flatMap(path => program.files.get(path) ?? [])
  const packages = packageFiles(program, inside)
  const known = new Map<string, string>([
    [LANGUAGE_FILE, LANGUAGE],
    ...[...texts].map(([path, text]) => [`${REPOSITORY}${path}`, text] as const),
    ...[...packages].map(([file, one]) => [file, one.text] as const),
  ])
  const fileOfPackage = new Map([...packages].map(([file, { name }]) => [name, file] as const))
  const options: ts.CompilerOptions = {
    noLib: true,
    strict: false,
    allowJs: true,
    types: [],
    experimentalDecorators: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
  }
  const host: ts.CompilerHost = {
    fileExists: name => known.has(name),
    readFile: name => known.get(name),
    getSourceFile: name => {
      const text = known.get(name)
      return text === undefined ? undefined : ts.createSourceFile(name, text, ts.ScriptTarget.ESNext)
    },
    getDefaultLibFileName: () => LANGUAGE_FILE,
    writeFile: () => undefined,
    getCurrentDirectory: () => REPOSITORY,
    getCanonicalFileName: name => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    directoryExists: () => true,
    getDirectories: () => [],
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map(({ text }) => ({ resolvedModule: resolve(text, containing) })),
  }
  const resolve = (name: string, containing: string): ts.ResolvedModuleFull | undefined => {
    const from = program.files.get(containing.slice(REPOSITORY.length))
    const target = from && program.target(from, name)
    const file =
      target?.kind === 'files'
        ? target.files[0] && `${REPOSITORY}${target.files[0].path}`
        : target?.kind === 'package'
          ? fileOfPackage.get(target.name)
          : undefined
    if (file === undefined || !known.has(file)) return undefined
    return { resolvedFileName: file, extension: extensionOf(file), isExternalLibraryImport: false }
  }
  const made = ts.createProgram({ rootNames: [...known.keys()], options, host })
  return {
    checker: made.getTypeChecker(),
    fileOf: path => made.getSourceFile(`${REPOSITORY}${path}`),
    pathOf: ({ fileName }) => (fileName.startsWith(REPOSITORY) ? fileName.slice(REPOSITORY.length) : undefined),
    packageOf: ({ fileName }) => {
      const found = packages.get(fileName)
      return found && { name: found.name, path: own => found.paths.get(own) }
    },
  }
}

function extensionOf(file: string): string {
  return /\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/.exec(file)?.[0] ?? '.ts'
}

interface PackageFile {
  readonly name: string
  readonly text: string
  readonly paths: ReadonlyMap<string, readonly string[]>
}

/** A file for each package that the files import from, by its name for the compiler. */
function packageFiles(program: Program, files: readonly CodeFile[]): ReadonlyMap<string, PackageFile> {
  const taken = namesTaken(files, (file, from) => {
    const target = program.target(file, from)
    return target.kind === 'package' ? target.name : undefined
  })
  return new Map(
    [...taken].map(([name, names], index) => [`${PACKAGES}${index}.d.ts`, { name, ...declarePackage(name, names) }]),
  )
}
