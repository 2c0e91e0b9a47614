import { type Fact, knownValue } from '../../source.js'
import type { Workload } from '../system.js'

/** Where a container is told to run as root and to let its programs gain more: both written, so neither is forgotten. */
export function rootMayGain({ privileges: { user, escalation } }: Workload): Fact<boolean> | undefined {
  return user && /^(?:0|root)(?::|$)/.test(knownValue(user) ?? '') && knownValue(escalation) === true
    ? escalation
    : undefined
}
