import { type NginxProxy, nginxOf } from '../../src/model/nginx/facts.js'
import { setting, settingText } from '../../src/model/nginx/scopes.js'
import { defineRule } from '../../src/rule.js'
import { knownValue, type Span } from '../../src/source.js'

/** What nginx takes when nothing is written (https://nginx.org/en/docs/ngx_core_module.html#worker_connections). */
const DEFAULT_CONNECTIONS = 512
const ENOUGH = 1_024

export default defineRule({
  id: 'nginx/worker-limits-low',
  title: 'nginx uses one core, or has too few connections',
  category: 'performance',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Without `worker_processes auto` one process on one core does all the work. A client that is passed on takes two connections and two open files: at the limit nginx accepts nobody, or logs "too many open files".',
  fix: 'Write `worker_processes auto;` and `worker_rlimit_nofile 16384;` at the top, and `worker_connections 4096;` into `events`: at most half of the open files.',
  refs: [
    'https://nginx.org/en/docs/ngx_core_module.html#worker_processes',
    'https://nginx.org/en/docs/ngx_core_module.html#worker_connections',
    'https://nginx.org/en/docs/ngx_core_module.html#worker_rlimit_nofile',
    'https://github.com/moby/moby/issues/51485',
  ],
  reads: ['nginx'],
  check({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      if (proxy.nginx.mainFile === 'unknown') continue
      pass(proxy)
      for (const { key, at, what } of [...processes(proxy), ...connections(proxy)]) fail(proxy, at, what, { key })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          user nginx; #! nginx.conf sets no worker_processes, so that there is one
          events {
            worker_connections 512; #! 512 connections for each worker are 256 clients that are passed on
          }
          http { server { listen 80; location / { proxy_pass http://api:3000; } } }
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          worker_processes 1; #! worker_processes 1 leaves all but one core idle
          worker_rlimit_nofile 8192;
          events { worker_connections 8000; } #! 8000 connections that are passed on take 16000 open files, and worker_rlimit_nofile is 8192
          http { server { listen 80; location / { proxy_pass http://api:3000; } } }
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], ulimits: { nofile: 1024 }, volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }
            files: { image: "nginx:1.30.0", ports: ["81:80"], ulimits: { nofile: 2048 }, volumes: ["./files.conf:/etc/nginx/nginx.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          worker_processes auto;
          events { worker_connections 10000; } #! 10000 connections that are passed on take 20000 open files, and \`ulimits.nofile\` allows 1024
          http { server { listen 80; location / { proxy_pass http://api:3000; } } }
        `,
        'files.conf': `
          worker_processes auto;
          events { worker_connections 4096; } #! 4096 connections take 4096 open files, and \`ulimits.nofile\` allows 2048
          http { server { listen 80; root /usr/share/nginx/html; } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }
            site: { image: "nginx:1.30.0", ports: ["81:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            small: { image: "nginx:1.30.0", ports: ["82:80"], cpus: 1, ulimits: { nofile: { soft: 20000, hard: 40000 } }, volumes: ["./small.conf:/etc/nginx/nginx.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          worker_processes auto;
          worker_rlimit_nofile 8192;
          events { worker_connections 4096; }
          http { server { listen 80; location / { proxy_pass http://api:3000; } } }
        `,
        'site.conf': 'server { listen 80; location / { proxy_pass http://api:3000; } }',
        'small.conf': `
          worker_processes 1;
          events { worker_connections 10000; }
          http { server { listen 80; root /usr/share/nginx/html; } }
        `,
      },
    ],
  },
})

interface Shortage {
  readonly key: string
  readonly at: Span
  readonly what: string
}

/** One process is enough where the container has no more than one core. */
function processes({ nginx, workloads, name }: NginxProxy): readonly Shortage[] {
  const cores = workloads.map(({ resources }) => knownValue(resources.cpuLimit))
  if (cores.length > 0 && cores.every(count => count !== undefined && count <= 1)) return []
  const written = setting(nginx.main, 'worker_processes')
  if (written) {
    const what = 'worker_processes 1 leaves all but one core idle'
    return written.args[0]?.text === '1' ? [{ key: 'processes', at: written.at, what }] : []
  }
  if (nginx.main.unread.length > 0) return []
  return [{ key: 'processes', at: nginx.main.at, what: `${name} sets no worker_processes, so that there is one` }]
}

function connections(proxy: NginxProxy): readonly Shortage[] {
  const { events, passes } = proxy.nginx
  if (!events || events.unread.length > 0) return []
  const written = setting(events, 'worker_connections')
  const text = written?.args[0]?.text
  const count = text === undefined ? DEFAULT_CONNECTIONS : /^\d{1,9}$/.test(text) ? Number(text) : undefined
  if (count === undefined) return []
  const at = written?.at ?? events.at
  const each = passes.length > 0 ? 2 : 1
  if (count < ENOUGH) {
    const clients = `${Math.floor(count / each)} clients${each === 2 ? ' that are passed on' : ''}`
    const what = `${written ? '' : 'the default of '}${count} connections for each worker are ${clients}`
    return [{ key: 'connections', at, what }]
  }
  const limit = openFiles(proxy)
  // With the usual thousand all is as everybody has it.
  if (!limit || count * each <= limit.files || count === ENOUGH) return []
  const use = each === 2 ? `that are passed on take ${count * 2} open files` : `take ${count} open files`
  return [{ key: 'files', at, what: `${count} connections ${use}, and ${limit.because}` }]
}

/** What a process that systemd starts may open where nothing else is said. */
const USUAL_FILES = 1_024

/** How many files a worker may have open; undefined when that is set outside the repository. */
function openFiles({ nginx, workloads }: NginxProxy): { readonly files: number; readonly because: string } | undefined {
  const own = settingText(nginx.main, 'worker_rlimit_nofile')
  if (own !== undefined) return { files: Number(own), because: `worker_rlimit_nofile is ${own}` }
  if (nginx.main.unread.length > 0 || workloads.some(({ platform }) => platform === 'kubernetes')) return undefined
  const [set] = workloads.flatMap(({ resources }) => resources.openFiles ?? [])
  // In a container it is 1,048,576 up to Docker 28 and 1,024 since: which one runs there is not written anywhere.
  if (!set && workloads.length > 0) return undefined
  if (!set) return { files: USUAL_FILES, because: `nothing raises the ${USUAL_FILES} that systemd allows` }
  if (!set.known || set.value < 0) return undefined
  return { files: set.value, because: `\`ulimits.nofile\` allows ${set.value}` }
}
