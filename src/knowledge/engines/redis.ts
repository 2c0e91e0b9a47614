import {
  type Argument,
  commandText,
  hasWord,
  option,
  orInFile,
  programOf,
  programWords,
  splitWords,
} from '../arguments.js'
import { argument, firstSet, type ServiceFacts, text, variable } from '../facts.js'
import type { Authentication, MemoryUse, Replication } from '../judgement.js'
import { redisBytes } from '../sizes.js'
import type { VariableFacts } from '../software.js'
import { alone, claimed, FILE_DECIDES, guarded, hostsIn, open, unclear, undecided, wired } from '../verdicts.js'

/** Where a server of the family takes its settings from. */
export interface Family {
  /** `redis` or `valkey`: names of programs. */
  readonly program: string
  /** The variable that adds arguments, where the image has one. */
  readonly extra?: string
}

function server(facts: ServiceFacts, family: Family): readonly (string | null)[] {
  const extra = family.extra ? facts.environment(family.extra) : undefined
  const added = extra === null ? [null, null] : extra ? splitWords(extra) : []
  const given = programWords(facts.argv) ?? [`${family.program}-server`]
  return [...given.flatMap(withValue), ...added]
}

/** The server takes `--maxmemory 1gb` as one word, too: https://github.com/redis/redis/blob/7.0.0/src/server.c (main). */
function withValue(word: string | null): readonly (string | null)[] {
  return word !== null && /^--[\w-]+\s/.test(word) ? splitWords(word) : [word]
}

function isServer(words: readonly (string | null)[]): boolean {
  const program = programOf(words)
  return program === undefined
    ? words[0] !== null
    : /(?:^|-)(?:server|sentinel)$/.test(program) || /\.conf$/.test(program)
}

function hasConfigFile(facts: ServiceFacts, words: readonly (string | null)[]): boolean {
  return facts.configMounted || words.some(word => word?.endsWith('.conf'))
}

/**
 * Whether strangers get in: a password, an ACL, the loopback address and protected mode, which the images switch off, keep
 * them out. https://redis.io/docs/latest/operate/oss_and_stack/management/security/
 */
export function authentication(family: Family): (facts: ServiceFacts) => Authentication {
  return facts => {
    const words = server(facts, family)
    const fix = `Start it with command: ${family.program}-server --requirepass <password>, or mount a file with the password and name it in the command.`
    if (!isServer(words)) return undecided('what it starts is not known', fix)
    for (const name of ['--requirepass', '--aclfile', '--user']) {
      const given = option(words, name)
      if (given.given === 'yes' && given.value === '') return open(`${name} is empty`, fix, argument(name))
      if (given.given === 'yes') return guarded(`${name} is given`, argument(name))
      if (given.given === 'unknown') return undecided('a part of its command is not known', fix)
    }
    if (hasConfigFile(facts, words)) return undecided('its configuration file decides', fix)
    const bind = option(words, '--bind')
    if (bind.given === 'yes' && /^(?:127\.|localhost$|::1$)/.test(bind.value ?? ''))
      return guarded('it listens on the loopback address only', argument('--bind'))
    const mode = option(words, '--protected-mode')
    if (mode.given === 'yes' && mode.value === 'yes')
      return guarded('--protected-mode yes answers to loopback only', argument('--protected-mode'))
    const wish = firstSet(facts, [
      'REDIS_PASSWORD',
      'REDIS_PASS',
      'VALKEY_PASSWORD',
      'REDIS_PASSWORD_FILE',
      'REQUIREPASS',
    ])
    if (wish) return open(`no --requirepass is given, and ${wish} is not read by this image`, fix, variable(wish))
    return open('neither --requirepass nor an ACL nor a configuration file sets one', fix)
  }
}

/** Which other nodes it keeps its data with. */
export function replication(family: Family): (facts: ServiceFacts) => Replication {
  return facts => {
    const words = server(facts, family)
    if (programOf(words)?.endsWith('-cli')) return clusterCreation(words)
    // A script in front of it is given the program to run as its words.
    if (/(?:^|[\s/])[a-z]+-sentinel(?:\s|$)|\s--sentinel(?:\s|$)/.test(commandText(facts.argv))) {
      return wired('watcher', 'it is a sentinel: it watches and keeps no data', [])
    }
    const follows = option(words, 'replicaof', 'slaveof')
    if (follows.given === 'yes') {
      return wired(
        'replica',
        'it follows its primary',
        hostsIn(follows.value?.split(' ')[0] ?? ''),
        argument('--replicaof'),
      )
    }
    const cluster = option(words, 'cluster-enabled')
    if (cluster.given === 'yes' && cluster.value === 'yes') {
      return unclear(
        'cluster mode is on; redis-cli --cluster create must have joined the nodes',
        argument('--cluster-enabled'),
        'member',
      )
    }
    if (follows.given === 'unknown' || hasConfigFile(facts, words)) return unclear(FILE_DECIDES)
    const asked = firstSet(facts, [
      'REDIS_REPLICATION_MODE',
      'REDIS_MASTER_HOST',
      'REDIS_REPLICAOF',
      'REDIS_SLAVEOF',
      'VALKEY_REPLICATION_MODE',
      'VALKEY_PRIMARY_HOST',
    ])
    if (asked) {
      const primary = /^(?:master|primary)$/i.test(text(facts, asked) ?? '')
      return claimed(
        `${asked} is not read by this image`,
        `Start the second node with command: ${family.program}-server --replicaof <primary> 6379.`,
        variable(asked),
        primary ? 'primary' : 'replica',
      )
    }
    return alone('--replicaof is not given')
  }
}

/** `redis-cli --cluster create a:1 b:1 … --cluster-replicas 1`: a client that ends; it needs three primaries with their replicas. */
function clusterCreation(words: readonly (string | null)[]): Replication {
  const by = argument('--cluster create')
  const nodes = words.filter((word): word is string => word !== null && /^[\w.-]+:\d+$/.test(word))
  const peers = hostsIn(nodes.join(','))
  if (hasWord(words, ['--cluster']) !== 'yes') return unclear('it runs a client, not a server', undefined, 'watcher')
  const replicas = option(words, 'cluster-replicas')
  const wanted = replicas.given === 'yes' && /^[0-9]$/.test(replicas.value ?? '') ? 3 * (Number(replicas.value) + 1) : 3
  if (!words.includes(null) && hasWord(words, ['create']) === 'yes' && nodes.length < wanted) {
    return {
      ...claimed(
        `a cluster like this takes ${wanted} nodes and ${nodes.length} are given`,
        `Give it ${wanted} nodes that run with --cluster-enabled yes.`,
        by,
        'watcher',
      ),
      peers,
    }
  }
  return unclear('it joins nodes to a cluster once, and then ends', by, 'watcher', peers)
}

/** What `--maxmemory` allows; undefined where nothing bounds it or a file decides. */
export function memory(family: Family): (facts: ServiceFacts) => MemoryUse | undefined {
  return facts => {
    const set = option(server(facts, family), 'maxmemory')
    if (set.given !== 'yes') return undefined
    const bytes = set.value === undefined ? undefined : redisBytes(set.value)
    if (bytes === 0) return undefined
    return {
      what: 'maxmemory',
      ...(bytes === undefined ? {} : { bytes }),
      by: argument('--maxmemory'),
      share: 0.75,
      setting: wanted => `--maxmemory ${Math.max(1, Math.floor(wanted / 1024 ** 2))}mb`,
      source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/',
    }
  }
}

/** `--dir` moves the data. */
export function dataPath(family: Family): (facts: ServiceFacts) => string | null | undefined {
  return facts => {
    const set = option(server(facts, family), 'dir')
    return set.given === 'yes' ? (set.value ?? null) : undefined
  }
}

/** Variables that look like settings and that an image without scripts for them does not read. */
export function ignoredBy(image: string, program: string, prefix: string): VariableFacts['ignored'] {
  const settings: readonly [RegExp, string][] = [
    [
      new RegExp(`^${prefix}_(?:PASSWORD|PASS|PASSWORD_FILE|REQUIREPASS)$`),
      `command: ${program} --requirepass <password>`,
    ],
    [new RegExp(`^${prefix}_MAX_?MEMORY$`), `command: ${program} --maxmemory <size>`],
    [new RegExp(`^${prefix}_MAX_?MEMORY_POLICY$`), `command: ${program} --maxmemory-policy <policy>`],
    [new RegExp(`^${prefix}_(?:APPEND_?ONLY|AOF_ENABLED)$`), `command: ${program} --appendonly yes`],
    [
      new RegExp(`^${prefix}_(?:REPLICATION_MODE|MASTER_HOST|REPLICAOF|SLAVEOF|PRIMARY_HOST)$`),
      `command: ${program} --replicaof <primary> 6379`,
    ],
  ]
  return settings.map(([pattern, instead]) => ({
    pattern,
    because: `${image} takes no settings from variables`,
    instead,
  }))
}

/** A setting of redis.conf, from the command or from the variable that adds to it. */
export function setting(family: Family): (facts: ServiceFacts, name: string) => Argument {
  return (facts, name) => {
    const words = server(facts, family)
    return orInFile(option(words, name), hasConfigFile(facts, words) || !isServer(words))
  }
}
