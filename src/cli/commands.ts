/** The commands in one room: loaded together, once the arguments are known to be good. */
export { audit } from '../audit.js'
export { runAudit } from './audit-command.js'
export { runBaseline } from './baseline-command.js'
export { runExplain, runRules } from './rule-commands.js'
