import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expandIncludes } from '../../src/model/nginx/includes.js'
import type { Rejection } from '../../src/model/nginx/verdict/level.js'
import { rejections } from '../../src/model/nginx/verdict.js'
import { pathMatcher } from '../../src/parse/path-pattern.js'

/** What nginx says of a configuration. */
export interface Answer {
  readonly accepted: boolean
  /** The message of the level `emerg`, without its place; empty when accepted. */
  readonly message: string
  readonly line: number
}

const MODULES = '/usr/lib/nginx/modules'
const DYNAMIC = ['ngx_stream_module', 'ngx_mail_module', 'ngx_http_geoip_module', 'ngx_stream_geoip_module']

/** The nginx that decides: that of Debian, or the one that the variable NGINX_PROGRAM names. Started for its `-t` alone. */
export class Nginx {
  readonly program = process.env.NGINX_PROGRAM ?? (existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx')
  readonly version: readonly number[]
  /** Stands in front of every main file, on its first line. */
  readonly modules: string
  readonly #root = mkdtempSync(join(tmpdir(), 'nginx-oracle-'))
  #directories: string[] = []

  constructor(workers = 4) {
    const about = execFileSync('sh', ['-c', `${this.program} -V 2>&1`], { encoding: 'utf8' })
    this.version = /nginx\/(\d+(?:\.\d+)*)/.exec(about)?.[1]?.split('.').map(Number) ?? []
    const dynamic = about.includes('--with-stream=dynamic')
    const found = DYNAMIC.filter(name => dynamic && existsSync(`${MODULES}/${name}.so`))
    this.modules = found.map(name => `load_module ${MODULES}/${name}.so;`).join('')
    for (let worker = 0; worker < workers; worker++) this.#directories.push(this.#prepared(`${worker}`))
  }

  /** A directory with a certificate in it. */
  #prepared(name: string): string {
    const directory = join(this.#root, name)
    mkdirSync(join(directory, 'logs'), { recursive: true })
    const [key, certificate] = [join(directory, 'key.pem'), join(directory, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes', '-newkey', 'rsa:2048']
    execFileSync('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' })
    return directory
  }

  close(): void {
    rmSync(this.#root, { recursive: true })
  }

  /** Tests each configuration, several at a time, and gives the answers in the same order. */
  async askAll(cases: readonly Readonly<Record<string, string>>[]): Promise<readonly Answer[]> {
    const answers: Answer[] = []
    let next = 0
    const work = async (directory: string) => {
      while (next < cases.length) {
        const index = next++
        answers[index] = await this.#ask(cases[index] ?? {}, directory)
      }
    }
    await Promise.all(this.#directories.map(work))
    return answers
  }

  async #ask(files: Readonly<Record<string, string>>, directory: string): Promise<Answer> {
    const written = Object.entries(files).map(([path, text]) => {
      const file = join(directory, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, path === 'nginx.conf' ? this.modules + text : text)
      return file
    })
    const main = join(directory, 'nginx.conf')
    const output = await new Promise<string>(resolve => {
      execFile(this.program, ['-t', '-p', directory, '-c', main, '-e', 'stderr'], (_, out, error) =>
        resolve(out + error),
      )
    })
    for (const file of written) rmSync(file)
    return answerOf(output)
  }
}

function answerOf(output: string): Answer {
  if (output.includes('test is successful')) return { accepted: true, message: '', line: 0 }
  const [, message = output.trim(), line = '0'] = /\[emerg\] \d+#\d+: (.*?)(?: in \S+:(\d+))?\n/.exec(output) ?? []
  return { accepted: false, message, line: Number(line) }
}

/** What erp-audit says of the same files, of which `nginx.conf` is the main one. */
export function judge(files: Readonly<Record<string, string>>, version: readonly number[]): readonly Rejection[] {
  const sources = Object.entries(files)
    .sort()
    .map(([path, text]) => ({ path, text }))
  const main = sources.filter(({ path }) => path === 'nginx.conf')
  const expanded = expandIncludes(main, pattern => {
    const matches = pathMatcher(pattern)
    const found = sources.filter(({ path }) => path === pattern || matches(path))
    return { sources: found, ...(found.length === 0 && !pattern.includes('*') && { missing: 'it is not there' }) }
  })
  const complete = expanded.unresolved.length === 0
  return rejections(
    {
      id: 'nginx',
      mainFile: 'repository',
      start: 'main',
      isStarted: true,
      ...expanded,
      complete,
      ownModulesOnly: true,
      asWritten: new Set(),
      workloads: [],
    },
    version,
  )
}
