import type { Span } from '../../source.js'
import { descend, type Entry, type MapNode, type Node } from '../node.js'
import { checkCycles } from './cycles.js'
import { isExternal } from './defaults.js'
import { type Loading, reject } from './loading.js'
import { isUnknown, knownText } from './nodes.js'
import type { ComposeProject, ComposeService } from './project.js'
import { checkSettings } from './settings.js'

/** What is checked: a project without what loading says about itself. */
export interface Assembled extends Omit<ComposeProject, 'problems' | 'missing' | 'files' | 'emptied'> {
  readonly jobs: ReadonlyMap<string, MapNode>
  readonly models: ReadonlySet<string>
}

/** Checks that the enabled services of a project fit together (compose-go v2.16, loader/validate.go). */
export function checkProject(project: Assembled, loading: Loading): void {
  for (const service of project.services.values()) {
    checkOrigin(service, loading)
    checkBuild(service, project, loading)
    checkReferences(service, project, loading)
    checkDependencies(service, project, loading)
    checkSettings(service, loading)
  }
  checkJobs(project, loading)
  for (const [name, secret] of project.secrets) checkSecret(name, secret.node, secret.at, loading)
  checkCycles(project, loading)
}

/** Whether something is written, be it unknown; an empty text counts as nothing. */
function isSet(node: Node | undefined): boolean {
  return node !== undefined && !(node.kind === 'scalar' && node.text === '')
}

function checkOrigin({ name, node, at }: ComposeService, loading: Loading): void {
  if (isSet(node.entries.get('image')?.node) || node.entries.has('build') || node.entries.has('provider')) return
  reject(loading, at, 'no-image', `services.${name} has neither an image nor a build`)
}

function checkBuild({ name, node }: ComposeService, project: Assembled, loading: Loading): void {
  const build = node.entries.get('build')?.node
  if (build?.kind !== 'map') return
  const inline = build.entries.get('dockerfile_inline')
  if (inline && isSet(inline.node) && isSet(build.entries.get('dockerfile')?.node)) {
    reject(
      loading,
      inline.keyAt,
      'settings-conflict',
      `services.${name}.build has both dockerfile and dockerfile_inline`,
    )
  }
  for (const [, { node: context }] of entriesOf(build.entries.get('additional_contexts')?.node)) {
    const target = knownText(context)
    if (!target?.startsWith('service:')) continue
    const other = target.slice('service:'.length)
    const service = project.services.get(other) ?? project.disabled.get(other)
    const message = service ? `${other}, which is not built` : `${other}, which is not defined`
    if (!service?.node.entries.has('build')) {
      reject(loading, context.at, 'undefined-reference', `services.${name}.build takes the service ${message}`)
    }
  }
  const platforms = itemsOf(build.entries.get('platforms')?.node)
  const platform = node.entries.get('platform')?.node
  const chosen = knownText(platform)
  if (
    platform &&
    chosen &&
    platforms.length > 0 &&
    !platforms.some(item => isUnknown(item) || knownText(item) === chosen)
  ) {
    reject(
      loading,
      platform.at,
      'settings-conflict',
      `services.${name}.build.platforms must include the platform ${chosen}`,
    )
  }
}

function entriesOf(node: Node | undefined): ReadonlyMap<string, Entry> {
  return node?.kind === 'map' ? node.entries : new Map()
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : []
}

function checkReferences({ name, node }: ComposeService, project: Assembled, loading: Loading): void {
  const missing = (kind: string, target: string, at: Span) =>
    reject(loading, at, 'undefined-reference', `services.${name} uses the ${kind} ${target}, which is not defined`)
  for (const [network, { keyAt }] of entriesOf(node.entries.get('networks')?.node)) {
    if (!project.networks.has(network)) missing('network', network, keyAt)
  }
  for (const volume of itemsOf(node.entries.get('volumes')?.node)) {
    const source = knownText(descend(volume, 'source'))
    if (!source || knownText(descend(volume, 'type')) !== 'volume') continue
    if (!project.volumes.has(source)) missing('volume', source, volume.at)
  }
  const granted: readonly [string, Node | undefined, ReadonlyMap<string, unknown>][] = [
    ['config', node.entries.get('configs')?.node, project.configs],
    ['secret', node.entries.get('secrets')?.node, project.secrets],
    ['build secret', descend(node, 'build', 'secrets'), project.secrets],
  ]
  for (const [kind, list, known] of granted) {
    for (const item of itemsOf(list)) {
      const source = descend(item, 'source')
      if (isUnknown(source)) continue
      const target = knownText(source) ?? ''
      if (!known.has(target)) missing(kind, target, item.at)
    }
  }
  for (const [model, { keyAt }] of entriesOf(node.entries.get('models')?.node)) {
    if (!project.models.has(model)) missing('model', model, keyAt)
  }
}

function checkDependencies({ name, node }: ComposeService, project: Assembled, loading: Loading): void {
  for (const [target, { keyAt, node: dependency }] of entriesOf(node.entries.get('depends_on')?.node)) {
    if (project.services.has(target)) continue
    const required = descend(dependency, 'required')
    if (project.disabled.has(target)) {
      if (knownText(required) === 'false' || isUnknown(required)) continue
      const profiles = project.disabled.get(target)?.profiles.join(', ')
      const message = `services.${name} depends on ${target}, which only the profiles ${profiles} switch on`
      reject(loading, keyAt, 'disabled-reference', message)
    } else {
      const what = project.jobs.has(target)
        ? `the job ${target}; a service can only depend on services`
        : `${target}, which is not defined`
      reject(loading, keyAt, 'undefined-dependency', `services.${name} depends on ${what}`)
    }
  }
}

function checkJobs(project: Assembled, loading: Loading): void {
  for (const [name, job] of project.jobs) {
    if (project.services.has(name) || project.disabled.has(name)) {
      reject(loading, job.at, 'duplicate-key', `${name} is both a service and a job`)
    }
    for (const [target, { keyAt, node }] of entriesOf(job.entries.get('depends_on')?.node)) {
      if (project.jobs.has(target) || project.services.has(target)) continue
      if (project.disabled.has(target) && knownText(descend(node, 'required')) === 'false') continue
      reject(loading, keyAt, 'undefined-reference', `jobs.${name} depends on ${target}, which is not defined`)
    }
  }
}

function checkSecret(name: string, secret: MapNode, at: Span, loading: Loading): void {
  const external = secret.entries.get('external')?.node
  if (isExternal(secret) || isUnknown(external)) return
  if (isSet(secret.entries.get('file')?.node) || isSet(secret.entries.get('environment')?.node)) return
  reject(loading, at, 'missing-key', `secrets.${name} must have file or environment`)
}
