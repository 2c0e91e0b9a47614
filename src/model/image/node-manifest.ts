import { parseShell, programOf } from '../../parse/shell.js'
import type { BuildContext } from './build-context.js'

/** Programs whose package has another name. */
const PACKAGES: ReadonlyMap<string, string> = new Map([
  ['tsc', 'typescript'],
  ['nest', '@nestjs/cli'],
  ['ng', '@angular/cli'],
  ['babel', '@babel/cli'],
  ['swc', '@swc/cli'],
  ['vue-cli-service', '@vue/cli-service'],
  ['svelte-kit', '@sveltejs/kit'],
  ['run-s', 'npm-run-all'],
  ['run-p', 'npm-run-all'],
  ['ncc', '@vercel/ncc'],
  ['remix', '@remix-run/dev'],
  ['graphql-codegen', '@graphql-codegen/cli'],
  ['tailwindcss', '@tailwindcss/cli'],
])

/** What a package.json says of scripts and packages. */
export interface Manifest {
  /** From the build context. */
  readonly path: string
  readonly scripts: ReadonlyMap<string, string>
  readonly dependencies: ReadonlySet<string>
  readonly devDependencies: ReadonlySet<string>
  /** The packages of workspaces lie in the same node_modules. */
  readonly hasWorkspaces: boolean
  /** Of what package-lock.json installs, what production is given too; undefined: there is none that says so. */
  readonly locked: () => ReadonlySet<string> | undefined
}

/** What a script needs that is not there. */
export interface NeededPackage {
  readonly program: string
  readonly package: string
}

/** Reads the package.json at a path of a build context, and what the lockfile beside it says. */
export function readManifest(path: string, context: BuildContext): Manifest | undefined {
  const value = parsed(context.read(path)?.text)
  if (!isRecord(value)) return undefined
  const section = (key: string): ReadonlyMap<string, string> => {
    const found = value[key]
    return new Map(
      isRecord(found) ? Object.entries(found).filter((one): one is [string, string] => typeof one[1] === 'string') : [],
    )
  }
  return {
    path,
    scripts: section('scripts'),
    dependencies: new Set([...section('dependencies').keys(), ...section('optionalDependencies').keys()]),
    devDependencies: new Set(section('devDependencies').keys()),
    hasWorkspaces: value.workspaces !== undefined,
    locked: () => lockedForProduction(context.read(path.replace(/package\.json$/, 'package-lock.json'))?.text),
  }
}

/** https://docs.npmjs.com/cli/configuring-npm/package-lock-json#packages */
function lockedForProduction(text: string | undefined): ReadonlySet<string> | undefined {
  const value = parsed(text)
  const packages = isRecord(value) ? value.packages : undefined
  if (!isRecord(packages)) return undefined
  return new Set(
    Object.entries(packages).flatMap(([path, one]) =>
      path.startsWith('node_modules/') && isRecord(one) && one.dev !== true ? path.slice('node_modules/'.length) : [],
    ),
  )
}

/** The script that `npm run x`, `npm start`, `yarn x` or `pnpm x` runs. */
export function scriptRun(words: readonly (string | null)[]): string | undefined {
  const [program = '', ...rest] = words.map(word => word ?? '?')
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(program) || isElsewhere(rest)) return undefined
  const [verb = '', name] = rest.filter(word => !word.startsWith('-'))
  if (verb === 'run' || verb === 'run-script') return name
  return program === 'yarn' || program === 'pnpm' || (program === 'npm' && verb === 'start') ? verb : undefined
}

/** Whether options name another folder or package. */
export function isElsewhere(words: readonly string[]): boolean {
  return words.some(word => /^(?:--prefix|-C|--dir|--cwd|--filter|-F|--workspace|-w)(?:=|$)/.test(word))
}

/** What a script, or one that it calls, needs of the packages that are left out where only those for production are installed. */
export function neededBy(
  script: string,
  manifest: Manifest,
  added: ReadonlySet<string>,
  depth = 0,
): NeededPackage | undefined {
  if (depth > 4) return undefined
  for (const name of [`pre${script}`, script]) {
    const text = manifest.scripts.get(name)
    if (text === undefined) continue
    const at = { path: '', start: 0, end: text.length }
    for (const command of parseShell(text, at).commands) {
      if (command.joined === '||' || command.followed === '||' || command.inside.length > 0) return undefined
      const nested = scriptRun(command.words)
      if (nested !== undefined) {
        const found = neededBy(nested, manifest, added, depth + 1)
        if (found) return found
        continue
      }
      // Another command decides how the script ends.
      if (command.followed === ';') continue
      const found = leftOut(command.words, manifest, added)
      // What is not there npx fetches by its name.
      const isFetched = found?.program === found?.package && /^(?:npx|pnpx|bunx)$/.test(command.words[0] ?? '')
      if (found && !isFetched) return found
    }
  }
  return undefined
}

/** The program of a command, or what it has Node.js load first, where its package is left out. */
function leftOut(words: readonly string[], manifest: Manifest, added: ReadonlySet<string>): NeededPackage | undefined {
  const program = words[0]?.includes('/') ? undefined : programOf(words)
  const needed = [
    ...(program === undefined ? [] : [{ program, package: PACKAGES.get(program) ?? program }]),
    ...loadedBefore(words),
  ]
  return needed.find(({ package: owner }) => isForDevelopment(owner, manifest, added))
}

/** Whether an installation for production leaves a package out. */
export function isForDevelopment(owner: string, manifest: Manifest, added: ReadonlySet<string>): boolean {
  return manifest.devDependencies.has(owner) && !manifest.dependencies.has(owner) && !added.has(owner)
}

/**
 * Packages that many others name as peers which may be missing. npm keeps such a package in production where one that is
 * needed there does (`devOptional` in its lockfile): `prisma` beside `@prisma/client`.
 * https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#packages
 */
const OPTIONAL_PEERS = new Set(['prisma', 'typescript', 'ts-node', 'sass', '@babel/core'])

/**
 * Whether a package that is for development alone is really missing behind an installation for production: the lockfile of npm
 * knows what other packages bring. Without one that is certain only of what hardly anybody names as a peer.
 */
export function isLeftOut({ package: owner }: NeededPackage, manifest: Manifest, installedBy: string): boolean {
  const isNpm = installedBy.startsWith('npm')
  const locked = isNpm ? manifest.locked() : undefined
  if (locked) return !locked.has(owner)
  if (manifest.hasWorkspaces) return false
  return !isNpm || manifest.dependencies.size === 0 || !OPTIONAL_PEERS.has(owner)
}

/** `node -r tsconfig-paths/register dist/main.js` */
export function loadedBefore(words: readonly string[]): readonly NeededPackage[] {
  const node = words.findIndex(word => /^(?:.*\/)?node(?:js)?$/.test(word))
  if (node === -1) return []
  return words.flatMap((word, index) => {
    const [, inline] = /^--(?:require|import|loader|experimental-loader)=(.+)$/.exec(word) ?? []
    const isOption = /^(?:-r|--require|--import|--loader|--experimental-loader)$/.test(words[index - 1] ?? '')
    const name = index > node ? (inline ?? (isOption ? word : undefined)) : undefined
    const [, owner] = /^((?:@[\w.-]+\/)?[A-Za-z][\w.-]*)(?:\/.*)?$/.exec(name ?? '') ?? []
    return name === undefined || owner === undefined ? [] : [{ program: name, package: owner }]
  })
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
