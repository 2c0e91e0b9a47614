import { secretsInWords } from '../../knowledge/command-secrets.js'
import { child, type Node, textOf } from '../../parse/node.js'
import { parseShell, type ShellCommand, type ShellScript } from '../../parse/shell.js'
import { parseYaml } from '../../parse/yaml.js'
import { fileName } from '../../paths.js'
import type { Source, Span } from '../../source.js'
import type { RepositoryFile, Tree } from '../../tree.js'
import { isApartFromProduction } from '../code/places.js'
import { entriesOf, itemsOf } from '../read-node.js'
import { scriptTexts } from '../script-texts.js'
import { isGenerated, secretIn } from './judge.js'

/** A secret in a command of a script, a crontab or a pipeline, or in a variable that such a command is given. */
export interface ScriptCommandSecret {
  /** The option or variable: `-p of mysqldump`, `PGPASSWORD`. */
  readonly name: string
  /** It holds only where this variable is not set: `PGPASSWORD="${DB_PASSWORD:-text}"`. */
  readonly fallbackOf?: string
  readonly at: Span
}

const FORMATS: ReadonlySet<string> = new Set(['ci', 'shell', 'makefile', 'crontab'])
/** Scripts for working on the code, for tests and for a first look. */
const FOR_OTHERS =
  /test|e2e|dev(?!ops)|local|seed|mock|demo|example|sample|setup|install|init|bootstrap|quick-?start|bench/i
/** What runs against the real system, by the name of the script. */
const FOR_PRODUCTION = /backup|back-up|restore|dump|deploy|release|rollback|prod|cron|migrat|sync|export|archiv|report/i
const DUMPS = /^(?:mysqldump|mariadb-dump|pg_dump(?:all)?|mongodump|pg_basebackup|xtrabackup|mariabackup)$/
/** Variables of client programs, which mean nothing else. */
const CLIENT_VARIABLE = /^(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|SSHPASS|RESTIC_PASSWORD|BORG_PASSPHRASE)$/
/** What everybody tries first is no secret that a script could give away. */
const GUESSED =
  /^(?:root|toor|postgres|mysql|mariadb|mongo|redis|rabbit(?:mq)?|minio|admin|administrator|user|guest|test|testing|dev|ci|db|app|pass(?:word|wd)?|passw0rd|secret|example|demo|foo|bar|foobar|abc|qwerty|dummy|none)\d*$|admin$|test|example|dummy/i
const LOCAL = /(?:^|[/@=])(?:localhost|127\.0\.0\.1|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)(?:[:/]|$)/
const SPEAKS = /^(?:echo|printf|cat|log|info|warn|error|success|print|grep|sed|awk|#)/
const MOST_TEXT = 200_000

/** What scripts of production give to the programs that they start. What is for tests and for working on the code is left out. */
export function scriptCommandSecrets(tree: Tree): readonly ScriptCommandSecret[] {
  return tree.files.flatMap(file => {
    const { path, format } = file
    if (!FORMATS.has(format) || isApartFromProduction(path) || FOR_OTHERS.test(fileName(path))) return []
    const source = tree.read(path)
    if (!source || source.text.length > MOST_TEXT || !/pass|pwd|-p|-u|user|auth|login/i.test(source.text)) return []
    const found = [
      ...scriptTexts(source, file).flatMap(({ script, name }) =>
        FOR_OTHERS.test(name ?? '')
          ? []
          : inScript(script, { file, remote: false }).map(one => ({ ...one, from: script.at.start })),
      ),
      ...(format === 'ci' ? pipelineSecrets(source) : []),
    ]
    const seen = new Set<string>()
    return found.flatMap(({ name, value, from, fallbackOf }) => {
      const start = source.text.indexOf(value, from)
      if (start === -1 || seen.has(value)) return []
      seen.add(value)
      return [
        {
          name,
          ...(fallbackOf === undefined ? {} : { fallbackOf }),
          at: { path, start, end: start + value.length },
        },
      ]
    })
  })
}

/** Actions that log in somewhere, or work on another machine; those that set a server up for tests make its password. */
const LOGS_IN = /ssh|scp|ftp|rsync|log-?in|deploy|publish|push|registry|kube|helm/i
const SETS_UP = /setup|postgres|mysql|mariadb|mongo|redis|rabbit|service/i
const SECRET_INPUT = /(?:^|[-_])(?:password|passphrase|passwd|pwd|token|secret|secret[-_]key|api[-_]key)$/i
/** A job that works on another machine. */
const WORKS_ELSEWHERE = /\bssh\b|\bscp\b|\brsync\b|ssh-action|scp-action|kubectl\s+apply|helm\s+upgrade|docker\s+push/
const DEEPEST = 12

/** Inputs of actions (`with:`), scripts that one of them runs elsewhere, and variables of jobs that deploy (`env:`, `variables:`). */
function pipelineSecrets(source: Source): readonly (Found & { readonly from: number })[] {
  const found: (Found & { readonly from: number })[] = []
  const add = (name: string, value: Node) => {
    const text = textOf(value)
    if (text !== undefined && isSecret(text)) found.push({ name, value: text, from: value.at.start })
  }
  const visit = (node: Node, deploys: boolean, depth: number): void => {
    if (depth > DEEPEST) return
    for (const item of itemsOf(node)) visit(item, deploys, depth + 1)
    const action = textOf(child(node, 'uses')) ?? ''
    const logsIn = LOGS_IN.test(action) && !SETS_UP.test(action)
    for (const [key, value] of entriesOf(node)) {
      // What is started beside the job goes with it.
      if (key === 'services' || FOR_OTHERS.test(key)) continue
      if (key === 'with' && logsIn) {
        for (const [input, given] of entriesOf(value))
          if (SECRET_INPUT.test(input)) add(`${input} of ${action.replace(/@.*/, '')}`, given)
        const script = child(value, 'script')
        const text = textOf(script)
        if (script && text !== undefined)
          for (const one of inScript(parseShell(text, script.at), {
            file: { path: source.path, format: 'ci' },
            remote: true,
          }))
            found.push({ ...one, from: script.at.start })
      } else if ((key === 'env' || key === 'variables') && deploys) {
        for (const [name, given] of entriesOf(value))
          if (!FOR_OTHERS.test(name) && isGenerated(textOf(given) ?? '') && secretIn(name, textOf(given) ?? ''))
            add(name, given)
      } else {
        const isJob =
          /^(?:script|steps|run)$/.test(key) ||
          child(value, 'steps') !== undefined ||
          child(value, 'script') !== undefined
        const text = isJob ? source.text.slice(value.at.start, value.at.end) : ''
        visit(value, deploys || (isJob && WORKS_ELSEWHERE.test(text)), depth + 1)
      }
    }
  }
  for (const { root } of parseYaml(source).documents) if (root) visit(root, false, 0)
  return found
}

interface Context {
  readonly file: Pick<RepositoryFile, 'path' | 'format'>
  /** Run on another machine through ssh. */
  readonly remote: boolean
}

interface Found {
  readonly name: string
  readonly value: string
  readonly fallbackOf?: string
}

/** `${X:-text}`, alone. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_02 */
const WITH_FALLBACK = /^\$\{([A-Za-z_]\w{0,100}):?-([^${}`]{1,300})\}$/

function inScript(script: ShellScript, context: Context): readonly Found[] {
  return script.commands.flatMap(command => {
    if (SPEAKS.test(command.words[0] ?? '')) return []
    return [...inCommand(command, context), ...overSsh(command, context)]
  })
}

/** `ssh host "mysqldump …"`. */
function overSsh({ words }: ShellCommand, context: Context): readonly Found[] {
  const ssh = words.findIndex(word => /(?:^|\/)ssh$/.test(word))
  if (ssh === -1 || context.remote) return []
  return words.slice(ssh + 1).flatMap(word => {
    if (!/\s/.test(word)) return []
    const at = { path: context.file.path, start: 0, end: word.length }
    return inScript(parseShell(word, at), { ...context, remote: true })
  })
}

function inCommand({ words, assignments }: ShellCommand, context: Context): readonly Found[] {
  const dumps = words.some(word => DUMPS.test(word))
  const isHere = words.some(word => LOCAL.test(word))
  // A pipeline's own machine has nothing but what the pipeline started: services, and containers for tests.
  const isForTests = context.file.format === 'ci' && !context.remote && !reachesOut(words)
  if (isForTests || (isHere && !dumps)) return []
  const own = words[0] === 'export' ? words.slice(1) : assignments
  const variables = own.flatMap((word): readonly Found[] => {
    const [, name = '', value = ''] = /^([A-Z][A-Z0-9_]{2,60})=([\s\S]+)$/.exec(word) ?? []
    return isVariable(name, value, context) ? [{ name, value }] : []
  })
  const given = secretsInWords(words.filter(word => !/^[A-Za-z_]\w*=/.test(word))).filter(
    ({ name, value }) => name !== 'the SQL password' && (/ of /.test(name) || isGenerated(value)),
  )
  return [...variables, ...given].flatMap(({ name, value }) => {
    const bare = value.replace(/^(['"])(.*)\1$/s, '$2')
    const [, fallbackOf, fallback] = WITH_FALLBACK.exec(bare) ?? []
    const written = fallback?.replace(/^(['"])(.*)\1$/s, '$2') ?? bare
    if (!isSecret(written) || isNameToo(written, words)) return []
    return [{ name, value: written, ...(fallbackOf === undefined ? {} : { fallbackOf }) }]
  })
}

/** A password that is the name of the user or of the database as well is somebody's test. */
function isNameToo(value: string, words: readonly string[]): boolean {
  const same = words.filter(word => word === value || word.endsWith(`=${value}`) || word.slice(2) === value)
  return same.length > 1 || words.some(word => word.includes(`${value}:${value}`))
}

const LOGS_IN_TO_REGISTRY = /^(?:sudo )?(?:docker|podman|nerdctl|buildah|skopeo) login\b/

/** A host with a dot that is not this machine, or a password for ssh. */
function reachesOut(words: readonly string[]): boolean {
  if (words.some(word => LOCAL.test(word))) return false
  // Without a host it logs in at the registry that everybody uses.
  if (LOGS_IN_TO_REGISTRY.test(words.slice(0, 3).join(' '))) return true
  return (
    /(?:^|\/)sshpass$/.test(words[0] ?? '') ||
    words.some(
      word =>
        /^(?:-h|--host=|https?:\/\/|(?:s?ftps?|ssh):\/\/)?[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(word) &&
        /\.[a-z]{2,}|\d+\.\d+\.\d+\.\d+/i.test(word),
    )
  )
}

function isVariable(name: string, value: string, { file }: Context): boolean {
  if (CLIENT_VARIABLE.test(name)) return true
  return file.format !== 'ci' && FOR_PRODUCTION.test(file.path) && secretIn(name, value) !== undefined
}

function isSecret(value: string): boolean {
  if (value.length < 4 || /[$`{}<>\s]|^[*x.]+$/.test(value) || GUESSED.test(value)) return false
  const secret = secretIn('PASSWORD', value, true)
  return secret?.kind === 'literal' && !secret.placeholder
}
