import { isPlaceholder, isSecretName, literalSecret, mask } from '../../src/knowledge/secrets.js'
import { commandsOf, copyOf } from '../../src/model/image/build-steps.js'
import type { Image, System } from '../../src/model/system.js'
import type { Instruction } from '../../src/parse/dockerfile.js'
import { environmentFilePurpose } from '../../src/parse/dotenv.js'
import { fileName, isWithin, joinPath } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'

/** Files that are private keys by their name. Certificates and bundles of authorities are public. */
const KEY_FILE =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|privkey\.pem|[^/]*(?:private|priv)[-_.]?key[^/]*\.pem|[^/]*[-_.]key\.pem|key\.pem|[^/]+\.key|[^/]+\.(?:p12|pfx)|service-?account[^/]*\.json|credentials\.json|\.git-credentials|\.pgpass)$/i
const PUBLIC = /pub(?:lic)?[-_.]|\.pub$|example|sample|test/i

export default defineRule({
  id: 'image/secret-baked-in',
  title: 'A secret is written into an image',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.8,
  since: '0.1.0',
  effort: 'hours',
  why: 'Everybody who can pull the image can read it, from `docker history`, `docker inspect` or the file itself, in every copy and for as long as one exists. A later RUN that deletes it changes nothing.',
  fix: 'Give it when the container starts (`environment`, `secrets:`), and what only the build needs with `RUN --mount=type=secret,id=…`. Change the secret: it is out.',
  refs: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  ],
  reads: ['compose', 'dockerfile'],
  check({ system, pass, fail }) {
    for (const image of system.images) {
      if (image.origin !== 'built' || !image.dockerfile) continue
      pass(image)
      for (const one of [
        ...literals(image),
        ...fromArguments(image),
        ...copied(image, system),
        ...examples(image, system),
      ])
        fail(image, one.at, `${image.name} ${one.what}`, { key: one.key, ...(one.fix ? { fix: one.fix } : {}) })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
        `,
        'api/Dockerfile': `
          #! ARG NPM_TOKEN holds a literal
          ARG NPM_TOKEN=npm_5f0e9a7c3b1d8e6f4a2c
          FROM node:24.11-slim
          #! ENV JWT_SECRET holds a literal
          ENV NODE_ENV=production JWT_SECRET="k9#mVq2pX7wLz4"
          ARG DATABASE_PASSWORD
          #! ENV DATABASE_PASSWORD keeps the build argument
          ENV DATABASE_PASSWORD=\${DATABASE_PASSWORD}
          #! copies .env.production, which holds JWT_SECRET
          COPY .env.production ./.env
          #! copies the private key certs/server.key
          COPY certs/server.key certs/ca.pem /etc/ssl/erp/
        `,
        'api/.env.production': `
          PORT=3000
          JWT_SECRET=k9#mVq2pX7wLz4
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim
          #! copies .env, which holds SESSION_SECRET
          COPY . .
        `,
        'web/.env': 'SESSION_SECRET=k9mVq2pX7wLz4rT8',
      },
      {
        // The example is what runs.
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web, environment: { SESSION_SECRET: "\${SESSION_SECRET:?}" } }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          #! takes .env.example for .env: JWT_SECRET is what stands in the example
          COPY .env.example .env
        `,
        'api/.env.example': `
          PORT=3000
          JWT_SECRET=change-me
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim
          WORKDIR /app
          COPY . .
          #! takes env.example for .env: API_TOKEN is what stands in the example
          RUN if [ ! -f .env ]; then cp env.example .env; fi
        `,
        'web/env.example': 'SESSION_SECRET=change-me\nAPI_TOKEN=change-me',
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
        `,
        'api/Dockerfile': `
          FROM python:3.13-slim AS build
          ARG PIP_INDEX_URL
          ARG SECRET_KEY=dummy-secret-for-build
          COPY .env.build ./.env
          FROM python:3.13-slim
          ENV JWT_SECRET="" DB_PASSWORD_FILE=/run/secrets/db PASSWORD_MIN_LENGTH=12 TOKEN_TTL=3600
          RUN --mount=type=secret,id=npmrc pip install .
          COPY jwt-public.pem /etc/erp/
          COPY . .
        `,
        'api/.env.build': 'SECRET_KEY=k9mVq2pX7wLz4rT8',
        'api/.dockerignore': '.env*',
        'web/Dockerfile': `
          FROM node:24.11-slim
          COPY .env.production .env.example ./
        `,
        'web/.env.production': 'NEXT_PUBLIC_API_URL=https://api.example.com',
        'web/.env.example': 'SESSION_SECRET=k9mVq2pX7wLz4rT8',
      },
      {
        // What the deployment gives counts, an earlier stage is not shipped, and an example without secrets tells nothing.
        'compose.yaml': `
          services:
            api: { build: ./api, environment: { JWT_SECRET: "\${JWT_SECRET:?}" } }
            web: { build: ./web, env_file: .env }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          COPY .env.example .env
          COPY public.env.example .env.production
        `,
        'api/.env.example': 'JWT_SECRET=change-me',
        'api/public.env.example': 'PORT=3000\nJWT_SECRET=',
        'web/Dockerfile': `
          FROM node:24.11-slim AS build
          RUN cp .env.example .env
          FROM node:24.11-slim
          COPY .env.example .env
        `,
        'web/.env.example': 'SESSION_SECRET=change-me',
      },
    ],
  },
})

interface Baked {
  readonly at: { readonly path: string; readonly start: number; readonly end: number }
  readonly what: string
  readonly key: string
  readonly fix?: string
}

/** ARG with a literal default in any stage that is built, ENV with a literal value. */
function literals(image: Image): readonly Baked[] {
  const found: Baked[] = []
  const file = image.dockerfile?.file
  for (const { name, defaultValue, at } of file?.globalArguments ?? []) {
    if (isSecretName(name) && literalSecret(defaultValue ?? ''))
      found.push(literal('ARG', name, defaultValue ?? '', at))
  }
  for (const { stage, environment } of image.stages ?? []) {
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== 'ARG') continue
      for (const word of instruction.words) {
        const [, name = '', value = ''] = /^(\w+)=["']?(.*?)["']?$/.exec(word.text) ?? []
        if (isSecretName(name) && literalSecret(value)) found.push(literal('ARG', name, value, word.at))
      }
    }
    for (const [name, { value, at }] of environment) {
      const here = stage.instructions.some(one => one.at.start <= at.start && at.end <= one.at.end)
      const written = here && file?.source.text.slice(at.start, at.end).includes('$') === false
      if (written && value.known && isSecretName(name) && literalSecret(value.value))
        found.push(literal('ENV', name, value.value, at))
    }
  }
  return found
}

function literal(keyword: string, name: string, value: string, at: Baked['at']): Baked {
  return {
    at,
    key: `${keyword} ${name}`,
    what: `bakes a secret in: ${keyword} ${name} holds a literal, ${mask(value)}`,
  }
}

/** `ENV X=$X` of the shipped image with an ARG of that name: whoever builds it gives it, and the image keeps it. */
function fromArguments(image: Image): readonly Baked[] {
  const { dockerfile } = image
  if (!dockerfile) return []
  const declared = new Set(
    dockerfile.instructions.flatMap(one =>
      one.keyword === 'ARG' ? one.words.map(word => word.text.replace(/=.*$/s, '')) : [],
    ),
  )
  return [...dockerfile.environment].flatMap(([name, { at }]) => {
    const written = dockerfile.file.source.text.slice(at.start, at.end)
    const used = /\$\{?([A-Za-z_]\w*)\}?["']?$/.exec(written)?.[1]
    if (used === undefined || !declared.has(used) || !isSecretName(name) || !isSecretName(used)) return []
    const what = `bakes a secret in: ENV ${name} keeps the build argument ${used}`
    return [{ at, key: `ENV ${name}`, what }]
  })
}

/** Environment files with secrets and private keys that end up in the shipped image. */
function copied(image: Image, system: System): readonly Baked[] {
  const { dockerfile, context } = image
  if (!dockerfile || !context?.present) return []
  const live = system.environmentFiles.filter(file => file.purpose === 'live')
  return dockerfile.instructions.flatMap(instruction => {
    const copy = copyOf(instruction)
    if (!copy || copy.from) return []
    return copy.sources.flatMap((source): readonly Baked[] => {
      const named = source.text.replace(/^\.\//, '')
      if (KEY_FILE.test(named) && !PUBLIC.test(named))
        return [{ at: source.at, key: named, what: `copies the private key ${named} into the image` }]
      if (isEnvironmentFile(named) && !context.leavesOut(joinPath('.', named)) && !context.exists(named))
        return [{ at: source.at, key: named, what: `copies ${named} into the image, a file that git does not hold` }]
      const taken = context.find(source.text)
      return live.flatMap((found): readonly Baked[] => {
        const file = context.path === '.' ? found.path : found.path.slice(context.path.length + 1)
        if (!isWithin(context.path, found.path) || !taken.includes(file) || context.leavesOut(file)) return []
        const secret = found.entries.find(entry => isSecretName(entry.name) && literalSecret(entry.value ?? ''))
        if (!secret) return []
        return [
          {
            at: source.at,
            key: file,
            what: `copies ${file}, which holds ${secret.name}`,
            fix: `Leave ${file} out with a line \`.env*\` in .dockerignore, and give the variables when the container starts (\`env_file:\`, \`secrets:\`). Change the secret: it is out.`,
          },
        ]
      })
    })
  })
}

/** The example of an environment file that the image takes for the real one: `COPY .env.example .env`, `RUN cp .env.example .env`. */
function examples(image: Image, system: System): readonly Baked[] {
  const { dockerfile, context } = image
  if (!dockerfile || !context?.present) return []
  const users = system.workloads.filter(workload => workload.image?.id === image.id)
  const isGiven = (name: string) =>
    users.length > 0 && users.every(one => one.environment.has(name) || (one.environmentFiles?.length ?? 0) > 0)
  return dockerfile.instructions.flatMap(instruction =>
    copiesOf(instruction).flatMap((one): readonly Baked[] => {
      if (!isEnvironmentFile(one.target)) return []
      const path = joinPath(context.path, one.source)
      const example = system.environmentFiles.find(file => file.path === path && file.purpose === 'example')
      const secret = example?.entries.find(
        ({ name, value }) =>
          isSecretName(name) && !isGiven(name) && (literalSecret(value ?? '') || isPlaceholder(value ?? '')),
      )
      if (!secret) return []
      const target = fileName(one.target)
      return [
        {
          at: instruction.at,
          key: one.source,
          what: `takes ${one.source} for ${target}: ${secret.name} is what stands in the example`,
          fix: `Leave ${target} out of the image, and give the variables when the container starts (\`env_file:\`, \`environment:\`); let the start fail where ${secret.name} is not set.`,
        },
      ]
    }),
  )
}

/** The single files that an instruction copies out of the context, and what they are called then. */
function copiesOf(instruction: Instruction): readonly { readonly source: string; readonly target: string }[] {
  const copy = copyOf(instruction)
  const [source, ...more] = copy?.from === undefined ? (copy?.sources ?? []) : []
  if (copy && source && more.length === 0) return [{ source: joinPath('.', source.text), target: copy.target }]
  return commandsOf(instruction).flatMap(({ words }) => {
    const [program, from, to, ...others] = words.filter(word => !word.startsWith('-'))
    return program === 'cp' && from !== undefined && to !== undefined && others.length === 0
      ? [{ source: joinPath('.', from), target: to }]
      : []
  })
}

function isEnvironmentFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return /^\.env(?:\.(?:local|prod|production|staging|live))?$/.test(name) && environmentFilePurpose(path) === 'live'
}
