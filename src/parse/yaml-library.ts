import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'

let library: typeof Yaml | undefined

/**
 * The `yaml` package. Most files are read without it (`yaml-simple.ts`), and loading it takes a tenth of a short run, so it
 * comes with the first text that needs it. The bundle keeps it in a file of its own.
 */
export function yamlLibrary(): typeof Yaml {
  library ??= createRequire(import.meta.url)('yaml') as typeof Yaml
  return library
}
