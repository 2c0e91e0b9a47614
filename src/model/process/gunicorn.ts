import type { Environment } from '../../code/values.js'
import { joinPath } from '../../paths.js'
import { knownValue, type Source, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import { type GunicornSettings, gunicornSettings } from './gunicorn-settings.js'
import { optionIn, type Words } from './options.js'
import type { Serving } from './worker-processes.js'

/** The option that names the configuration. https://docs.gunicorn.org/en/stable/settings.html#config */
const OPTION = /^(?:-c|--config)$/

/** What the configuration says, if there is one; `unseen`: the command names one that is not in the repository. */
export type GunicornConfiguration = GunicornSettings | { readonly unseen: string } | undefined

/** Reads the configuration that gunicorn is given, or finds where it is started. */
export function gunicornConfiguration(words: Words, workload: Serving, tree: Tree): GunicornConfiguration {
  const named = optionIn(words, OPTION)
  const source = sourceOf(named, workload, tree)
  if (source) return gunicornSettings(source, tree, environmentOf(workload))
  return named === undefined ? undefined : { unseen: named ?? 'the configuration of gunicorn' }
}

function sourceOf(named: string | null | undefined, { image, directory }: Serving, tree: Tree): Source | undefined {
  const folder = image?.context?.path ?? directory
  if (named === null || folder === undefined) return undefined
  const name = named?.replace(/^(?:python:|file:)/, '') ?? 'gunicorn.conf.py'
  const workdir = knownValue(image?.dockerfile?.workdir)
  const inside = workdir !== undefined && name.startsWith(`${workdir}/`) ? name.slice(workdir.length) : name
  // Images rarely have their files where the repository has them.
  return tree.read(joinPath(folder, inside)) ?? tree.read(joinPath(folder, inside.slice(inside.lastIndexOf('/') + 1)))
}

/** What the deployment sets; what a platform sets is not told by its files. */
function environmentOf({ environment, directory, at }: Serving): Environment {
  return name =>
    environment.get(name)?.value ?? (directory === undefined ? undefined : unknown(at, 'it is set on the platform'))
}
