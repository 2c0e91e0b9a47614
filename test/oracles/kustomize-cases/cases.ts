import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A small repository with a kustomization. */
export interface Case {
  readonly name: string
  /** File texts by path. */
  readonly files: ReadonlyMap<string, string>
  /** The folder that is built. */
  readonly root: string
  /** The code of the problem for which it is refused, `missing` or `syntax`; absent when it must build. `unstated` for
   *  generated cases. */
  readonly rejected?: string
  /** Why erp-audit means to differ from kustomize here; the test then demands that it does. */
  readonly departs?: string
}

/** Reads every `*.cases` file of a folder. */
export function readCases(directory: string): readonly Case[] {
  return readdirSync(directory)
    .filter(name => name.endsWith('.cases'))
    .sort()
    .flatMap(name => {
      const text = readFileSync(join(directory, name), 'utf8')
      return text
        .split(/^=== /m)
        .slice(1)
        .map(part => parseCase(part, name.replace('.cases', '')))
    })
}

function parseCase(part: string, theme: string): Case {
  const [head = '', ...files] = part.split(/^--- (?=[\w./-]+$)/m)
  const [name = '', ...flags] = head.trim().split('\n')
  const flag = (key: string) => flags.find(line => line.startsWith(`@${key} `))?.slice(key.length + 2)
  const rejected = flag('reject')
  const departs = flag('departs')
  return {
    name: `${theme}: ${name}`,
    root: flag('root') ?? '.',
    files: new Map(
      files.map(file => {
        const end = file.indexOf('\n')
        return [file.slice(0, end), `${file.slice(end + 1).replace(/\n+$/, '')}\n`]
      }),
    ),
    ...(rejected === undefined ? {} : { rejected }),
    ...(departs === undefined ? {} : { departs }),
  }
}

/** Writes a case below a folder, and returns the folder that is built. */
export function writeCase({ files, root }: Case, directory: string): string {
  for (const [path, text] of files) {
    mkdirSync(join(directory, dirname(path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  return join(directory, root)
}
