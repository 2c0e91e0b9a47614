import { child, entriesOf, itemsOf, type Node, textOf } from '../../../parse/node.js'
import { parseYaml } from '../../../parse/yaml.js'
import { fileName } from '../../../paths.js'
import type { Source, Span } from '../../../source.js'
import type { RepositoryFile } from '../../../tree.js'
import { isApartFromProduction } from '../../code/places.js'
import { isDevelopmentPath } from '../../purpose.js'
import { isGenerated, passwordInUrl, secretIn } from '../judge.js'
import { withoutXmlComments } from './xml-comments.js'

/** A credential in a file that a client program logs in with. */
export interface ClientCredential {
  /** Of what, for people: `the token for registry.npmjs.org`. */
  readonly name: string
  readonly at: Span
}

interface Written {
  readonly what: string
  readonly host: string
  readonly value: string
  /** Where the value begins in the file. */
  readonly start: number
}

type Reader = (source: Source) => readonly Written[]

const MOST_TEXT = 200_000
const MOST = 50
const LOCAL =
  /(?:^|[/@])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|kubernetes\.docker\.internal|verdaccio)(?:[:/]|$)/i
/** What stands for a value, or is known to everybody. */
const NOT_ONE =
  /^(?:x+|\*+|\.+|pass(?:word)?|passwd|secret|token|test|user|admin|guest|dummy|fake|none|null|example|changeme|anonymous|foobar)$|your[-_]?|example|placeholder|dummy|fake|<|>|\$|\{|%/i

/** https://docs.npmjs.com/cli/v11/configuring-npm/npmrc#auth-related-configuration */
const npm: Reader = ({ text }) =>
  matches(
    text,
    /^[ \t]*(?:\/\/([^\s:=]{1,200}?)\/?:)?(_authToken|_auth|_password)[ \t]*=[ \t]*["']?([^\s"';#]{1,400})/gm,
  ).map(([host, kind, value, start]) => ({
    what: kind === '_password' ? 'password' : 'token',
    host: host === '' ? 'the registry' : host,
    value,
    start,
  }))

/** https://yarnpkg.com/configuration/yarnrc#npmAuthToken */
const yarn: Reader = ({ text }) =>
  matches(text, /^[ \t]*()(npmAuthToken|npmAuthIdent)[ \t]*:[ \t]*["']?([^\s"'#]{1,400})/gm).map(
    ([, , value, start]) => ({
      what: 'token',
      host: 'the registry',
      value,
      start,
    }),
  )

/** https://packaging.python.org/en/latest/specifications/pypirc/ */
const pypi: Reader = ({ text }) =>
  matches(text, /^[ \t]*()(password)[ \t]*[=:][ \t]*([^\s#;]{1,400})/gm).map(([, , value, start]) => ({
    what: 'password',
    host: 'the package index',
    value,
    start,
  }))

/** https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html */
const netrc: Reader = ({ text }) =>
  matches(
    text,
    /\bmachine\s{1,20}(\S{1,200})\s{1,20}(?:login|user)\s{1,20}(\S{1,200})\s{1,20}password\s{1,20}(\S{1,400})/g,
  ).map(([host, , value, start]) => ({ what: 'password', host, value, start }))

/** https://www.postgresql.org/docs/current/libpq-pgpass.html */
const pgpass: Reader = ({ text }) =>
  matches(text, /^([^#\s:]{1,200}):[^\s:]{1,20}:([^\s:]{1,100}):[^\s:]{1,100}:([^\s]{1,300})[ \t]*\r?$/gm).map(
    ([host, , value, start]) => ({
      what: 'password',
      host,
      value,
      start,
    }),
  )

/** https://git-scm.com/docs/git-credential-store#_storage_format */
const git: Reader = ({ text }) =>
  matches(text, /^https?:\/\/()([^\s:@/]{1,200}):([^\s@/]{1,400})@/gm).map(([, , value, start]) => ({
    what: 'password',
    host: 'the Git server',
    value,
    start,
  }))

/** https://docs.docker.com/reference/cli/docker/login/#default-behavior: user and password in base64. */
const docker: Reader = ({ text }) =>
  matches(
    text,
    /"([\w.:/-]{1,200})"\s{0,20}:\s{0,20}\{\s{0,20}"(auth|password)"\s{0,20}:\s{0,20}"([A-Za-z0-9+/=]{8,2000})"/g,
  ).map(([host, , value, start]) => ({ what: 'login', host, value, start }))

/** https://maven.apache.org/settings.html#servers, https://learn.microsoft.com/nuget/reference/nuget-config-file#packagesourcecredentials */
const xml: Reader = source => {
  const text = withoutXmlComments(source.text)
  return [
    ...matches(text, /<()(password|passphrase)>\s{0,20}([^<>\s]{1,300})\s{0,20}</g),
    ...matches(text, /key="()(ClearTextPassword)"\s{1,20}value="([^"<>\s]{1,400})"/gi),
  ].map(([, , value, start]) => ({ what: 'password', host: 'the package repository', value, start }))
}

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html */
const aws: Reader = ({ text }) =>
  matches(text, /^[ \t]*()(aws_secret_access_key|secret_key)[ \t]*=[ \t]*([A-Za-z0-9/+=]{30,60})[ \t]*\r?$/gm).map(
    ([, , value, start]) => ({ what: 'secret access key', host: 'the account', value, start }),
  )

/** https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/ */
const kubeconfig: Reader = source => {
  const root = parseYaml(source).documents[0]?.root
  const clusters = itemsOf(child(root, 'clusters'))
  const servers = clusters.flatMap(one => textOf(child(child(one, 'cluster'), 'server')) ?? [])
  // Clusters on the machine of a developer.
  if (servers.length === 0 || servers.every(server => LOCAL.test(server))) return []
  return itemsOf(child(root, 'users')).flatMap(one =>
    entriesOf(child(one, 'user')).flatMap(([key, node]) => ofUser(key, node, servers[0] ?? '')),
  )
}

function ofUser(key: string, node: Node, host: string): readonly Written[] {
  const value = textOf(node)
  if (value === undefined || !/^(?:token|password|client-key-data)$/.test(key)) return []
  return [{ what: key === 'client-key-data' ? 'client key' : key, host, value, start: node.at.start }]
}

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/(?:^|\/)\.npmrc$/, npm],
  [/(?:^|\/)\.yarnrc\.yml$/, yarn],
  [/(?:^|\/)\.pypirc$/, pypi],
  [/(?:^|\/)[._]netrc$/, netrc],
  [/(?:^|\/)\.?pgpass(?:\.conf)?$/, pgpass],
  [/(?:^|\/)\.git-credentials$/, git],
  [/(?:^|\/)(?:\.docker\/config\.json|\.dockercfg|\.dockerconfigjson)$/, docker],
  [/(?:^|\/)(?:\.m2\/|maven\/|ci\/)?settings\.xml$/, xml],
  [/(?:^|\/)nuget\.config$/i, xml],
  [/(?:^|\/)(?:\.aws\/credentials|\.s3cfg)$/, aws],
  [/(?:^|\/)(?:[\w.-]{0,60}kubeconfig[\w.-]{0,60}|\.kube\/config)$/i, kubeconfig],
]

/** The reader of a file that a client program logs in with; undefined for other files and those of tests and documents. */
export function credentialReader({ path }: RepositoryFile): Reader | undefined {
  const found = READERS.find(([pattern]) => pattern.test(path))
  if (!found || isApartFromProduction(path) || isDevelopmentPath(fileName(path)) || isDevelopmentPath(path))
    return undefined
  return found[1]
}

/** What such a file gives away; nothing that stands for a value, is filled in, or is for this machine alone. */
export function clientCredentials(source: Source, reader: Reader): readonly ClientCredential[] {
  if (source.text.length > MOST_TEXT || source.text.includes('\u0000')) return []
  return reader(source)
    .slice(0, MOST)
    .flatMap(({ what, host, value, start }): readonly ClientCredential[] => {
      if (value.length < 6 || NOT_ONE.test(value) || LOCAL.test(host)) return []
      const secret = secretIn('PASSWORD', value, true)
      const isUrl = passwordInUrl(value) !== undefined
      if (!secret || isUrl || secret.placeholder || (what === 'token' && !isGenerated(value) && value.length < 20))
        return []
      return [{ name: `the ${what} for ${host}`, at: { path: source.path, start, end: start + value.length } }]
    })
}

/** The groups of each match, host, kind and value, and where the value begins: it is the last thing that a match holds but for quotes. */
function matches(text: string, pattern: RegExp): readonly (readonly [string, string, string, number])[] {
  const found: (readonly [string, string, string, number])[] = []
  for (const match of text.matchAll(pattern)) {
    if (found.length >= MOST) break
    const [all, host = '', kind = '', value = ''] = match
    found.push([host, kind, value, match.index + all.lastIndexOf(value)])
  }
  return found
}
