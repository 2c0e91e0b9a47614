import { directoryOf, fileName } from '../../paths.js'
import type { Source, Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Unreadable } from '../system.js'
import { type ClientCredential, clientCredentials, credentialReader } from './settings/credential-files.js'
import { isProductionWord, type JudgedSetting, judgeSetting } from './settings/judge-setting.js'
import { type SettingsFile, type SettingsTool, settingsFileOf } from './settings/kinds.js'
import { neighboursIn } from './settings/neighbours.js'
import { iniSettings, phpSettings, propertySettings, terraformSettings, xmlSettings } from './settings/read-lines.js'
import { jsonSettings, tomlSettings, yamlProblems, yamlSettings } from './settings/read-tree.js'
import type { Setting } from './settings/settings.js'

/** A secret in a file of settings: of an application, of Terraform, of Ansible, or of a client program that logs in with it. */
export interface SettingSecret extends JudgedSetting {
  readonly tool: SettingsTool
  /** Variables of the environment each of which takes its place. */
  readonly replacedBy: readonly string[]
  readonly at: Span
}

const MOST_TEXT = 500_000
const MOST_OF_FILE = 50
/** Without one of these a file has no secret that its name or form would tell. */
const HINT = /pass|pwd|secret|token|key|credential|:\/\/|pw\b/i

/** The secrets in files of settings, without those that a file for production replaces, and the files that break. Never throws. */
export function settingSecretsOf(tree: Tree): {
  readonly secrets: readonly SettingSecret[]
  readonly unreadable: readonly Unreadable[]
} {
  const files = tree.files.flatMap(file => {
    const found = settingsFileOf(file)
    const source = found && tree.read(found.path)
    if (!found || !source || source.text.length > MOST_TEXT || !HINT.test(source.text)) return []
    return [{ file: found, source, settings: ofDeployment(found, settingsIn(found, source)) }]
  })
  const replaced = replacedSettings(files)
  const clients = tree.files.flatMap(file => {
    const reader = credentialReader(file)
    const source = reader && tree.read(file.path)
    return reader && source ? clientCredentials(source, reader).map(ofClient) : []
  })
  const ofFiles = files.flatMap(({ file, settings }) => {
    const neighbours = neighboursIn(settings)
    const found = new Map<number, SettingSecret>()
    for (const setting of settings) {
      if (found.size >= MOST_OF_FILE) break
      const judged = judgeSetting(setting, file, neighbours)
      if (!judged || found.has(setting.at.start) || replaced(file, setting)) continue
      found.set(setting.at.start, {
        ...judged,
        tool: file.tool,
        replacedBy: replacedBy(judged, setting, file),
        at: setting.at,
      })
    }
    return [...found.values()]
  })
  return { secrets: [...ofFiles, ...clients], unreadable: files.flatMap(brokenOf) }
}

/** A file of YAML that cannot be read may hold any secret. */
function brokenOf({ file: { path, syntax }, source }: { file: SettingsFile; source: Source }): readonly Unreadable[] {
  const problems = syntax === 'yaml' ? yamlProblems(source) : []
  return problems.length === 0 ? [] : [{ path, format: 'settings', production: true, problems, mayDeclare: 1 }]
}

function ofClient({ name, at }: ClientCredential): SettingSecret {
  return { name, kind: 'literal', signing: false, tool: 'client', replacedBy: [], at }
}

function settingsIn({ path, syntax, tool }: SettingsFile, source: Source): readonly Setting[] {
  switch (syntax) {
    case 'yaml':
      return yamlSettings(source)
    case 'json':
      return jsonSettings(source)
    case 'toml':
      return tomlSettings(source)
    case 'ini':
      // Configurations of servers have blocks in place of sections.
      return /^\s*\[/m.test(source.text) ? iniSettings(source, tool === 'ansible') : []
    case 'properties':
      return propertySettings(source)
    case 'hcl':
      return terraformSettings(source, /\.tfvars$/i.test(path))
    case 'php':
      return phpSettings(source)
    case 'xml':
      return xmlSettings(source)
  }
}

/** Of a file of Rails with a section for production, that section: what all have in common is merged into it. */
function ofDeployment({ tool }: SettingsFile, settings: readonly Setting[]): readonly Setting[] {
  const own = tool === 'rails' ? settings.filter(({ keys: [first = ''] }) => isProductionWord(first)) : []
  return own.length > 0 ? own : settings
}

interface ReadFile {
  readonly file: SettingsFile
  readonly settings: readonly Setting[]
}

/** What a file for production beside it sets as well, and what the caller of a module of Terraform or a file of values does. */
function replacedSettings(files: readonly ReadFile[]): (file: SettingsFile, setting: Setting) => boolean {
  const ofProduction = new Set<string>()
  const given = new Set<string>()
  for (const { file, settings } of files) {
    for (const { keys, fallbackOf } of settings) {
      if (file.role === 'production') ofProduction.add(keyOf(file, keys))
      if (file.tool === 'terraform' && fallbackOf === undefined && (file.role !== 'base' || isOfModule(keys)))
        given.add(keys.at(-1) ?? '')
    }
  }
  return (file, setting) => {
    if (file.tool === 'terraform') return setting.fallbackOf !== undefined && given.has(setting.fallbackOf)
    return file.role === 'base' && ofProduction.has(keyOf(file, setting.keys))
  }
}

function keyOf({ path, tool }: SettingsFile, keys: readonly string[]): string {
  return `${directoryOf(path)}\n${tool}\n${keys.join('\n')}`
}

function isOfModule(keys: readonly string[]): boolean {
  return keys[0]?.startsWith('module.') === true
}

/** https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.typesafe-configuration-properties.relaxed-binding.environment-variables, https://learn.microsoft.com/aspnet/core/fundamentals/configuration/#environment-variables */
function replacedBy(judged: JudgedSetting, { keys }: Setting, { tool, path }: SettingsFile): readonly string[] {
  const own = judged.variable === undefined ? [] : [judged.variable]
  if (tool === 'spring') return [...own, keys.join('_').replaceAll('-', '').toUpperCase()]
  if (tool === 'dotnet') return [...own, keys.join('__')]
  if (tool === 'terraform') return own.map(name => `TF_VAR_${name}`)
  return /\.json5?$|\.ya?ml$/i.test(fileName(path)) ? [...own, keys.join('_').toUpperCase()] : own
}
