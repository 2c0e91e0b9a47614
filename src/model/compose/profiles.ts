import type { ComposeProject, ComposeService } from '../../parse/compose/project.js'
import { child } from '../../parse/node.js'

/** The profiles that production has to switch on, as far as their names tell. */
export interface NeededProfiles {
  readonly profiles: readonly string[]
  /** Profiles that what is built here waits for, of which nothing tells whether production switches them on. */
  readonly doubtful: readonly string[]
}

/** What people call the profile of production itself. */
const PRODUCTION = /^(?:prod(?:uction)?|live|deploy(?:ment)?)$/i
/** What people call a profile that switches everything on. */
const EVERYTHING = /^(?:all|full|everything|default)$/i
/** What people call a profile with a part of the system that users need. */
const PART = /^(?:apps?|application|applications|web|server|backend|frontend|api|main|core|stack|services?|workers?)$/i

/**
 * Where everything that is built here waits for a profile, `docker compose up` alone starts databases and nothing that uses
 * them: production switches profiles on. https://docs.docker.com/compose/how-tos/profiles/
 */
export function neededProfiles({ services, disabled }: ComposeProject): NeededProfiles {
  const waiting = [...disabled.values()].filter(isBuilt)
  if (waiting.length === 0 || [...services.values()].some(isBuilt)) return { profiles: [], doubtful: [] }
  const names = [...new Set(waiting.flatMap(service => service.profiles))]
  for (const meant of [PRODUCTION, EVERYTHING, PART]) {
    const profiles = names.filter(name => meant.test(name))
    if (profiles.length > 0) return { profiles, doubtful: [] }
  }
  return { profiles: [], doubtful: names }
}

function isBuilt({ node }: ComposeService): boolean {
  return child(node, 'build') !== undefined
}
