import { endsOfLife, hasEnded } from '../../src/knowledge/end-of-life.js'
import { isPlainlyOwn } from '../../src/model/image/images.js'
import type { Image } from '../../src/model/system.js'
import type { ImageReference } from '../../src/parse/image-reference.js'
import { defineRule } from '../../src/rule.js'
import type { Fact } from '../../src/source.js'

export default defineRule({
  id: 'image/end-of-life',
  title: 'An image holds software past its end of life',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Faults and security holes that are found from that day on are not mended any more, and packages, drivers and tools stop supporting it.',
  fix: 'Move to a release that is still maintained; for a datastore read its upgrade notes first.',
  refs: [
    'https://endoflife.date/',
    'https://www.postgresql.org/support/versioning/',
    'https://nodejs.org/en/about/previous-releases',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      const references: readonly (Fact<ImageReference> | undefined)[] =
        image.origin === 'pulled' ? [image.reference] : shippedBases(image)
      const said = new Set<string>()
      for (const reference of references) {
        if (!reference) continue
        pass(image)
        if (!reference.known) {
          if (isPlainlyOwn(image, system.workloads)) continue
          unverified(image, reference, `the image is not known: ${reference.because}`)
          continue
        }
        const { repository, tag, text } = reference.value
        for (const end of endsOfLife(repository, tag)) {
          const key = `${end.product} ${end.cycle}`
          if (!hasEnded(end) || said.has(key)) continue
          // Of a stage that is not shipped, only what it compiles into the result.
          if (image.origin === 'built' && reference !== image.dockerfile?.base && !LINKED_IN.has(end.product)) continue
          said.add(key)
          const at = image.origin === 'pulled' ? (image.referenceAt ?? reference.at) : reference.at
          const what = `${text}: ${ended(end)} on ${end.date}`
          fail(image, at, image.origin === 'pulled' ? what : `${image.name} is built on ${what}`, { key })
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:12.7" } #! PostgreSQL 12 reached its end of life on 2024-11-21
            documents: { image: "mongo:4.4" } #! MongoDB 4.4
            cache: { image: "redis:6.0-alpine" } #! Redis 6.0
            vectors: { image: "pgvector/pgvector:0.5.1-pg11" } #! PostgreSQL 11
            web: { build: ./web }
            core: { build: ./core }
        `,
        'core/Dockerfile': `
          #! core/Dockerfile is built on golang:1.19-alpine3.15: Go 1.19
          FROM golang:1.19-alpine3.15 AS build
          RUN go build -o /core .
          FROM scratch
          COPY --from=build /core /core
        `,
        'web/Dockerfile': `
          #! web/Dockerfile is built on node:16.20-buster: Node.js 16
          #! Debian 10 reached the end of its long-term support on 2024-06-30
          FROM node:16.20-buster
          CMD ["node", "server.js"]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:18.1" }
            cache: { image: redis }
            api: { image: "ghcr.io/acme/api:\${TAG}" }
            web: { build: ./web }
        `,
        'web/Dockerfile': `
          FROM node:14 AS legacy
          FROM node:16 AS assets
          RUN npm run build
          FROM node:24.11-bookworm-slim
          COPY --from=assets /app/dist /app/public
          CMD ["node", "server.js"]
        `,
      },
    ],
  },
})

/** Compilers whose standard library is a part of what they make. */
const LINKED_IN = new Set(['Go'])

/** The base of the image that is shipped, and those of build stages that leave a part of themselves in it. */
function shippedBases({ dockerfile, stages = [] }: Image): readonly (Fact<ImageReference> | undefined)[] {
  const linked = stages.flatMap(({ base }) => {
    if (!base.known) return []
    const { repository, tag } = base.value
    return endsOfLife(repository, tag).some(({ product }) => LINKED_IN.has(product)) ? [base] : []
  })
  return [dockerfile?.base, ...linked.filter(base => base !== dockerfile?.base).toReversed()]
}

/** "Ubuntu (standard support)" names a kind of support that ended, others a product that did. */
function ended({ product, cycle }: { readonly product: string; readonly cycle: string }): string {
  const [, name, support] = /^([^(]+) \(([^)]+)\)$/.exec(product) ?? []
  return name ? `${name} ${cycle} reached the end of its ${support}` : `${product} ${cycle} reached its end of life`
}
