import type { Tree } from '../tree.js'
import type { ConfiguredSet } from './compose-sets.js'
import type { Declared } from './declared.js'
import type { Dockerfiles } from './dockerfiles.js'

/** What the PM2 ecosystem files of the repository declare: one deployment for each file. */
export function pm2Deployments(
  _tree: Tree,
  _dockerfiles: Dockerfiles,
  _configured: readonly ConfiguredSet[],
): Declared {
  return { deployments: [], unreadable: [], notEvaluated: [], productionFiles: new Set() }
}
