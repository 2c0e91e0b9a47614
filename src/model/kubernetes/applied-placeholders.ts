import { isKustomizationName } from '../../parse/kubernetes/kustomize/kustomization.js'
import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { directoryOf, fileName } from '../../paths.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { PodController } from '../cluster.js'
import { entriesOf, itemsOf } from '../read-node.js'
import { secretIn } from '../secrets/judge.js'
import type { Deployment } from '../system.js'
import { madeByCommands } from './references.js'
import { decoded } from './secrets.js'
import { sameNamespace } from './selectors.js'

/** A value of a Secret that stands for one that somebody should have put there, as a kustomization of production applies it. */
export interface AppliedPlaceholder {
  /** The name of the Secret. */
  readonly secret: string
  readonly key: string
  /** Signs or encrypts: whoever knows it forges sessions or reads data. */
  readonly signing: boolean
  /** What runs with it: `Deployment api`. */
  readonly by: string
  readonly at: Span
}

const SCRIPTS = new Set(['shell', 'makefile', 'package-json', 'ci'])

/**
 * The placeholders that are left in Secrets of production once patches and generators of its kustomizations are applied. A
 * manifest by itself is a form to fill in; a kustomization is applied as it stands, unless it names files that the
 * repository does not hold, or a script fills the value in or makes the Secret.
 */
export function appliedPlaceholders(production: readonly Deployment[], tree: Tree): readonly AppliedPlaceholder[] {
  let commanded: ReadonlySet<string> | undefined
  return production.flatMap(({ files, cluster }) => {
    if (!cluster || cluster.missingFiles.length > 0 || !isKustomizationName(fileName(files[0] ?? ''))) return []
    const secrets = cluster.objects.filter(({ kind, apiVersion }) => kind === 'Secret' && apiVersion === 'v1')
    return secrets.flatMap(secret => {
      const { at: place, name } = secret
      const written = tree.read(place.path)?.text.slice(place.start, place.end) ?? name
      // Prefixes are in no command, and the hash behind a generated name changes with what is in it.
      const names = [name, written]
      const shown = isKustomizationName(fileName(place.path)) ? written : name
      return placeholdersIn(secret).flatMap(({ key, text, signing, at }) => {
        const user = cluster.controllers.find(one => takes(one, secret, key))
        commanded ??= madeByCommands(tree)
        const isMade = names.some(one => commanded?.has(`Secret/${one}`)) && !isMadeBefore(names, files[0] ?? '', tree)
        if (!user || isMade || isFilledIn(text, tree)) return []
        return [{ secret: shown, key, signing, by: `${user.object.kind} ${user.object.name}`, at }]
      })
    })
  })
}

function placeholdersIn({ node }: KubernetesObject) {
  if (child(node, 'sops')) return []
  return (['data', 'stringData'] as const).flatMap(part =>
    entriesOf(child(node, part)).flatMap(([key, value]) => {
      const written = textOf(value) ?? ''
      const text = part === 'data' ? decoded(written) : written
      const found = secretIn(key, text)
      return found?.placeholder ? [{ key, text, signing: found.signing, at: value.at }] : []
    }),
  )
}

/** Whether the pods of a controller take a key of a Secret: it alone, or the whole. */
function takes({ object, spec }: PodController, secret: KubernetesObject, key: string): boolean {
  if (!sameNamespace(object.namespace, secret.namespace)) return false
  const isWhole = (reference: Node | undefined, name = 'name') => textOf(child(reference, name)) === secret.name
  const containers = [...itemsOf(child(spec, 'containers')), ...itemsOf(child(spec, 'initContainers'))]
  return (
    itemsOf(child(spec, 'volumes')).some(volume => isWhole(child(volume, 'secret'), 'secretName')) ||
    containers.some(
      container =>
        itemsOf(child(container, 'envFrom')).some(source => isWhole(child(source, 'secretRef'))) ||
        itemsOf(child(container, 'env')).some(variable => {
          const reference = descend(variable, 'valueFrom', 'secretKeyRef')
          return isWhole(reference) && textOf(child(reference, 'key')) === key
        }),
    )
  )
}

/**
 * Whether every script that makes a Secret applies the kustomization behind it, in which the Secret is as well: what was made
 * is then overwritten. Any other order, or a script that makes it alone, leaves it in doubt.
 */
function isMadeBefore(names: readonly string[], kustomization: string, tree: Tree): boolean {
  const folder = directoryOf(kustomization)
  if (folder === '.') return false
  let made = 0
  for (const { path, format } of tree.files) {
    const text = SCRIPTS.has(format) ? tree.read(path)?.text : undefined
    const last = text === undefined ? -1 : lastMaking(text, names)
    if (text === undefined || last === -1) continue
    made++
    const behind = text.slice(last).split('\n', MOST_LINES)
    if (!behind.some(line => appliesFolder(line, folder))) return false
  }
  return made > 0
}

const MOST_LINES = 5_000
const MAKES = /\bcreate\s+secret\s+(?:generic|docker-registry|tls)\s+["']?([\w.-]{1,253})/g

/** Where a text last makes one of these Secrets; -1 when it makes none. */
function lastMaking(text: string, names: readonly string[]): number {
  let last = -1
  for (const { 1: name = '', index } of text.matchAll(MAKES)) if (names.includes(name)) last = index
  return last
}

/** `kubectl apply -k "$ROOT/k8s/overlays/production"` */
function appliesFolder(line: string, folder: string): boolean {
  const found =
    /^\s*(?:sudo\s+)?(?:kubectl|oc|k3s\s+kubectl)\s[^#\n]{0,300}?\bapply\s[^#\n]{0,300}?(?:-k|--kustomize)[ =]["']?([^\s"']{1,300})/.exec(
      line,
    )
  const target = found?.[1]?.replace(/\/+$/, '')
  return (
    target !== undefined &&
    (target === folder ||
      target === `./${folder}` ||
      target.endsWith(`}/${folder}`) ||
      (/\$\w+\//.test(target) && target.endsWith(`/${folder}`)))
  )
}

/** `sed -i "s/CHANGE_ME/$PASSWORD/" secret.yaml` */
function isFilledIn(text: string, tree: Tree): boolean {
  return tree.files.some(({ path, format }) => SCRIPTS.has(format) && tree.read(path)?.text.includes(text) === true)
}
