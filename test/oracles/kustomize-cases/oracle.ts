import { spawnSync } from 'node:child_process'
import { parseAllDocuments } from 'yaml'

/** JSON as it comes. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What kustomize made of a folder: objects, or why it refused. */
export interface Answer {
  readonly objects?: readonly Json[]
  readonly error?: string
}

/** Has to be on the path. */
const compiler = 'go'

/** Builds the program at the version that `go.mod` pins; throws when there is no Go, or it does not build. */
export function buildKustomize(module: string, binary: string): void {
  const built = spawnSync(compiler, ['build', '-o', binary, 'sigs.k8s.io/kustomize/kustomize/v5'], {
    cwd: module,
    encoding: 'utf8',
  })
  if (built.error) throw built.error
  if (built.status !== 0) throw new Error(`go build failed:\n${built.stderr}`)
}

/** Runs `kustomize build`. Nothing is fetched: the one proxy that it may use does not exist. */
export function askKustomize(binary: string, directory: string): Answer {
  const env = { PATH: '', HOME: directory, HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' }
  const { status, stdout, stderr, error } = spawnSync(binary, ['build', directory], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env,
  })
  if (error) throw error
  if (status !== 0) return { error: stderr }
  return {
    objects: parseAllDocuments(stdout).flatMap(document => ('toJS' in document ? [document.toJS() as Json] : [])),
  }
}
