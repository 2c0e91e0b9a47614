import type { HostileFiles } from './hostile-run.js'

/** A compose file around one hostile part. */
function compose(text: string): HostileFiles {
  return { 'compose.yaml': text }
}

/** One service whose `key` is `value`, as YAML. */
function service(key: string, value: string): HostileFiles {
  return compose(`services:\n  app:\n    image: acme/app:1.0\n    ${key}: ${value}\n`)
}

/** An ecosystem file with these apps, which are JavaScript. */
function ecosystem(apps: string): HostileFiles {
  return { 'ecosystem.config.js': `const script = 1\nmodule.exports = { apps: ${apps} }\n` }
}

function numbered(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n')
}

function bomb(levels: number, width: number): string {
  const lines = ['x0: &a0 [lol]']
  for (let level = 1; level <= levels; level++) {
    lines.push(
      `x${level}: &a${level} [${Array(width)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  }
  return `${lines.join('\n')}\nservices:\n  app:\n    image: acme/app:1.0\n    command: *a${levels}\n`
}

function mergeBomb(levels: number, width: number): string {
  const lines = [`x0: &m0\n${numbered(width, index => `  k${index}: v`)}`]
  for (let level = 1; level <= levels; level++) {
    lines.push(
      `x${level}: &m${level}\n  <<: [${Array(width)
        .fill(`*m${level - 1}`)
        .join(', ')}]\n  own${level}: 1`,
    )
  }
  return `${lines.join('\n')}\nservices:\n  app:\n    <<: *m${levels}\n    image: acme/app:1.0\n`
}

function deep(levels: number): string {
  return `${numbered(levels, level => `${' '.repeat(level)}k${level}:`)} v`
}

const HEAD = 'services:\n  app:\n    image: acme/app:1.0\n'

/** YAML that costs a careless reader its time or memory. */
export const HOSTILE_YAML: Readonly<Record<string, HostileFiles>> = {
  'aliases that expand to 9^10 items': compose(bomb(10, 9)),
  'merge keys that expand to 20^6 entries': compose(mergeBomb(6, 20)),
  '300 merges of one map with 3,000 keys': compose(
    `x: &big\n${numbered(3_000, index => `  k${index}: v`)}\nservices:\n${numbered(300, index => `  s${index}: { <<: *big, image: "acme/app:1.0" }`)}\n`,
  ),
  'environment of 1,000 variables merged into 500 services': compose(
    `x: &env\n${numbered(1_000, index => `  KEY_${index}: redis`)}\nservices:\n${numbered(500, index => `  s${index}: { image: "acme/app:1.0", environment: { <<: *env } }`)}\n`,
  ),
  '40,000 keys in one map': compose(
    `${HEAD}    environment:\n${numbered(40_000, index => `      KEY_${index}: value`)}\n`,
  ),
  '40,000 keys in an extension': compose(`x-map:\n${numbered(40_000, index => `  key${index}: value`)}\n${HEAD}`),
  'one key 10,000 times': compose(`${HEAD}    environment:\n${numbered(10_000, () => '      SAME: value')}\n`),
  '100,000 opening brackets': compose(`${HEAD}    command: ${'['.repeat(100_000)}`),
  '100,000 opening braces': compose(`${HEAD}    command: ${'{'.repeat(100_000)}`),
  '100,000 dashes': compose(`${HEAD}    command:\n      ${'- '.repeat(100_000)}x\n`),
  '100,000 closing brackets': compose(`${HEAD}    command: ${']'.repeat(100_000)}`),
  'maps 900 deep': compose(`x-deep:\n${deep(900).replace(/^/gm, ' ')}\n${HEAD}`),
  'an anchor that contains itself': compose(`${HEAD}    labels: &l\n      again: *l\n    environment: &e [*e]\n`),
  'merges that go in a circle': compose(`x: &x\n  <<: *x\n  image: acme/app:1.0\nservices:\n  app: *x\n`),
  'extends that go in a circle': compose(
    `services:\n${numbered(200, index => `  s${index}: { extends: { service: s${(index + 1) % 200} } }`)}\n`,
  ),
  'a chain of 2,000 extends': compose(
    `services:\n${numbered(2_000, index => `  s${index}: ${index === 1_999 ? '{ image: "acme/app:1.0" }' : `{ extends: { service: s${index + 1} } }`}`)}\n`,
  ),
  'a chain of 2,000 depends_on': compose(
    `services:\n${numbered(2_000, index => `  s${index}: { image: "acme/app:1.0", depends_on: [s${(index + 1) % 2_000}] }`)}\n`,
  ),
  'an include of itself': compose(`include: [compose.yaml, ./compose.yaml]\n${HEAD}`),
  'a scalar of 900 KB': service('command', 'a'.repeat(900_000)),
  'a quoted scalar of 900 KB': service('command', `"${'\\n'.repeat(450_000)}"`),
  'a quote that never ends': service('command', `"${'a\n'.repeat(200_000)}`),
  'a block scalar of 100,000 lines': service('command', `|\n${'      echo\n'.repeat(100_000)}`),
  'a line of 500,000 blanks': compose(`${HEAD}    init: true${' '.repeat(500_000)}\n    tty: true\n`),
  '200,000 empty lines': compose(`${HEAD}${'\n'.repeat(200_000)}    init: true\n`),
  '40,000 suppressions of no rule': compose(`${HEAD}${'# erp-audit-ignore x: y\n'.repeat(40_000)}    init: true\n`),
  'tabs for indentation': compose(HEAD.replaceAll('  ', '\t')),
  'a NUL': compose(`${HEAD}    command: "a\0b"\n`),
  'control characters': compose(`${HEAD}    command: "a\u0007\u001b[31m\u009b1mb"\n    \u0008: x\n`),
  'bytes that are no UTF-8': {
    'compose.yaml': Buffer.concat([Buffer.from(HEAD), Buffer.from([0x20, 0x20, 0xff, 0xfe, 0x80, 0x3a, 0x20, 0x78])]),
  },
  'UTF-16': { 'compose.yaml': Buffer.from(`\ufeff${HEAD}`, 'utf16le') },
  'a byte order mark': compose(`\ufeff${HEAD}`),
  'carriage returns': compose(HEAD.replaceAll('\n', '\r\n')),
  'carriage returns alone': compose(HEAD.replaceAll('\n', '\r')),
  '2,000 documents': compose(`---\n${HEAD}`.repeat(2_000)),
  '20,000 tags': compose(`${HEAD}    labels:\n${numbered(20_000, index => `      k${index}: !t${index} v`)}\n`),
  '2,000 services that publish one port': compose(
    `services:\n${numbered(2_000, index => `  s${index}: { image: "acme/app:1.0", ports: ["80:80"] }`)}\n`,
  ),
  '2,000 services that share an alias': compose(
    `services:\n${numbered(2_000, index => `  s${index}: { image: "a:1", environment: { DB_HOST: db }, networks: { n: { aliases: [db] } } }`)}\n`,
  ),
  '2,000 datastores': compose(
    `services:\n${numbered(2_000, index => `  s${index}: { image: "postgres:16", volumes: ["d${index}:/var/lib/postgresql/data"] }`)}\n`,
  ),
  '6,000 dumps in one script': {
    'backup.sh': `#!/bin/sh\n${numbered(6_000, index => `mysqldump -h db${index}.example.com shop > /backup/${index}.sql`)}\n`,
  },
  '100 services that start one script of 3,000 waits': {
    'compose.yaml': `services:\n${numbered(100, index => `  s${index}: { image: "postgres:16", entrypoint: ["/start.sh"], volumes: ["./start.sh:/start.sh:ro"] }`)}\n`,
    'start.sh': `#!/bin/sh\n${numbered(3_000, index => `until nc -z h${index} 80; do sleep 1; done`)}\nexec postgres\n`,
  },
  'a service that publishes 20,000 ports': compose(
    `${HEAD}    ports:\n${numbered(20_000, index => `      - "${10_000 + index}:80"`)}\n`,
  ),
  'a range of all ports': service('ports', '["1-65535:1-65535", "1-65535:1-65535/udp", "1-999999999999:80"]'),
  '3,000 services that publish all ports': compose(
    `services:\n${numbered(3_000, index => `  s${index}: { image: "acme/app:1.0", ports: ["1-65535:1-65535"] }`)}\n`,
  ),
  '2,000 services that extend one with 5,000 variables': compose(
    `services:\n  base:\n    image: acme/app:1.0\n    environment:\n${numbered(5_000, index => `      KEY_${index}: v`)}\n${numbered(2_000, index => `  s${index}: { extends: { service: base } }`)}\n`,
  ),
  '2,000 services with an env file of 20,000 lines': {
    ...compose(`services:\n${numbered(2_000, index => `  s${index}: { image: "acme/app:1.0", env_file: app.env }`)}\n`),
    'app.env': `${numbered(20_000, index => `KEY_${index}=value`)}\n`,
  },
  '2,000 services that call a port of the host': compose(
    `services:\n${numbered(2_000, index => `  s${index}: { image: "acme/app:1.0", ports: ["${10_000 + index}:80"], network_mode: host, environment: { API_URL: "http://localhost:9/" } }`)}\n`,
  ),
  'includes that double with every file': Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      index === 0 ? 'compose.yaml' : `part${index}.yaml`,
      index === 29
        ? 'services: { app: { image: "acme/app:1.0" } }\n'
        : `include: [part${index + 1}.yaml, ./part${index + 1}.yaml, {path: [part${index + 1}.yaml]}]\n`,
    ]),
  ),
  '200,000 merges of one map': compose(`x: &a {b: c}\ny:\n  <<: [${Array(200_000).fill('*a').join(',')}]\n${HEAD}`),
  'numbers out of every range': compose(
    `${HEAD}    mem_limit: ${'9'.repeat(5_000)}g\n    cpus: 1e999\n    scale: -99999999999999999999\n    stop_grace_period: ${'9'.repeat(5_000)}h\n    ports: ["${'9'.repeat(5_000)}:80"]\n`,
  ),
  'interpolation that nests 20,000 deep': service('command', `"${'${A:-'.repeat(20_000)}x${'}'.repeat(20_000)}"`),
  'interpolation that never closes': service('command', `"${'${A:-'.repeat(50_000)}"`),
  '100,000 dollar signs': service('command', `"${'$'.repeat(100_001)}"`),
  '50,000 variables': service('command', `"${'$A'.repeat(50_000)}"`),
}

/** Single characters whose runs make careless regular expressions go back and forth. */
const RUNS = [
  'a',
  '0',
  ' ',
  '-',
  '_',
  '.',
  '/',
  ':',
  '@',
  ',',
  '=',
  '%',
  '&',
  '|',
  ';',
  '(',
  '"',
  "'",
  '\\',
  '$',
  '{',
  'a:',
  'a@',
  'a.',
  'a-',
  '://',
  'a=',
  '- ',
  '&& ',
  '; ',
  '| ',
  '$(',
  '`',
  '<',
  '#',
  '\\n',
]

/** Places of a compose file that hold free text; `TEXT` is a quoted scalar. */
const PLACES: readonly string[] = [
  'image: TEXT',
  'image: "postgres:16"\n    command: TEXT',
  'image: "redis:7"\n    command: ["redis-server", TEXT]',
  'image: "acme/app:1"\n    entrypoint: ["sh", "-c", TEXT]',
  'image: "acme/app:1"\n    environment: { DATABASE_URL: TEXT, JWT_SECRET: TEXT, KAFKA_BROKERS: TEXT, JAVA_OPTS: TEXT }',
  'image: "acme/app:1"\n    environment: { TEXT: TEXT }',
  'image: "acme/app:1"\n    ports: [TEXT]',
  'image: "acme/app:1"\n    volumes: [TEXT]',
  'image: "acme/app:1"\n    healthcheck: { test: TEXT, interval: TEXT, retries: TEXT }',
  'image: "acme/app:1"\n    healthcheck: { test: ["CMD", "curl", TEXT] }',
  'image: "acme/app:1"\n    mem_limit: TEXT\n    cpus: TEXT\n    restart: TEXT\n    user: TEXT',
  'image: "acme/app:1"\n    labels: { "traefik.http.routers.a.rule": TEXT }\n    container_name: TEXT\n    hostname: TEXT',
  'image: "acme/app:1"\n    deploy: { resources: { limits: { memory: TEXT, cpus: TEXT } }, placement: { constraints: [TEXT] } }',
  'image: "acme/app:1"\n    build: TEXT\n    env_file: TEXT\n    secrets: [TEXT]\n    logging: { driver: TEXT, options: { max-size: TEXT } }',
]

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('$', '$$$$')}'`
}

/** Every run of `length` characters, each followed by a character that lets no match end there, in every place at once. */
export function runRepositories(length: number): Readonly<Record<string, HostileFiles>> {
  return Object.fromEntries(
    RUNS.map(run => {
      const texts = ['!', '', '\u00e9', ' x'].map(end => quoted(`${run.repeat(length / run.length)}${end}`))
      const services = PLACES.flatMap((place, index) =>
        texts.map((text, end) => `  s${index}x${end}:\n    ${place.replaceAll('TEXT', () => text)}\n`),
      )
      return [`runs of ${JSON.stringify(run)}`, { 'compose.yaml': `services:\n${services.join('')}` }]
    }),
  )
}

/** The same runs in the other formats. */
export function runFiles(length: number): Readonly<Record<string, HostileFiles>> {
  return Object.fromEntries(
    RUNS.map(run => {
      const text = run.repeat(length / run.length)
      const dockerfile = `FROM node:22 AS build\nARG A=${text}!\nENV B=${text}! C="${text}\nRUN ${text}!\nRUN npm ci ${text}\nCOPY ${text} ${text}!\nHEALTHCHECK --interval=${text} CMD ${text}!\nUSER ${text}!\nEXPOSE ${text}!\nCMD ["${text}!\nFROM ${text}!\n`
      return [
        `files of ${JSON.stringify(run)}`,
        {
          'compose.yaml': `${HEAD}    build: .\n    env_file: .env\n    entrypoint: ["/start.sh"]\n`,
          Dockerfile: dockerfile,
          '.env': `A=${text}!\nPASSWORD=${text}\n${text}=${text}!\nexport ${text}\nB="${text}\n`,
          '.gitignore': `${text}!\n`,
          'start.sh': `#!/bin/sh\n${text}!\nexport A=${text}\nexec ${text} "${text}\n`,
          'backup.sh': `#!/bin/sh\npg_dump ${text} | gzip > ${text}!\nmysqldump -p${text}! ${text}\n`,
          Makefile: `up:\n\tdocker compose -f ${text}! up ${text}\n${text}: ${text}!\n`,
          'nginx.conf': `server { listen 80; ${text}! }\n`,
          'erp.yaml': `apiVersion: v1\nkind: ${text}\n`,
          'prisma/schema.prisma': `datasource db {\n  provider = "postgresql"\n}\nmodel A {\n  id Int @id(${text}!)\n  b ${text}!\n  c "${text}\n  @@index([${text}\n}\n`,
          'prisma/migrations/1/migration.sql': `CREATE TABLE a (id int, b ${text}!);\nCREATE INDEX ON a (${text}!);\n/* ${text}\n'${text}`,
          'prisma/migrations/2/migration.sql': `ALTER TABLE a ADD COLUMN b ${text}, ENGINE="${text}\n`,
          'package.json': `{ "scripts": { "a": ${quoted(text)}, "b": "prisma ${text}" } }\n`,
          'src/order.entity.ts': `import { Entity } from 'typeorm'\n@Entity(${quoted(text)})\nexport class A { @Column('${text}') ${text} }\n`,
          'src/main.ts': `const key = '${text}!'\nconst url = "postgres://${text}!@${text}"\n`,
          '.github/workflows/ci.yml': `jobs: { a: { steps: [ { run: ${quoted(text)} } ] } }\n`,
        },
      ]
    }),
  )
}

/** Dockerfiles, variable files and scripts made to cost time or to break a reader. */
export const HOSTILE_FILES: Readonly<Record<string, HostileFiles>> = {
  'a target that stops 100,000 times': {
    ...service('init', 'true'),
    Makefile: `down:\n\tdocker compose ${'down '.repeat(100_000)}\n\tkubectl ${'delete '.repeat(50_000)}\n`,
  },
  'a target that dumps, and is made 50,000 times': {
    ...service('init', 'true'),
    Makefile: `dump:\n\tpg_dump -h db erp > x\n`,
    'a.cron': `@daily ${'make a '.repeat(50_000)}\n`,
  },
  'a script that restores in 50,000 pipes': {
    ...service('init', 'true'),
    'restore.sh': `${'zcat x | '.repeat(50_000)}psql\n`,
  },
  'code that names send 50,000 times': {
    'ecosystem.config.js': `module.exports = { apps: [{ script: 'a.js', wait_ready: true }] }\n`,
    'a.js': `const { ${'send '.repeat(50_000)}\n`,
  },
  'an ecosystem file of 5,000 apps': ecosystem(
    `Array.from({ length: 5e3 }, (_, i) => ({ name: 'a' + 'b'.repeat(9) + i, script: i + '.js' }))`,
  ),
  'an ecosystem file of 4,000 different apps': ecosystem(
    `Array.from({ length: 4e3 }, (_, i) => ({ script: 'dist/' + i + '/main.js', env: { PORT: 1e3 + i } }))`,
  ),
  'an ecosystem file that never ends': ecosystem(`(() => { const a = []; for (;;) a.push({ script: 'x.js' }); })()`),
  'an ecosystem file nested 50,000 deep': ecosystem('['.repeat(50_000)),
  'an ecosystem file of 400 KB of arrows': ecosystem(`${'a => '.repeat(80_000)}1`),
  'an ecosystem file of templates in templates': ecosystem(`${'`${'.repeat(20_000)}`),
  '200 ecosystem files that load each other': Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [
      `s${index}/ecosystem.config.js`,
      `module.exports = { apps: [{ script: 'a.js' }, ...require('../s${(index + 1) % 200}/ecosystem.config.js').apps] }\n`,
    ]),
  ),
  'a Dockerfile of 50,000 stages': { Dockerfile: `${numbered(50_000, index => `FROM a${index} AS s${index}`)}\n` },
  'a Dockerfile whose stages go in a circle': { Dockerfile: 'FROM b AS a\nFROM a AS b\nFROM b AS b\nCMD x\n' },
  'a Dockerfile of 5,000 stages, each on the one before': {
    Dockerfile: `FROM node:22 AS s0\n${numbered(5_000, index => `FROM s${index} AS s${index + 1}`)}\n`,
  },
  'a Dockerfile of continued lines': { Dockerfile: `FROM node:22\nRUN ${'a \\\n'.repeat(150_000)}` },
  'a Dockerfile whose comments break its lines': {
    Dockerfile: `FROM node:22\nRUN a \\\n${'# b\n'.repeat(150_000)}c\n`,
  },
  'a heredoc that never ends': { Dockerfile: `FROM node:22\nRUN <<EOF\n${'echo\n'.repeat(150_000)}` },
  '5,000 heredocs in one line': { Dockerfile: `FROM node:22\nRUN ${'<<E '.repeat(5_000)}\n${'E\n'.repeat(5_000)}` },
  '3,000 build arguments that double': {
    Dockerfile: `FROM node:22\nARG A0=x\n${numbered(3_000, index => `ARG A${index + 1}=\${A${index}}\${A${index}}`)}\nRUN echo $A3000\n`,
  },
  'a Dockerfile without FROM': { Dockerfile: 'RUN x\nCMD [\n' },
  'a .env of 100,000 lines': { 'compose.yaml': HEAD, '.env': `${'A=1\n'.repeat(100_000)}` },
  'a .env that doubles its values': {
    'compose.yaml': `${HEAD}    command: $V60\n`,
    '.env': `V0=aaaaaaaaaa\n${numbered(60, index => `V${index + 1}=\${V${index}}\${V${index}}`)}\n`,
  },
  'a .env with an open quote': { 'compose.yaml': HEAD, '.env': `A="${'b\n'.repeat(200_000)}` },
  'a script of 10,000 nested parentheses': {
    'compose.yaml': `${HEAD}    entrypoint: /start.sh\n    command: sh -c '${'('.repeat(10_000)}'\n`,
    'start.sh': `#!/bin/sh\n${'('.repeat(50_000)}\n`,
  },
  'a script of 10,000 nested substitutions': {
    'compose.yaml': `${HEAD}    healthcheck: { test: "${'$$('.repeat(10_000)}" }\n`,
    'backup.sh': `#!/bin/sh\npg_dump ${'$('.repeat(50_000)}\n`,
  },
  'a script of 50,000 ifs': {
    'compose.yaml': `${HEAD}    healthcheck: { test: "${'if '.repeat(20_000)}" }\n`,
    'backup.sh': `#!/bin/sh\n${'if true; then\n'.repeat(50_000)}pg_dump x\n`,
  },
  'a script of 100,000 pipes': { 'compose.yaml': HEAD, 'backup.sh': `pg_dump x ${'| a '.repeat(100_000)}\n` },
  'a .gitignore of wildcards': {
    'compose.yaml': HEAD,
    '.gitignore': `${'a*'.repeat(60)}b\n${'**/'.repeat(200)}b\n${'[a-'.repeat(200)}\n`,
    [`${'a'.repeat(200)}`]: '',
    [`${'a/'.repeat(40)}c`]: '',
  },
  '500 compose files': Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [
      `d${index}/compose.yaml`,
      `services: { s${index}: { image: "a:1" } }\n`,
    ]),
  ),
  '200 compose files in one folder': Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [
      `compose.p${index}.yaml`,
      `services: { s${index}: { image: "a:1" } }\n`,
    ]),
  ),
}
