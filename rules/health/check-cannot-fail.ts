import { authenticatedPing } from '../../src/model/datastore/redis.js'
import { checkName, needsHealthCheck, testFix } from '../../src/model/health-demand.js'
import { wordsFor } from '../../src/model/platform-words.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { HealthCheck, Workload } from '../../src/model/system.js'
import { canFail, programOf, type ShellCommand, unwrapCommand } from '../../src/parse/shell.js'
import { defineRule } from '../../src/rule.js'

const KUBERNETES_WHY =
  'The kubelet looks at the exit status alone. A probe that ends with 0 in every case keeps a container in service that answers errors, and restarts none that hangs.'

export default defineRule({
  id: 'health/check-cannot-fail',
  title: 'A healthcheck passes whatever state the service is in',
  category: 'service-health',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Docker looks at the exit status alone. A check that ends with 0 in every case reports "healthy" for a service that answers errors, and everything that waits for it is misled.',
  fix: 'Let the check end with another status than 0 when the answer is wrong: `curl --fail`, `wget --spider`, `| grep -q PONG`, no `|| true` behind it.',
  refs: [
    'https://docs.docker.com/reference/dockerfile/#healthcheck',
    'https://curl.se/docs/manpage.html#-f',
    'https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html',
    'https://redis.io/docs/latest/develop/tools/cli/',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue
      if (workload.health.state === 'none' || workload.health.state === 'disabled')
        implied(workload, 'health/check-missing')
      for (const check of workload.health.checks) {
        const found = weakness(check, workload)
        if (found)
          fail(workload, check, `${checkName(check, workload)} ${found.what}`, {
            fix: testFix(found.fix, workload),
            ...wordsFor(workload, { kubernetes: { why: KUBERNETES_WHY } }),
            ...(found.minor ? { severity: 'low' } : {}),
          })
        else pass(workload)
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              healthcheck: { test: [CMD-SHELL, "curl http://localhost:3000/health || exit 0"] } #! cannot fail
            web:
              image: ghcr.io/acme/web:1.4.0
              healthcheck: { test: [CMD, curl, "http://localhost:8080/health"] } #! passes on HTTP errors
            worker:
              image: ghcr.io/acme/worker:1.4.0
              healthcheck: { test: [CMD, node, -e, "process.exit(0)"] } #! cannot fail
            mailer:
              image: ghcr.io/acme/mailer:1.4.0
              healthcheck: { test: "test -f /run/mailer.pid || exit 1" } #! only looks for /run/mailer.pid
            spooler:
              image: ghcr.io/acme/spooler:1.4.0
              healthcheck: { test: "[ -f /run/spooler.pid ]" } #! only looks for /run/spooler.pid
            cache:
              image: redis:8.0
              command: redis-server --requirepass \${REDIS_PASSWORD}
              healthcheck: { test: [CMD, redis-cli, --raw, incr, ping] } #! is refused for want of a password and still ends with 0
            queue:
              image: redis:8.0
              command: redis-server /etc/redis.conf
              volumes: ["./redis.conf:/etc/redis.conf:ro"]
              healthcheck: { test: [CMD, redis-cli, ping] } #! is refused for want of a password and still ends with 0
            edge:
              image: nginx:1.29.1
              healthcheck: { test: "nginx -t || exit 1" } #! the healthcheck of edge tests the configuration file and asks no server
            tool:
              image: ghcr.io/acme/tool:1.4.0
              healthcheck: { test: [CMD, /app/tool, --version] } #! prints the version and asks no server
            legacy:
              image: mysql:8.4
              healthcheck: { test: [CMD, mysqladmin, ping, -h, localhost] } #! passes during the first initialisation
        `,
        'redis.conf': `
          requirepass "\${REDIS_PASSWORD}"
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    livenessProbe: { exec: { command: [sh, -c, "curl http://localhost:3000/health || exit 0"] } } #! the liveness probe of api cannot fail
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache
                    image: redis:8.0
                    args: [--requirepass, $(REDIS_PASSWORD)]
                    env: [{ name: REDIS_PASSWORD, valueFrom: { secretKeyRef: { name: cache, key: password } } }]
                    readinessProbe:
                      exec:
                        command: [redis-cli, ping] #! the readiness probe of cache is refused for want of a password
        `,
      },
    ],
    good: [
      {
        // The number in the file is asked after; a file that the program renews tells that it works.
        'compose.yaml': `
          services:
            mailer: { image: "ghcr.io/acme/mailer:1.4.0", healthcheck: { test: 'kill -0 "$$(cat /run/mailer.pid)"' } }
            spooler: { image: "ghcr.io/acme/spooler:1.4.0", healthcheck: { test: "test -f /run/spooler.pid && pgrep spooler" } }
            worker: { image: "ghcr.io/acme/worker:1.4.0", healthcheck: { test: "test -f /tmp/healthy" } }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", healthcheck: { test: [CMD-SHELL, "curl -fsS http://localhost:3000/health || exit 1"] } }
            web: { image: "ghcr.io/acme/web:1.4.0", healthcheck: { test: "wget --spider -q http://localhost:8080/health" } }
            status: { image: "ghcr.io/acme/status:1.4.0", healthcheck: { test: "curl -s http://localhost/health | grep -q ok" } }
            code: { image: "ghcr.io/acme/code:1.4.0", healthcheck: { test: '[ "$$(curl -s -o /dev/null -w "%{http_code}" http://localhost/health)" = 200 ]' } }
            cache:
              image: redis:8.0
              command: redis-server --requirepass \${REDIS_PASSWORD}
              environment: { REDISCLI_AUTH: "\${REDIS_PASSWORD}" }
              healthcheck: { test: [CMD-SHELL, "redis-cli ping | grep -q PONG"] }
            edge: { image: "nginx:1.29.1", healthcheck: { test: "nginx -t && curl -fsS http://localhost/" } }
            open: { image: "redis:8.0", healthcheck: { test: [CMD, redis-cli, ping] } }
            legacy: { image: "mysql:8.4", healthcheck: { test: [CMD, mysqladmin, ping, -h, 127.0.0.1, --silent] } }
            db: { image: "postgres:17.2", healthcheck: { test: [CMD-SHELL, pg_isready -U erp] } }
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    livenessProbe: { httpGet: { path: /live, port: 3000 } }
                    readinessProbe: { tcpSocket: { port: 3000 } }
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres:17.2
                    readinessProbe: { exec: { command: [pg_isready, -U, erp] } }
        `,
      },
    ],
  },
})

interface Weakness {
  readonly what: string
  readonly fix: string
  readonly minor?: boolean
}

function weakness(check: HealthCheck, workload: Workload): Weakness | undefined {
  const commands = commandsOf(check)
  if (cannotFail(check, commands))
    return {
      what: `cannot fail: "${check.text.slice(0, 80)}" always ends with 0`,
      fix: 'Remove what turns the result into success (`|| true`, `exit 0`, `echo`), and let the check ask the program.',
    }
  return (
    blindCurl(check, commands) ??
    blindRedis(commands, workload) ??
    asksNobody(commands, workload) ??
    looksForPidFile(commands) ??
    earlyMysql(commands)
  )
}

type Words = Pick<ShellCommand, 'words' | 'assignments' | 'followed' | 'inside'>

function commandsOf(check: HealthCheck): readonly Words[] {
  if (check.script) return check.script.commands
  return check.argv
    ? [{ words: check.argv.map(word => word ?? '?'), assignments: [], followed: 'end', inside: [] }]
    : []
}

function cannotFail(check: HealthCheck, commands: readonly Words[]): boolean {
  if (check.script && !canFail(check.script)) return true
  const [only] = commands
  if (commands.length !== 1 || !only) return false
  const [program, ...rest] = only.words
  if (check.form === 'exec' && (program === 'true' || program === 'echo')) return true
  const code = rest.join(' ')
  return (
    /^(node|python3?|php|ruby|bun|deno)$/.test(program ?? '') &&
    /^-(e|c|r|-eval)\s+["']?(process\.exit\(0?\)|import sys; ?sys\.exit\(0?\)|sys\.exit\(0?\)|exit\(0?\)|print\([^)]*\)|console\.log\([^)]*\));?["']?$/.test(
      code,
    )
  )
}

/** curl ends with 0 for a 500 unless it is told to fail; a comparison behind it, or of its output, is another matter. */
function blindCurl(check: HealthCheck, commands: readonly Words[]): Weakness | undefined {
  const curl = commands.find(
    command =>
      programOf(command.words) === 'curl' && /https?:\/\/|localhost|127\.0\.0\.1/.test(command.words.join(' ')),
  )
  if (!curl || curl.followed === '|' || curl.inside.includes('substitution')) return undefined
  const fails = curl.words.some(
    word => /^--fail(-with-body|-early)?$/.test(word) || /^-[a-zA-Z]*f[a-zA-Z]*$/.test(word),
  )
  if (fails || curl.words.some(word => /telnet:|^-w$|^--write-out/.test(word))) return undefined
  return {
    what: `passes on HTTP errors: curl without --fail ends with 0 for a 404 or a 500`,
    fix: `Add \`--fail\`: \`${check.text.replace(/\bcurl\b/, 'curl --fail').slice(0, 100)}\`.`,
  }
}

function blindRedis(commands: readonly Words[], workload: Workload): Weakness | undefined {
  const facts = serviceFactsOf(workload)
  const isRedis = workload.software?.id === 'redis' || workload.software?.speaks === 'redis'
  const client = commands.find(command => /^(redis|valkey|keydb)-cli$/.test(programOf(command.words) ?? ''))
  if (!facts || !isRedis || !client || client.followed === '|' || client.inside.includes('substitution'))
    return undefined
  const knowsPassword =
    client.words.some(word => /^(-a|--pass|-u)$/.test(word)) ||
    commands.some(command => command.assignments.some(word => /^(REDIS|VALKEY)CLI_AUTH=/.test(word))) ||
    facts.environment('REDISCLI_AUTH') !== undefined ||
    facts.environment('VALKEYCLI_AUTH') !== undefined
  const ping = authenticatedPing(workload)
  if (knowsPassword || !ping) return undefined
  return {
    what: 'is refused for want of a password and still ends with 0 (NOAUTH)',
    fix: `Let it know the password and compare the answer: \`test: ["CMD-SHELL", ${JSON.stringify(ping.command)}]\`${ping.needs ? `, and ${ping.needs}` : ''}.`,
  }
}

/** The file in which a program wrote its number stays where it is when the program hangs or is killed. */
function looksForPidFile(commands: readonly Words[]): Weakness | undefined {
  const [only, other] = commands.filter(({ words }) => !/^(?:exit|false)$/.test(words[0] ?? ''))
  if (!only || other || only.followed === '|' || only.inside.includes('substitution')) return undefined
  const [program = '', ...rest] = only.words
  const [file, more] = rest.filter(word => !/^(?:-\w+|\])$/.test(word))
  const looks = /^(?:test|\[|\[\[|ls|stat|cat)$/.test(program) && more === undefined
  if (!looks || !file || !/^[\w./-]+\.pid$/.test(file)) return undefined
  return {
    what: `only looks for ${file}, which stays there when the program hangs or is killed`,
    fix: 'Let the check ask the program: its HTTP endpoint, its client, or at least `kill -0 "$(cat …)"` on the number in the file.',
  }
}

/** Words by which a program reads its configuration, or says what it is, and asks no server. */
const ASKS_NOBODY: readonly (readonly [program: RegExp, option: RegExp, what: string])[] = [
  [/^(?:nginx|openresty|angie)$/, /^-[qtT]+$/, 'tests the configuration file'],
  [/^(?:httpd|apache2|apachectl|apache2ctl)$/, /^(?:-t|configtest)$/, 'tests the configuration file'],
  [/^haproxy$/, /^-c$/, 'tests the configuration file'],
  [/^caddy$/, /^validate$/, 'tests the configuration file'],
  [/^\S+$/, /^--version$/, 'prints the version'],
]

/** A program that looks at its file or prints its version ends with 0 while the server hangs, or is not running at all. */
function asksNobody(commands: readonly Words[], workload: Workload): Weakness | undefined {
  const found = commands.map(({ words: all }) => {
    const [program = '', ...rest] = unwrapCommand(all)
    const name = program.slice(program.lastIndexOf('/') + 1)
    return ASKS_NOBODY.find(([of, option]) => of.test(name) && rest.some(word => option.test(word)))
  })
  const [first] = found
  const others = commands.filter((_, at) => found[at] === undefined)
  if (!first || !others.every(({ words }) => /^(?:exit|true|test|\[)$/.test(words[0] ?? ''))) return undefined
  const url = `http://127.0.0.1:${workload.listens[0] ?? 80}/`
  return {
    what: `${first[2]} and asks no server: it passes while the server hangs`,
    fix:
      workload.software?.kind === 'proxy'
        ? `Ask it over HTTP: \`test: ["CMD-SHELL", "curl -fsS ${url} || wget -q --spider ${url}"]\`, or a path of its own that answers 200.`
        : 'Let the check send the server a request and look at the answer.',
  }
}

/** On the first start a temporary server without TCP runs the initialisation; over the socket it already answers. */
function earlyMysql(commands: readonly Words[]): Weakness | undefined {
  const ping = commands.find(
    command => /^(mysqladmin|mariadb-admin)$/.test(programOf(command.words) ?? '') && command.words.includes('ping'),
  )
  if (!ping) return undefined
  const words = ping.words.join(' ')
  if (/(-h|--host)[= ]?(?!localhost)\S+|--protocol[= ]tcp/i.test(words)) return undefined
  return {
    what: 'passes during the first initialisation, when the server does not accept connections yet',
    fix: 'Ask over TCP: `mysqladmin ping -h 127.0.0.1 --silent` (MariaDB: `healthcheck.sh --connect --innodb_initialized`).',
    minor: true,
  }
}
