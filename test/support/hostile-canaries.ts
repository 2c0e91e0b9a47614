import type { HostileFiles } from './hostile-run.js'

/** Random letters and digits, as a real secret has them. */
export const SECRET = 'Zq7vX2mKp9LsT4wB8nRdYc3h'

const service = (lines: string, image = 'acme/app:1.0'): HostileFiles => ({
  'compose.yaml': `services:\n  app:\n    image: ${image}\n    ports: ["80:80"]\n${lines.replace(/^(?=.)/gm, '    ')}\n`,
})

const withFile = (path: string, text: string, lines = 'build: .'): HostileFiles => ({ ...service(lines), [path]: text })

/** Places where people write secrets, the secret named or in the form of one. */
export const SECRET_PLACES: Readonly<Record<string, HostileFiles>> = {
  'a variable in a map': service(`environment:\n  DB_PASSWORD: ${SECRET}`),
  'a variable in a list': service(`environment:\n  - JWT_SECRET=${SECRET}`),
  'a variable in brackets': service(`environment: { API_KEY: ${SECRET}, A: b }`),
  'a variable in quotes': service(`environment:\n  - "SECRET_KEY=${SECRET}"`),
  'a variable that became a map in a list': service(`environment:\n  - DB_PASSWORD: ${SECRET}`),
  'a variable on the line below its name': service(`environment:\n  DB_PASSWORD:\n    ${SECRET}`),
  'a variable as a block': service(`environment:\n  DB_PASSWORD: |\n    ${SECRET}`),
  'a default': service(`environment:\n  DB_PASSWORD: \${DB_PASSWORD:-${SECRET}}`),
  'a variable that is there twice': service(`environment:\n  - DB_PASSWORD=a\n  - DB_PASSWORD=${SECRET}`),
  'a variable with an open quote': service(`environment:\n  DB_PASSWORD: "${SECRET}`),
  'a variable behind a tab': service(`environment:\n\tDB_PASSWORD: ${SECRET}`),
  'a variable that is a list': service(`environment:\n  DB_PASSWORD: [${SECRET}]`),
  'an interpolation that is wrong': service(`environment:\n  DB_PASSWORD: \${${SECRET}-!`),
  'a database': service(`environment:\n  POSTGRES_PASSWORD: ${SECRET}`, 'postgres:16'),
  'an unknown option of a database': service(`environment:\n  MYSQL_PASWORD: ${SECRET}`, 'mysql:8'),
  'a URL': service(`environment:\n  DATABASE_URL: postgres://app:${SECRET}@db:5432/app`),
  'a URL in a list': service(`environment:\n  - REDIS_URL=redis://:${SECRET}@redis:6379`),
  'a broken URL': service(`environment:\n  DATABASE_URL: postgres://app:${SECRET}@db:port/a b`),
  'a command of Redis': service(`command: redis-server --requirepass ${SECRET}`, 'redis:7'),
  'a command of Redis as a list': service(`command: ["redis-server", "--requirepass", "${SECRET}"]`, 'redis:7'),
  'a list below a command': service(`command:\n  - redis-server\n  - --requirepass\n  - ${SECRET}`, 'redis:7'),
  'a health check of Redis': service(
    `healthcheck:\n  test: ["CMD", "redis-cli", "-a", "${SECRET}", "ping"]`,
    'redis:7',
  ),
  'a health check of MySQL': service(`healthcheck:\n  test: mysqladmin ping -uroot -p${SECRET}`, 'mysql:8'),
  'a health check that always passes': service(
    `healthcheck:\n  test: curl -H "Authorization: Bearer ${SECRET}" x || true`,
  ),
  'an option': service(`command: ["app", "--api-token=${SECRET}"]`),
  'a label': service(`labels:\n  app.secret-key: ${SECRET}`),
  'a build argument': service(`build:\n  context: .\n  args:\n    NPM_TOKEN: ${SECRET}`),
  'a config': {
    'compose.yaml': `services:\n  app: { image: "acme/app:1.0", configs: [c] }\nconfigs:\n  c:\n    content: |\n      password=${SECRET}\n`,
  },
  'a secret in an extension': {
    'compose.yaml': `x-env: &e\n  SECRET_KEY: ${SECRET}\nservices:\n  app: { image: "acme/app:latest", environment: *e }\n`,
  },
  'an env file': withFile('.env', `DB_PASSWORD=${SECRET}\n`, 'env_file: .env'),
  'an env file in quotes': withFile('.env.production', `export JWT_SECRET="${SECRET}"\n`, 'env_file: .env.production'),
  'an env file with an open quote': withFile('.env', `JWT_SECRET="${SECRET}\n`, 'env_file: .env'),
  'an env file with a wrong name': withFile('.env', `JWT SECRET=${SECRET}\nDB-PASSWORD!=${SECRET}\n`, 'env_file: .env'),
  'an env file whose value is used': withFile(
    '.env',
    `DB_PASSWORD=${SECRET}\n`,
    'command: redis-server --requirepass $DB_PASSWORD',
  ),
  'an ARG': withFile('Dockerfile', `FROM node:22\nARG NPM_TOKEN=${SECRET}\n`),
  'an ENV': withFile('Dockerfile', `FROM node:22\nENV API_KEY=${SECRET} A=b\n`),
  'an ENV of the old form': withFile('Dockerfile', `FROM node:22\nENV API_KEY ${SECRET}\n`),
  'a RUN': withFile(
    'Dockerfile',
    `FROM node:latest\nRUN curl -u app:x --password ${SECRET} http://app:${SECRET}@host/\n`,
  ),
  'a CMD': withFile('Dockerfile', `FROM node:22\nCMD ["npm", "run", "dev", "--token", "${SECRET}"]\n`),
  'an instruction that is none': withFile('Dockerfile', `FROM node:22\nENVV API_KEY=${SECRET}\n`),
  'a script': withFile('backup.sh', `#!/bin/sh\nexport PGPASSWORD=${SECRET}\npg_dump -h db app > /backup/a.sql\n`),
  'a dump in a script': withFile('backup.sh', `#!/bin/sh\nmysqldump -uroot -p${SECRET} app | gzip > /backup/a.gz\n`),
  'a cron job': service(`command: sh -c "PGPASSWORD=${SECRET} pg_dump app > /backup/x || true"`, 'postgres:16'),
  'a suppression': service(`# erp-audit-ignore ${SECRET}\nenvironment:\n  DB_PASSWORD: ${SECRET} # erp-audit-ignore x`),
  'a token of GitHub': service(`environment:\n  A: ghp_${SECRET}${SECRET.slice(0, 12)}`),
  'a token in a source': withFile('src/main.ts', `const a = 'ghp_${SECRET}${SECRET.slice(0, 12)}'\n`),
  'a private key': withFile(
    'key.pem',
    `-----BEGIN RSA PRIVATE KEY-----\n${`${SECRET}${SECRET}ab\n`.repeat(20)}-----END RSA PRIVATE KEY-----\n`,
  ),
  'a file of Kubernetes': withFile(
    'k8s.yaml',
    `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n  password: ${SECRET}\n`,
  ),
}
