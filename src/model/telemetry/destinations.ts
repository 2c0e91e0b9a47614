import { child, descend, entriesOf, itemsOf, type Node, type Problem, textOf } from '../../parse/node.js'
import { parseToml } from '../../parse/toml.js'
import { parseYaml } from '../../parse/yaml.js'
import type { Source, Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { type ContainerFiles, containerFilesOf } from '../container-files.js'
import type { Workload } from '../system.js'

/** Where the configuration of a collector or of Grafana says that it sends to, or asks. */
export interface Destination {
  readonly from: Workload
  /** As people call it: `the output loki`, `the data source Prometheus`. */
  readonly what: string
  readonly host: string
  readonly port?: number
  readonly at: Span
}

/** What one file says: places that are known, and whether there are others. */
interface Outputs {
  readonly found: readonly Omit<Destination, 'from'>[]
  /** Outputs that name no host, or one that is set elsewhere. */
  readonly others: number
}

const NOTHING: Outputs = { found: [], others: 0 }

/** A file that could not be read in full. */
interface BrokenFile {
  readonly path: string
  readonly problems: readonly Problem[]
}

/** Where collectors of logs and Grafana send and ask. */
export interface FoundDestinations {
  /** Everything that configurations of production send to or ask. Absent: its configuration is not known. */
  readonly outputs: ReadonlyMap<Workload, Outputs>
  readonly broken: readonly BrokenFile[]
}

/** Reads the configurations of collectors of logs and of Grafana. */
export function destinationsOf(workloads: readonly Workload[], tree: Tree): FoundDestinations {
  const broken = new Map<string, BrokenFile>()
  const outputs = new Map(
    workloads.flatMap(workload => {
      const form = FORMS[workload.software?.id ?? '']
      const read = form && outputsIn(form, workload, tree, broken)
      return read ? [[workload, read] as const] : []
    }),
  )
  return { outputs, broken: [...broken.values()] }
}

interface Form {
  /** Where the image looks; patterns for folders. */
  readonly paths: readonly string[]
  /** The argument that names another file. */
  readonly flag?: RegExp
  readonly read: (source: Source) => Outputs
}

/** Files of one workload, and lists of hosts in one file, beyond which no more are read. */
const MOST_FILES = 50

function outputsIn(form: Form, workload: Workload, tree: Tree, broken: Map<string, BrokenFile>): Outputs | undefined {
  const files = containerFilesOf(workload, tree)
  const sources = sourcesOf(form, workload, files)
  if (sources.length === 0) return undefined
  const read = sources.slice(0, MOST_FILES).map(source => {
    const { problems = [] } = structured(source) ?? {}
    if (problems.length > 0) broken.set(source.path, { path: source.path, problems })
    return form.read(source)
  })
  return { found: read.flatMap(one => one.found), others: read.reduce((sum, one) => sum + one.others, 0) }
}

function sourcesOf({ paths, flag }: Form, { start }: Workload, files: ContainerFiles): readonly Source[] {
  const words = start?.argv ?? []
  const index = flag ? words.findIndex(word => word !== null && flag.test(word)) : -1
  const given = index === -1 ? undefined : (/[=](.+)$/.exec(words[index] ?? '')?.[1] ?? words[index + 1] ?? undefined)
  const named = given?.startsWith('/') ? [given] : paths
  return named.flatMap(path => files.match(path).files.map(({ source }) => source))
}

const URL_OR_HOST = /^(?:([a-z][\w+.-]*):\/\/)?(?:[^@/\s]*@)?(\[[^\]]+\]|[\w.-]+)(?::(\d{1,5}))?(?:[/?]|$)/i

/** An address as people write it; undefined for what is filled in elsewhere. */
function addressOf(text: string): Pick<Destination, 'host' | 'port'> | undefined {
  if (/[${}%<>]/.test(text)) return undefined
  const [, , host, port] = URL_OR_HOST.exec(text.trim()) ?? []
  return host === undefined ? undefined : { host, ...(port === undefined ? {} : { port: Number(port) }) }
}

function output(what: string, text: string | undefined, at: Span): Outputs {
  const address = text === undefined ? undefined : addressOf(text)
  return address ? { found: [{ what, ...address, at }], others: 0 } : { found: [], others: 1 }
}

function together(all: readonly Outputs[]): Outputs {
  return { found: all.flatMap(one => one.found), others: all.reduce((sum, one) => sum + one.others, 0) }
}

/** A file of YAML or TOML; undefined for others. */
function structured(
  source: Source,
): { readonly root: Node | undefined; readonly problems: readonly Problem[] } | undefined {
  if (/\.toml$/i.test(source.path)) return parseToml(source)
  if (!/\.ya?ml$/i.test(source.path)) return undefined
  const { documents, problems } = parseYaml(source)
  return { root: documents[0]?.root, problems }
}

function rootOf(source: Source): Node | undefined {
  return structured(source)?.root
}

function atNode(what: string, node: Node | undefined, fallback: Span): Outputs {
  return output(what, textOf(node), node?.at ?? fallback)
}

/** https://grafana.com/docs/loki/latest/send-data/promtail/configuration/#clients */
function promtail(source: Source): Outputs {
  const clients = itemsOf(child(rootOf(source), 'clients'))
  return together(clients.map(client => atNode('its client', child(client, 'url'), client.at)))
}

/** https://vector.dev/docs/reference/configuration/sinks/ */
function vector(source: Source): Outputs {
  return together(
    entriesOf(child(rootOf(source), 'sinks')).map(([name, sink, at]) => {
      const place = ['endpoint', 'address', 'uri', 'host'].map(key => child(sink, key)).find(one => one !== undefined)
      const list = itemsOf(child(sink, 'endpoints'))
      if (list.length > 0) return together(list.map(one => atNode(`the sink ${name}`, one, at)))
      return atNode(`the sink ${name}`, place, at)
    }),
  )
}

/** https://www.elastic.co/docs/reference/beats/filebeat/configuring-output; keys may be nested or dotted. */
function filebeat(source: Source): Outputs {
  const root = rootOf(source)
  const nested = entriesOf(child(root, 'output')).map(([name, node, at]) => ({ name, node, at }))
  const dotted = entriesOf(root).flatMap(([key, node, at]) => {
    const name = /^output\.(\w+)$/.exec(key)?.[1]
    return name === undefined ? [] : [{ name, node, at }]
  })
  return together(
    [...nested, ...dotted].flatMap(({ name, node, at }) => {
      if (textOf(child(node, 'enabled')) === 'false') return []
      const hosts = child(node, 'hosts')
      const list = hosts?.kind === 'list' ? hosts.items : hosts ? [hosts] : []
      if (list.length === 0) return [{ found: [], others: 1 }]
      return list.map(one => atNode(`output.${name}`, one, at))
    }),
  )
}

/** https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources; asked by the server unless `access: direct`. */
function grafana(source: Source): Outputs {
  const sources = itemsOf(child(rootOf(source), 'datasources'))
  return together(
    sources.flatMap(one => {
      const url = child(one, 'url')
      if (!url || textOf(child(one, 'access')) === 'direct') return []
      return [atNode(`the data source ${textOf(child(one, 'name')) ?? ''}`.trim(), url, url.at)]
    }),
  )
}

/** Sections of text, each with what stands in it. */
function sections(source: Source, pattern: RegExp, read: (body: string, start: number) => Outputs): Outputs {
  const found = [...source.text.matchAll(pattern)]
  return together(found.map(one => read(one[1] ?? '', one.index + one[0].indexOf(one[1] ?? ''))))
}

function setting(source: Source, body: string, start: number, pattern: RegExp, what: string): Outputs {
  const found = pattern.exec(body)
  const value = found?.[1]
  if (!found || value === undefined) return { found: [], others: 1 }
  const at = start + found.index + found[0].lastIndexOf(value)
  return output(what, value, { path: source.path, start: at, end: at + value.length })
}

/** https://grafana.com/docs/alloy/latest/reference/components/loki/loki.write/ */
function alloy(source: Source): Outputs {
  return sections(source, /^[ \t]*endpoint[ \t]*\{([^{}]{0,5000})/gm, (body, start) =>
    setting(source, body, start, /^[ \t]*url[ \t]*=[ \t]*"([^"\n]*)"/m, 'an endpoint'),
  )
}

/** https://docs.fluentbit.io/manual/data-pipeline/outputs */
function fluentBit(source: Source): Outputs {
  if (/\.ya?ml$/i.test(source.path)) {
    const outputs = itemsOf(descend(rootOf(source), 'pipeline', 'outputs'))
    return together(
      outputs.map(one => atNode(`the output ${textOf(child(one, 'name')) ?? ''}`.trim(), child(one, 'host'), one.at)),
    )
  }
  if (/^[ \t]*@include\b/im.test(source.text)) return { found: [], others: 1 }
  return sections(source, /^[ \t]*\[OUTPUT\]([^[]{0,5000})/gim, (body, start) => {
    const name = /^[ \t]*name[ \t]+(\S+)/im.exec(body)?.[1] ?? ''
    return setting(source, body, start, /^[ \t]*host[ \t]+(\S+)/im, `the output ${name}`)
  })
}

/** https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-elasticsearch */
function logstash(source: Source): Outputs {
  const outputs = source.text.search(/^[ \t]*output\s*\{/m)
  if (outputs === -1) return NOTHING
  const text = source.text.slice(outputs)
  const lists = [...text.matchAll(/^[ \t]*hosts?[ \t]*=>[ \t]*\[?([^\]\n]{0,5000})/gm)].slice(0, MOST_FILES)
  return together(
    lists.flatMap(({ 0: whole, 1: list = '', index }) => {
      const begin = outputs + index + whole.length - list.length
      return [...list.matchAll(/"([^"\n]+)"|'([^'\n]+)'/g)].map(one => {
        const value = one[1] ?? one[2] ?? ''
        const start = begin + one.index + 1
        return output('its output', value, { path: source.path, start, end: start + value.length })
      })
    }),
  )
}

/** By the id of the software. */
const FORMS: Readonly<Record<string, Form>> = {
  promtail: {
    paths: ['/etc/promtail/config.yml', '/etc/promtail/config.yaml'],
    flag: /^-{1,2}config\.file(?:=|$)/,
    read: promtail,
  },
  alloy: { paths: ['/etc/alloy/config.alloy'], flag: /\.alloy$/, read: alloy },
  vector: {
    paths: ['/etc/vector/vector.yaml', '/etc/vector/vector.yml', '/etc/vector/vector.toml'],
    flag: /^(?:-c|--config(?:-yaml|-toml)?)(?:=|$)/,
    read: vector,
  },
  beats: { paths: ['/usr/share/filebeat/filebeat.yml'], flag: /^(?:-c)$/, read: filebeat },
  'fluent-bit': {
    paths: ['/fluent-bit/etc/fluent-bit.conf', '/fluent-bit/etc/fluent-bit.yaml'],
    flag: /^(?:-c|--config)(?:=|$)/,
    read: fluentBit,
  },
  logstash: { paths: ['/usr/share/logstash/pipeline/*.conf'], read: logstash },
  grafana: { paths: ['/etc/grafana/provisioning/datasources/*'], read: grafana },
}
