import { directoryOf, fileName } from '../../../paths.js'
import type { RepositoryFile } from '../../../tree.js'
import { isApartFromProduction } from '../../code/places.js'
import { isDevelopmentPath, PLAINLY_PRODUCTION, PREPRODUCTION, wordsOf } from '../../purpose.js'

/** Who reads a file of settings, which says how a secret in it is replaced by a reference. */
export type SettingsTool =
  | 'terraform'
  | 'spring'
  | 'dotnet'
  | 'rails'
  | 'laravel'
  | 'symfony'
  | 'ansible'
  | 'application'
  | 'client'

/** How a file of settings is written. */
export type SettingsSyntax = 'yaml' | 'json' | 'toml' | 'ini' | 'properties' | 'hcl' | 'php' | 'xml'

/** A file in which an application, a provisioning tool or a framework finds its settings. */
export interface SettingsFile {
  readonly path: string
  readonly tool: SettingsTool
  readonly syntax: SettingsSyntax
  /**
   * `given`: somebody wrote it for one real system · `production`: the same, and its name says so · `base`: what holds
   * where nothing else is said, also on the machines of developers.
   */
  readonly role: 'given' | 'production' | 'base'
}

/** Folders of texts for people, and of what every browser may fetch. */
const FOR_READERS =
  /(?:^|\/)(?:i18n|l10n|lang|langs|languages?|locales?|translations?|messages|public|static|assets|www|wwwroot|htdocs|swagger|openapi|schemas?|\.[\w-]+)\//i
/** Names of files that hold texts for people, or settings of tools that work on the code. */
const NO_SETTINGS =
  /^(?:messages|labels|errors|validation\w*|texts?|strings|translations?|log4j2?|logback|logging|setup|tox|pytest|mypy|pylintrc|phpunit|flake8|babel|cargo|pyproject|pipfile|poetry|tsconfig[\w.-]*|jsconfig|package[\w-]*|composer|angular|nest-cli|renovate|lerna|turbo|nx|vercel|manifest|app|launchsettings|swagger|openapi|php)\.(?:ini|cfg|toml|json|properties|ya?ml)$|^custom-environment-variables\.\w+$|_[a-z]{2}(?:_[A-Z]{2})?\.properties$|\.schema\.json$/i
const EXAMPLE = /(?:^|[._-])(?:example|sample|template|tmpl|dist|default|defaults|skeleton|stub|in)(?:[._-]|$)/i
const IN_CONFIG = /(?:^|\/)(?:config|configs|conf|configuration|settings|etc)\//i
const NAMED_CONFIG =
  /^(?:[\w-]{0,40}[._-])?(?:config|configuration|settings|secrets|credentials|parameters)(?:[._-][\w-]{1,40})?\.(?:json|ya?ml)$/i

const KINDS: readonly (readonly [SettingsTool, SettingsSyntax, RegExp])[] = [
  ['terraform', 'hcl', /\.(?:tf|tfvars)$/i],
  ['spring', 'yaml', /(?:^|\/)(?:application|bootstrap)(?:-[\w.-]{1,60})?\.ya?ml$/],
  ['spring', 'properties', /(?:^|\/)(?:application|bootstrap)(?:-[\w.-]{1,60})?\.properties$/],
  ['dotnet', 'json', /(?:^|\/)appsettings(?:\.[\w-]{1,60})*\.json$/i],
  ['dotnet', 'xml', /(?:^|\/)(?:web|app)(?:\.(?:release|production|prod))?\.config$/i],
  ['rails', 'yaml', /(?:^|\/)config\/(?:database|secrets|mongoid|cable|redis|sidekiq|application)\.yml$/],
  [
    'symfony',
    'yaml',
    /(?:^|\/)(?:config\/(?:packages\/.{1,200}|services|parameters)|app\/config\/[\w-]{1,60})\.ya?ml$/,
  ],
  [
    'laravel',
    'php',
    /(?:^|\/)(?:config|application\/config|app\/etc|app\/Config)\/[\w-]{1,60}\.php$|(?:^|\/)wp-config\.php$/,
  ],
  ['ansible', 'yaml', /(?:^|\/)(?:group_vars|host_vars)\/(?:[\w.-]{1,80}\/){0,3}[\w.-]{1,80}(?:\.ya?ml)?$/],
  ['ansible', 'yaml', /(?:^|\/)roles\/[\w.-]{1,80}\/(?:vars|defaults)\/(?:[\w-]{1,80}\/)?[\w-]{1,80}\.ya?ml$/],
  [
    'ansible',
    'yaml',
    /(?:^|\/)(?:ansible|playbooks?)\/(?:.{1,200}\/)?(?:vars\/[\w.-]{1,80}|inventor(?:y|ies)(?:\/.{1,200})?)\.ya?ml$/,
  ],
  ['ansible', 'ini', /(?:^|\/)(?:inventor(?:y|ies)\/(?:.{1,200}\/)?)?(?:hosts|inventory)(?:\.ini)?$/],
  ['application', 'xml', /(?:^|\/)(?:hibernate\.cfg|persistence|context)\.xml$/],
  ['application', 'toml', /\.toml$/i],
  ['application', 'ini', /\.(?:ini|cfg|conf|cnf)$/i],
  ['application', 'properties', /\.properties$/i],
]
const FORMATS: ReadonlySet<string> = new Set(['yaml', 'json', 'toml', 'text', 'source'])

/** What a file of settings is, by its path; undefined for other files, and for those of tests, developers and documents. */
export function settingsFileOf({ path, format }: RepositoryFile): SettingsFile | undefined {
  if (!FORMATS.has(format)) return undefined
  const found = KINDS.find(([, , pattern]) => pattern.test(path)) ?? inConfigFolder(path)
  if (!found) return undefined
  const [tool, syntax] = found
  const name = fileName(path)
  const isBase = /^(?:default|defaults)\./i.test(name)
  if (FOR_READERS.test(path) || NO_SETTINGS.test(name) || (EXAMPLE.test(name) && !isBase)) return undefined
  if (isApartFromProduction(path) || isDevelopmentPath(path) || /vagrant|minikube|molecule/i.test(path))
    return undefined
  return { path, tool, syntax, role: roleOf(path, tool) }
}

function inConfigFolder(path: string): readonly [SettingsTool, SettingsSyntax] | undefined {
  const syntax = /\.json5?$/i.test(path) ? 'json' : /\.ya?ml$/i.test(path) ? 'yaml' : undefined
  if (!syntax) return undefined
  return IN_CONFIG.test(`${directoryOf(path)}/`) || NAMED_CONFIG.test(fileName(path))
    ? ['application', syntax]
    : undefined
}

function roleOf(path: string, tool: SettingsTool): SettingsFile['role'] {
  const words = wordsOf(fileName(path))
  if (words.some(word => PLAINLY_PRODUCTION.includes(word) || PREPRODUCTION.has(word) || word === 'live'))
    return 'production'
  if (tool === 'terraform') return /\.tfvars$/i.test(path) ? 'given' : 'base'
  return tool === 'ansible' && !/\/defaults\//.test(path) ? 'given' : 'base'
}
