import ignore from 'ignore'
import type { Config } from './config.js'

/** Makes the paths of a configuration that lies above the audited directory relative to that directory. */
export function rebase(config: Config, prefix: string): Config {
  const globs = (list: readonly string[]) => list.flatMap(glob => rebaseGlob(glob, prefix))
  // A baseline names files from the folder that it was made of, which is another.
  const { baseline: _, ...rest } = config
  return {
    ...rest,
    exclude: globs(config.exclude),
    rules: config.rules.map(setting => ({ ...setting, ignore: globs(setting.ignore) })),
    deployments: config.deployments
      .map(setting => ({ ...setting, files: setting.files.flatMap(file => below(file, prefix)) }))
      .filter(setting => setting.files.length > 0),
  }
}

function below(path: string, prefix: string): readonly string[] {
  const plain = path.replace(/^(\.\/)+/, '')
  return plain.startsWith(`${prefix}/`) ? [plain.slice(prefix.length + 1)] : []
}

/** A pattern as in `.gitignore`, for a directory below; none when it cannot match anything there. */
function rebaseGlob(glob: string, prefix: string): readonly string[] {
  if (glob.startsWith('!')) return rebaseGlob(glob.slice(1), prefix).map(inner => `!${inner}`)
  const directories = prefix.split('/')
  const [, named = '', slash = ''] = /^(.*?)(\/?)$/s.exec(glob) ?? []
  // Without a slash inside it names something at any depth.
  if (!named.includes('/')) return directories.some(directory => isMatch(named, directory)) ? ['**'] : [glob]
  const segments = named.replace(/^\//, '').split('/')
  const deep = segments.indexOf('**')
  const fixed = segments.slice(0, Math.min(directories.length, deep === -1 ? segments.length : deep))
  if (!fixed.every((segment, index) => isMatch(segment, directories[index] ?? ''))) return []
  if (fixed.length === segments.length) return ['**']
  return [`${fixed.length < directories.length ? '' : '/'}${segments.slice(fixed.length).join('/')}${slash}`]
}

/** Whether one segment of a pattern matches the name of a directory. */
function isMatch(pattern: string, name: string): boolean {
  return pattern !== '' && name !== '' && ignore().add(`/${pattern}`).ignores(name)
}
