import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Path to text. */
export type Files = ReadonlyMap<string, string>

/** Writes files below a directory, making folders where they are needed. */
export function writeFiles(directory: string, files: Files): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

/**
 * One compose file as they are written for real systems: shared settings behind an anchor, two datastores, an entrance,
 * and application services with ports, variables, limits, health checks and volumes. `count` services in all.
 */
export function composeFile(count: number): string {
  const applications = Array.from({ length: count - 3 }, (_, index) => application(index))
  return `${HEAD}${applications.join('')}${TAIL}`
}

/** A compose file of at least `bytes` bytes. */
export function composeFileOfSize(bytes: number): string {
  const texts: string[] = [HEAD]
  for (let size = HEAD.length + TAIL.length, index = 0; size < bytes; index++) {
    const text = application(index)
    texts.push(text)
    size += text.length
  }
  return `${texts.join('')}${TAIL}`
}

/** A repository of `count` files: sources, documents and configuration in nested folders, and one compose file. */
export function repository(count: number): Files {
  const files = new Map<string, string>([
    ['docker-compose.yml', composeFile(20)],
    ['.gitignore', 'node_modules/\ndist/\n*.log\n'],
    ['.env.example', 'DATABASE_URL=\nREDIS_URL=\n'],
  ])
  for (let index = 0; files.size < count; index++) {
    const folder = `apps/module${index % 40}/src/part${index % 7}`
    if (index % 100 === 0) files.set(`apps/module${index % 40}/Dockerfile.${index}`, DOCKERFILE)
    else if (index % 50 === 0) files.set(`apps/module${index % 40}/config${index}.yaml`, `name: module${index}\n`)
    else if (index % 10 === 0) files.set(`docs/chapter${index % 9}/page${index}.md`, prose(index))
    else files.set(`${folder}/file${index}.ts`, code(index))
  }
  return files
}

const HEAD = `name: bench
x-app: &app
  restart: unless-stopped
  init: true
  logging:
    driver: json-file
    options: { max-size: 10m, max-file: "3" }
services:
  postgres:
    image: postgres:16.4
    restart: unless-stopped
    command: postgres -c max_connections=200 -c shared_buffers=1GB
    environment:
      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:?set it}
    volumes: ["postgres-data:/var/lib/postgresql/data"]
    healthcheck:
      test: ["CMD-SHELL", "pg_isready -U postgres"]
      interval: 10s
      retries: 5
    deploy:
      resources:
        limits: { cpus: "2", memory: 4g }
  redis:
    image: redis:7.4-alpine
    command: redis-server --requirepass \${REDIS_PASSWORD:?set it} --maxmemory 512mb --appendonly yes
    volumes: ["redis-data:/data"]
  nginx:
    image: nginx:1.27.2
    ports: ["80:80", "443:443"]
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
`

const TAIL = `volumes:
  postgres-data:
  redis-data:
networks:
  inside:
    internal: true
`

function application(index: number): string {
  return `  service-${index}:
    <<: *app
    image: registry.example.com/erp/service-${index}:1.${index % 30}.2
    ports: ["127.0.0.1:${10_000 + (index % 50_000)}:3000"]
    environment:
      NODE_ENV: production
      PORT: "3000"
      DATABASE_URL: postgres://service${index}:\${DATABASE_PASSWORD}@postgres:5432/service${index}
      REDIS_HOST: redis
    depends_on:
      postgres: { condition: service_healthy }
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:3000/health"]
      interval: 15s
    mem_limit: ${256 + (index % 4) * 128}m
    networks: [default, inside]
`
}

const DOCKERFILE = `FROM node:22.11-alpine AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
FROM node:22.11-alpine
WORKDIR /app
COPY --from=build /app/dist ./dist
USER node
HEALTHCHECK CMD wget -qO- http://localhost:3000/health || exit 1
CMD ["node", "dist/main.js"]
`

function code(index: number): string {
  const functions = Array.from(
    { length: 30 },
    (_, line) =>
      `export function step${index}x${line}(value: number): number {\n  return value * ${line} + ${index}\n}\n`,
  )
  return `import { join } from 'node:path'\n\n${functions.join('\n')}\nexport const path = join('module', '${index}')\n`
}

function prose(index: number): string {
  return `# Chapter ${index}\n\n${'The order is booked before the stock is counted. '.repeat(40)}\n`
}
