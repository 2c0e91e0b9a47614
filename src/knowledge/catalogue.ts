import { files } from './images/index.js'
import type { Distribution, Software } from './software.js'

/** Software, and the image family that it comes in here. */
export interface KnownSoftware {
  readonly software: Software
  readonly distribution: Distribution
}

/** An image family by what tells it: the names of its images. */
export interface CatalogueEntry {
  /** See `Distribution.images`. */
  readonly images: readonly string[]
  /** All the rest. The bundle loads the file that it stands in when it is asked for. */
  readonly open: () => KnownSoftware
}

/** Every piece of software that is known, one entry per id. */
export const allSoftware: readonly Software[] = Object.values(files).flat()

/** Every image family that is known. The bundle replaces this module by the names alone, written out beforehand. */
export const catalogue: readonly CatalogueEntry[] = allSoftware.flatMap(software =>
  software.distributions.map(distribution => ({
    images: distribution.images,
    open: () => ({ software, distribution }),
  })),
)

/** Ids of the software that a backup program copies, by the program. */
export const backupTools: ReadonlyMap<string, readonly string[]> = toolsOf(allSoftware)

function toolsOf(all: readonly Software[]): ReadonlyMap<string, readonly string[]> {
  const tools = new Map<string, string[]>()
  for (const { id, backupTools: programs } of all) {
    for (const program of programs) tools.set(program, [...(tools.get(program) ?? []), id])
  }
  return tools
}
