import type { Problem } from '../../parse/node.js'
import { parseToml } from '../../parse/toml.js'
import { parseYaml } from '../../parse/yaml.js'
import { fileName } from '../../paths.js'
import type { Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Unreadable } from '../system.js'
import { isApartFromProduction } from './places.js'

/** The files of platforms that cannot be read. Only where nothing else runs the code do they decide what there is. */
export function unreadablePlatforms(tree: Tree): readonly Unreadable[] {
  return tree.files.flatMap(({ path }): Unreadable[] => {
    if (!/^(?:fly\.toml|render\.ya?ml|railway\.(?:json|toml))$/.test(fileName(path)) || isApartFromProduction(path))
      return []
    const source = tree.read(path)
    const problems = source ? problemsOf(source).filter(({ kind }) => kind === 'syntax') : []
    if (!source || problems.length === 0) return []
    const items = source.text.match(/^\s*-\s|^\s*\[/gm)?.length ?? 0
    return [{ path, format: 'platform', production: true, problems, mayDeclare: Math.max(1, items) }]
  })
}

function problemsOf(source: Source): readonly Problem[] {
  return source.path.endsWith('.toml') ? parseToml(source).problems : parseYaml(source).problems
}
