import { cleanPath } from '../../src/model/image/build-context.js'
import { copyOf, stageNamed } from '../../src/model/image/build-steps.js'
import type { Image } from '../../src/model/system.js'
import type { DockerfileImage, Stage } from '../../src/parse/dockerfile.js'
import { isWithin } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'

export default defineRule({
  id: 'image/ignore-file-missing',
  title: 'A whole folder is copied into an image without a .dockerignore',
  category: 'security',
  severity: 'low',
  confidence: 'A',
  security: 3.1,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Everything that lies in the folder on the machine that builds goes into the image: `.env` files, `.git` with its history, a `node_modules` of another platform that overwrites the one just installed.',
  fix: 'Put a `.dockerignore` beside the Dockerfile (at the root of the build context) with at least `.git`, `.env*`, `node_modules`, `dist` and `*.log`.',
  refs: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  reads: ['compose', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      if (image.origin !== 'built' || !image.dockerfile || !image.context?.present) continue
      const { dockerfile, context } = image
      const copy = wholeCopy(image)
      if (!copy || dockerfile.ignoreFile) pass(image)
      else if (!context.declared && context.path !== '.')
        unverified(image, copy.at, 'no deployment file tells which folder is its build context')
      else
        fail(
          image,
          copy.at,
          `${image.name} copies all of ${context.path === '.' ? 'the repository' : context.path}, and there is no .dockerignore`,
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: { context: ., dockerfile: web/Dockerfile } }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          #! api/Dockerfile copies all of api
          COPY . .
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim AS build
          WORKDIR /srv
          #! web/Dockerfile copies all of the repository
          ADD --chown=node ./ app/
          RUN npm run build
          FROM node:24.11-slim
          COPY --from=build /srv/app/ /app
        `,
        'web/.dockerignore': 'node_modules',
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: { context: ., dockerfile: web/Dockerfile } }
            auth: { build: ./auth }
            site: { build: ./site }
        `,
        // Nothing but what was made of it is shipped.
        'site/Dockerfile': `
          FROM node:24.11-slim AS build
          WORKDIR /app
          COPY . .
          RUN npm run build
          FROM build AS check
          RUN npm test
          FROM nginx:1.29
          COPY --from=build /app/dist /usr/share/nginx/html
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          COPY . .
        `,
        'api/.dockerignore': `
          .git
          node_modules
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim AS build
          COPY . .
          FROM nginx:1.29
          COPY --from=build . .
        `,
        'web/Dockerfile.dockerignore': 'node_modules',
        'auth/Dockerfile': `
          FROM golang:1.25
          COPY go.mod go.sum ./
          COPY cmd ./cmd
        `,
      },
    ],
  },
})

/** The first COPY of the whole context whose files can get into the image that is shipped. */
function wholeCopy({ dockerfile, stages = [] }: Image): { readonly at: Span } | undefined {
  for (const image of stages) {
    const shipped = dockerfile?.chain.includes(image.stage) === true
    for (const { instruction, copy, directory } of copiesOf(image.stage)) {
      if (copy.from || !copy.sources.some(source => cleanPath(source.text) === '.')) continue
      if (shipped || isCarriedOn(image.stage, inDirectory(directory, copy.target), stages)) return instruction
    }
  }
  return undefined
}

/** Whether a later stage takes a folder of a stage as a whole, and not only what was made of it. */
function isCarriedOn(stage: Stage, folder: string, stages: readonly DockerfileImage[]): boolean {
  const all = stages[0]?.file.stages ?? []
  return stages.some(({ stage: other }) =>
    copiesOf(other).some(
      ({ copy }) =>
        copy.from !== undefined &&
        stageNamed(copy.from, all) === stage &&
        copy.sources.some(source => isWithin(inDirectory('/', source.text.replace(/\/\*$/, '')), folder)),
    ),
  )
}

/** The COPY and ADD of a stage, with the folder that each of them starts in. */
function copiesOf(stage: Stage) {
  let directory = '/'
  return stage.instructions.flatMap(instruction => {
    if (instruction.keyword === 'WORKDIR') directory = inDirectory(directory, instruction.words[0]?.text ?? '.')
    const copy = copyOf(instruction)
    return copy ? [{ instruction, copy, directory }] : []
  })
}

function inDirectory(directory: string, path: string): string {
  return `/${cleanPath(path.startsWith('/') ? path : `${directory}/${path}`)}`.replace(/^\/\.$/, '/')
}
