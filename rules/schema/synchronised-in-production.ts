import { type Schema, type Synchronisation, subjectOf } from '../../src/model/code/schema.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'schema/synchronised-in-production',
  title: 'The start of production alters the schema by itself',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'The tool brings the tables to what the code says today: a renamed field is a dropped column and its data, nobody has seen the statements before, they lock tables while users work, and every replica tries at once.',
  fix: 'Turn it off in production, make migrations from the difference, review them, and apply them in the deployment.',
  refs: [
    'https://www.prisma.io/docs/orm/prisma-migrate/workflows/prototyping-your-schema',
    'https://typeorm.io/docs/data-source/data-source-options',
    'https://sequelize.org/docs/v6/core-concepts/model-basics/#synchronization-in-production',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const schema of system.schemas) {
      if (schema.source === 'sql' || schema.source === 'mongoose' || schema.dialect === 'mongodb') continue
      const subject = subjectOf(schema)
      pass(subject)
      for (const one of schema.synchronisations) {
        fail(subject, one, messageOf(one, schema), { key: one.kind, ...(one.kind === 'push' ? { fix: PUSH_FIX } : {}) })
      }
      const { unknownStart } = schema
      if (schema.synchronisations.length === 0 && unknownStart) {
        unverified(subject, unknownStart, `what ${unknownStart.name} starts with is not known`)
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD npx prisma db push --accept-data-loss && node dist/main.js #! api runs prisma db push --accept-data-loss when it starts
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model A {
            id Int @id
          }
        `,
      },
      {
        // Through a script of the package, and in a deployment.
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          COPY . .
          CMD ["npm", "start"]
        `,
        'package.json': `
          {
            "scripts": {
              "prestart": "prisma db push", //! api runs prisma db push when it starts
              "start": "node dist/main.js"
            }
          }
        `,
        '.github/workflows/deploy.yml': `
          jobs:
            deploy:
              runs-on: ubuntu-24.04
              steps:
                - run: npx prisma db push #! the deployment runs prisma db push
        `,
        'prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model A {
            id Int @id
          }
        `,
      },
    ],
    good: [
      {
        // For tests and at home, and where MongoDB knows no migrations.
        'compose.yaml': `
          services: { api: { build: ./api }, files: { build: ./files } }
        `,
        'api/Dockerfile': `
          FROM node:24.1.0-slim
          COPY . .
          CMD npx prisma migrate deploy && node dist/main.js
        `,
        'api/package.json': `
          { "scripts": { "dev": "prisma db push && tsx watch src/main.ts" } }
        `,
        'api/prisma/schema.prisma': `
          datasource db {
            provider = "postgresql"
          }
          model A {
            id Int @id
          }
        `,
        'files/Dockerfile': `
          FROM node:24.1.0-slim
          CMD npx prisma db push && node dist/main.js
        `,
        'files/package.json': '{}\n',
        'files/prisma/schema.prisma': `
          datasource db {
            provider = "mongodb"
          }
          model B {
            id String @id @map("_id")
          }
        `,
        '.github/workflows/test.yml': `
          jobs:
            test:
              runs-on: ubuntu-24.04
              steps: [{ run: npx prisma db push }]
        `,
      },
    ],
  },
})

const PUSH_FIX =
  'Make a first migration of what is there (`npx prisma migrate diff --from-empty --to-schema-datamodel prisma/schema.prisma --script`, then `prisma migrate resolve --applied`), and run `npx prisma migrate deploy` instead.'

function messageOf({ kind, what, because, workload }: Synchronisation, { name }: Schema): string {
  const reason = because === undefined ? '' : `: ${because}`
  switch (kind) {
    case 'push':
      return `${workload ?? 'the deployment'} runs ${what}${workload === undefined ? '' : ' when it starts'}, which alters the tables of ${name} without a migration${reason}`
    case 'synchronise':
      return `${what} alters the tables of ${workload ?? name} at every start${reason}`
    case 'create':
      return `${what} changes the tables of ${workload ?? name} at every start, in all replicas at once${reason}`
  }
}
