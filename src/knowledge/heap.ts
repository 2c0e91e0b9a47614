import { type ServiceFacts, type SettingName, variable } from './facts.js'
import type { MemoryUse } from './judgement.js'
import { maximumHeap, shortSize } from './sizes.js'

/** How a JVM service is told the size of its heap. */
export interface HeapSetting {
  /** Variables with JVM options; the first one that sets `-Xmx` counts. */
  readonly variables: readonly string[]
  /** Bytes without any setting. Absent: the JVM or the image works it out from the memory limit. */
  readonly defaultBytes?: number
  readonly share: number
  readonly usualShare?: number
  readonly least?: number
  readonly source: string
}

/** The maximum heap of a JVM service; undefined when nothing sets it and there is no fixed default. */
export function heapOf(facts: ServiceFacts, heap: HeapSetting): MemoryUse | undefined {
  const first = heap.variables[0] ?? 'JAVA_TOOL_OPTIONS'
  const common = {
    what: 'JVM heap',
    share: heap.share,
    ...(heap.usualShare === undefined ? {} : { usualShare: heap.usualShare }),
    ...(heap.least === undefined ? {} : { least: heap.least }),
    setting: (bytes: number) => `${first}=-Xms${shortSize(bytes)} -Xmx${shortSize(bytes)}`,
    source: heap.source,
  }
  for (const name of heap.variables) {
    const by: SettingName = variable(name)
    const value = facts.environment(name)
    if (value === null) return { ...common, by }
    const bytes = maximumHeap(value ?? '')
    if (bytes === 'unknown') return { ...common, by }
    if (bytes !== 'unset') return { ...common, by, bytes }
  }
  if (heap.defaultBytes === undefined || facts.configMounted) return undefined
  return { ...common, bytes: heap.defaultBytes }
}
