import { MIB, maximumHeap } from '../../knowledge/sizes.js'
import type { WrittenMemoryUse } from '../datastore/memory-use.js'
import type { Workload } from '../system.js'

/** Options that every JVM reads, and those that start scripts of Java programs hand on. */
const JVM_OPTIONS = ['JDK_JAVA_OPTIONS', '_JAVA_OPTIONS', 'JAVA_TOOL_OPTIONS', 'JAVA_OPTS', 'CATALINA_OPTS']

/** What the runtime of a program of one's own is told to take of memory, where that is written. */
export function programMemoryOf(workload: Workload): WrittenMemoryUse | undefined {
  return jvmOf(workload) ?? v8Of(workload) ?? goOf(workload)
}

function jvmOf({ environment, start }: Workload): WrittenMemoryUse | undefined {
  const common = {
    what: 'JVM heap',
    share: 0.85,
    usualShare: 0.75,
    setting: (bytes: number) => `-Xmx${Math.floor(bytes / MIB)}m (or \`-XX:MaxRAMPercentage=75\`)`,
    source: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html',
  }
  const command = maximumHeap(/(?:^|[\s/])java\s/.test(start?.text ?? '') ? (start?.text ?? '') : '')
  if (typeof command === 'number') return { ...common, bytes: command }
  for (const name of JVM_OPTIONS) {
    const value = environment.get(name)?.value
    const bytes = value?.known ? maximumHeap(value.value) : 'unset'
    if (typeof bytes === 'number') return { ...common, bytes, by: { kind: 'variable', name } }
  }
  return undefined
}

/**
 * The old space of V8, in MiB: of the command, else of NODE_OPTIONS. Buffers and stacks come on top, so that as much as the
 * container has is too much. https://nodejs.org/api/cli.html#--max-old-space-sizesize-in-mib
 */
function v8Of({ environment, runs = [] }: Workload): WrittenMemoryUse | undefined {
  const common = {
    what: 'heap of Node.js',
    share: 0.9,
    usualShare: 0.75,
    setting: (bytes: number) => `--max-old-space-size=${Math.floor(bytes / MIB)}`,
    source: 'https://nodejs.org/api/cli.html#--max-old-space-sizesize-in-mib',
  }
  for (const { words, at, isSure } of runs) {
    const [program] = words
    const bytes = isSure && /(?:^|\/)node$/.test(program ?? '') ? oldSpace(words.join(' ')) : undefined
    if (bytes !== undefined) return { ...common, bytes, at }
  }
  const value = environment.get('NODE_OPTIONS')?.value
  const bytes = value?.known ? oldSpace(value.value) : undefined
  return bytes === undefined ? undefined : { ...common, bytes, by: { kind: 'variable', name: 'NODE_OPTIONS' } }
}

/** The last of several counts. Underscores stand for dashes. */
function oldSpace(text: string): number | undefined {
  const last = [...text.matchAll(/--max[-_]old[-_]space[-_]size[= ]["']?(\d{1,7})\b/g)].at(-1)?.[1]
  return last === undefined ? undefined : Number(last) * MIB
}

const GO_UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['B', 1],
  ['KiB', 1024],
  ['MiB', MIB],
  ['GiB', 1024 ** 3],
  ['TiB', 1024 ** 4],
])

/** What the collector of Go tries to stay below; above the limit of the container it never begins to. https://pkg.go.dev/runtime#hdr-Environment_Variables */
function goOf({ environment }: Workload): WrittenMemoryUse | undefined {
  const value = environment.get('GOMEMLIMIT')?.value
  const match = value?.known ? /^\s*(\d{1,15})([KMGT]iB|B)?\s*$/.exec(value.value) : undefined
  const unit = GO_UNITS.get(match?.[2] ?? '')
  if (!match || unit === undefined) return undefined
  return {
    what: 'GOMEMLIMIT',
    share: 1,
    usualShare: 0.9,
    bytes: Number(match[1]) * unit,
    by: { kind: 'variable', name: 'GOMEMLIMIT' },
    setting: bytes => `GOMEMLIMIT=${Math.floor(bytes / MIB)}MiB`,
    source: 'https://go.dev/doc/gc-guide#Suggested_uses',
  }
}
