import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { composeFile } from '../../bench/inputs.js'

type Files = ReadonlyMap<string, string | Buffer>

/** A function by where it stands in the text of its file. */
interface Place {
  readonly start: number
  readonly end: number
}

/**
 * The bundle with the functions in parentheses that are called whenever their file is loaded. V8 reads a function twice,
 * when its file is loaded and when it is first called, unless it stands in parentheses, which says that it is called at
 * once (https://v8.dev/blog/preparser#pife). Which functions those are, some audits tell: one of a compose file alone, and
 * those of `repositories`, which should not be alike. As a declaration cannot stand in parentheses, they go to the head
 * of their file.
 */
export function withEagerFunctions(files: Files, repositories: readonly string[]): Map<string, string | Buffer> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'erp-audit-bundle-')))
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(home, path)), { recursive: true })
      writeFileSync(join(home, path), content)
    }
    const alone = join(home, 'compose')
    mkdirSync(alone)
    writeFileSync(join(alone, 'compose.yaml'), composeFile(40))
    const audits = [alone, ...repositories].map(repository => calledIn(home, repository))
    const changed = new Map(files)
    for (const path of new Set(audits.flatMap(audit => [...audit.keys()]))) {
      const [first, ...others] = audits.flatMap(audit => audit.get(path) ?? [])
      const always = [...(first ?? [])].filter(([key]) => others.every(other => other.has(key)))
      const places = always.map(([, place]) => place)
      changed.set(path, inParentheses(String(files.get(path)), places))
    }
    return changed
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** File below `home` to the functions that an audit of a repository calls, each by its place. */
function calledIn(home: string, repository: string): ReadonlyMap<string, ReadonlyMap<string, Place>> {
  const coverage = join(home, 'coverage')
  const env = { NODE_V8_COVERAGE: coverage }
  const { status } = spawnSync(process.execPath, [join(home, 'cli.js'), repository], { env, stdio: 'ignore' })
  // The gate may fail; nothing else may.
  if (status !== 0 && status !== 1) throw new Error(`the bundle cannot audit ${repository}: it exits with ${status}`)
  const called = new Map<string, ReadonlyMap<string, Place>>()
  for (const name of readdirSync(coverage)) {
    const { result } = JSON.parse(readFileSync(join(coverage, name), 'utf8')) as Coverage
    for (const { url, functions } of result) {
      const path = url.startsWith('file:') ? fileURLToPath(url) : ''
      if (!path.startsWith(home) || path.endsWith('.cjs')) continue
      const places = functions.flatMap(({ ranges: [whole] }) =>
        whole && whole.count > 0 ? [{ start: whole.startOffset, end: whole.endOffset }] : [],
      )
      const below = path.slice(home.length + 1).replaceAll('\\', '/')
      called.set(below, new Map(places.map(place => [`${place.start}-${place.end}`, place])))
    }
  }
  rmSync(coverage, { recursive: true })
  return called
}

/** What NODE_V8_COVERAGE writes, as far as it is read here. The first range of a function is the whole of it. */
interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[]
    }[]
  }[]
}

const DECLARATION = /^(?:async )?function\*? ([\w$]+)\(/
/** What a rule asks: the method of an object that is made when the file is loaded. */
const CHECK = /^check\(/

function inParentheses(text: string, places: readonly Place[]): string {
  let head = ''
  let rest = ''
  let done = 0
  let marker = ''
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    const code = text.slice(start, end)
    const [, name] = text[start - 1] === '\n' ? (DECLARATION.exec(code) ?? []) : []
    const isCheck = text.slice(start - 3, start) === '\n  ' && CHECK.test(code)
    if (name === undefined && !isCheck) continue
    rest += text.slice(done, start)
    done = end
    if (isCheck) {
      rest += `check: (function${code.slice('check'.length)})`
      continue
    }
    const source = text.lastIndexOf('\n// ', start)
    const from = source === -1 ? '' : text.slice(source, text.indexOf('\n', source + 1))
    head += `${from === marker ? '' : `${from}\n`}var ${name} = (${code});\n`
    marker = from
  }
  rest += text.slice(done)
  const strict = /^(?:#!.*\n)?"use strict";\n/.exec(rest)?.[0] ?? ''
  return `${strict}${head}${rest.slice(strict.length)}`
}
