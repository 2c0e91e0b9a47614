import { type BuildCommand, commandsOf } from './build-steps.js'

/** A command that installs packages of a language. */
export interface PackageInstall {
  readonly manager:
    | 'npm'
    | 'yarn'
    | 'pnpm'
    | 'bun'
    | 'pip'
    | 'poetry'
    | 'pipenv'
    | 'composer'
    | 'bundler'
    | 'go'
    | 'corepack'
  /** Packages that it names; empty: everything that the manifest lists. */
  readonly packages: readonly string[]
  /** Files that list packages: `-r requirements.txt`; nothing where constraints fix what they leave open. */
  readonly requirements: readonly string[]
  readonly global: boolean
  /** It takes exactly what the lockfile says, or fails. */
  readonly frozen: boolean
  /** Fails when there is no lockfile. */
  readonly needsLock: boolean
  /** Leaves packages for development out. Undefined: nothing on the command line says so. */
  readonly production: boolean | undefined
  readonly command: BuildCommand
}

/** Options of package managers whose value is the next word. */
const VALUED =
  /^(?:--(?:prefix|workspace|registry|cache|loglevel|omit|include|only|filter|dir|cwd|store-dir|network-timeout|cache-folder|modules-folder|index-url|extra-index-url|find-links|constraint|requirement|target|root|python|timeout|trusted-host|default-timeout|retries|proxy|user|config|fetch-timeout|maxsockets|no-binary|only-binary|platform|with|without|extras|group|only-group|binstubs|jobs|path)|-[CwF])$/
/** The short ones of pip. */
const VALUED_BY_PIP = /^-[rcift]$/

/** The package installation that a command is; undefined for anything else. */
export function installOf(command: BuildCommand): PackageInstall | undefined {
  const [program = '', ...rest] = withoutModule(command.words)
  const name = program.slice(program.lastIndexOf('/') + 1)
  const { operands, options } = split(rest, /^(?:pip3?|uv)$/.test(name))
  const [verb = '', ...packages] = operands
  const has = (pattern: RegExp) => options.some(option => pattern.test(option))
  const of = (
    manager: PackageInstall['manager'],
    facts: Partial<Omit<PackageInstall, 'manager' | 'command'>>,
  ): PackageInstall => ({
    manager,
    packages: [],
    requirements: [],
    global: false,
    frozen: false,
    needsLock: false,
    production: productionOf(options),
    command,
    ...facts,
  })
  switch (name) {
    case 'npm':
      if (/^(?:ci|clean-install|install-clean|ic)$/.test(verb)) return of('npm', { frozen: true, needsLock: true })
      if (!/^(?:i|in|ins|install|add)$/.test(verb) || has(/^--package-lock-only$/)) return undefined
      return of('npm', { packages, global: has(/^(?:-g|--global|--location=global)$/) })
    case 'yarn': {
      if (verb === 'global' && packages[0] === 'add') return of('yarn', { packages: packages.slice(1), global: true })
      if (verb === 'add') return of('yarn', { packages })
      if (verb !== 'install' && (verb !== '' || has(/^(?:-v|--version|-h|--help)$/))) return undefined
      return of('yarn', {
        frozen: has(/^--(?:frozen-lockfile|immutable|pure-lockfile)$/),
        needsLock: has(/^--immutable$/),
      })
    }
    case 'pnpm': {
      if (verb === 'add') return of('pnpm', { packages, global: has(/^(?:-g|--global)$/) })
      if (verb !== 'install' && verb !== 'i') return undefined
      const frozen = has(/^--frozen-lockfile(?:=true)?$/)
      return of('pnpm', { frozen: frozen || has(/^--offline$/), needsLock: frozen })
    }
    case 'bun':
      if (verb === 'add') return of('bun', { packages, global: has(/^(?:-g|--global)$/) })
      if (!/^(?:install|i|ci)$/.test(verb)) return undefined
      return of('bun', { packages, frozen: verb === 'ci' || has(/^--frozen-lockfile$/), needsLock: false })
    case 'pip':
    case 'pip3':
      return verb === 'install'
        ? of('pip', { packages, requirements: requirementsOf(options), frozen: packages.length === 0 })
        : undefined
    case 'uv':
      return verb === 'pip' && packages[0] === 'install'
        ? of('pip', {
            packages: packages.slice(1),
            requirements: requirementsOf(options),
            frozen: packages.length === 1,
          })
        : undefined
    case 'poetry':
      return verb === 'install' || verb === 'sync' ? of('poetry', {}) : undefined
    case 'pipenv':
      return verb === 'install' || verb === 'sync'
        ? of('pipenv', { packages, frozen: verb === 'sync' || has(/^--(?:deploy|ignore-pipfile)$/) })
        : undefined
    case 'composer':
      return verb === 'install' ? of('composer', {}) : undefined
    case 'bundle':
      return verb === 'install' ? of('bundler', {}) : undefined
    case 'go':
      return verb === 'install'
        ? of('go', { packages: packages.filter(one => one.includes('@')), global: true })
        : undefined
    case 'corepack':
      return verb === 'prepare' || verb === 'install' ? of('corepack', { packages, global: true }) : undefined
    default:
      return undefined
  }
}

function requirementsOf(options: readonly string[]): readonly string[] {
  if (options.some(option => /^(?:-c|--constraint)=/.test(option))) return []
  return options.flatMap(option => /^(?:-r|--requirement)=(.+)$/.exec(option)?.[1] ?? [])
}

/** `python3 -m pip install` as `pip install`. */
function withoutModule(words: readonly string[]): readonly string[] {
  return /(?:^|\/)python[\d.]*$/.test(words[0] ?? '') && words[1] === '-m' ? words.slice(2) : words
}

function split(words: readonly string[], pip: boolean): { readonly operands: string[]; readonly options: string[] } {
  const operands: string[] = []
  const options: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!word.startsWith('-')) operands.push(word)
    else if (pip && word === '--user') options.push(word)
    else if (VALUED.test(word) || (pip && VALUED_BY_PIP.test(word))) {
      at++
      options.push(`${word}=${words[at] ?? ''}`)
    } else options.push(pip && /^-r./.test(word) ? `-r=${word.slice(2)}` : word)
  }
  return { operands, options }
}

function productionOf(options: readonly string[]): boolean | undefined {
  if (options.some(one => /^--(?:include=dev|production=false|prod=false|dev)$/.test(one))) return false
  return options.some(one =>
    /^(?:--production(?:=true)?|--prod(?:=true)?|-P|--omit=dev|--only=prod(?:uction)?|--no-dev|--no-group=dev)$/.test(
      one,
    ),
  )
    ? true
    : undefined
}

/** Lockfiles, by package manager. */
export const LOCKFILES: Readonly<Record<PackageInstall['manager'], readonly string[]>> = {
  npm: ['package-lock.json', 'npm-shrinkwrap.json'],
  yarn: ['yarn.lock'],
  pnpm: ['pnpm-lock.yaml'],
  bun: ['bun.lock', 'bun.lockb'],
  pip: [],
  poetry: ['poetry.lock'],
  pipenv: ['Pipfile.lock'],
  composer: ['composer.lock'],
  bundler: ['Gemfile.lock'],
  go: [],
  corepack: [],
}

/** The package installations of a RUN. */
export function installsOf(...input: Parameters<typeof commandsOf>): readonly PackageInstall[] {
  return commandsOf(...input).flatMap(command => installOf(command) ?? [])
}
