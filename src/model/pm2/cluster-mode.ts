import type { Workload } from '../system.js'

/** Programs that start another one: a worker of the cluster module loads a file of JavaScript, and none of these is one. */
const STARTERS = /(?:^|\/)(?:npm|npx|yarn|pnpm|bun|bunx)(?:\.cmd)?$/

/**
 * What to write so that several instances of an app share its port. PM2 runs the instances of cluster mode through the module
 * `cluster` of Node.js (https://pm2.keymetrics.io/docs/usage/cluster-mode/), so `script` has to be the file that listens.
 */
export function clusterMode({ pm2 }: Workload): string {
  const settings = `\`instances: 2\` (or \`'max'\`) and \`exec_mode: 'cluster'\``
  const script = pm2?.scriptPath
  if (script === undefined || !STARTERS.test(script)) return settings
  return `put the JavaScript file that listens (what the start script of package.json runs) in place of \`script: '${script}'\`, which cluster mode cannot load, with ${settings}`
}
