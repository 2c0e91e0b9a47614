import type { Tree } from '../tree.js'
import type { NotEvaluated } from './system.js'

/** `Caddyfile`, `Caddyfile.prod`, `site.caddyfile`; not prose about one, nor a program that reads it. */
const CADDYFILE = /(?:^|\/)(?:Caddyfile(?:\.[\w-]+)?|[\w.-]+\.caddyfile)$/i
const OTHER = /\.(?:mdx?|rst|adoc|txt|html?|[cm]?[jt]sx?|go|py|rb|json|ya?ml|toml)$/i

/** Caddyfiles of the repository: they are named, so that nobody takes silence about what they route for praise. */
export function caddyfilesOf(tree: Tree): readonly NotEvaluated[] {
  return tree.files.flatMap(({ path }) =>
    CADDYFILE.test(path) && !OTHER.test(path)
      ? [{ path, because: 'a Caddyfile: what it routes is not evaluated' }]
      : [],
  )
}
