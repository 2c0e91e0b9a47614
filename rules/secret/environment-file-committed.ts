import { committedFiles, type EnvironmentSecret } from '../../src/model/secrets/environment-secrets.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'secret/environment-file-committed',
  title: 'An environment file with secrets is in the repository',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 8.3,
  since: '0.1.0',
  effort: 'hours',
  why: 'The file that was meant to keep the secrets out of the repository is part of it: everybody who can read it, now or in ten years, has them.',
  fix: 'Take it out with `git rm --cached <file>`, add it to .gitignore, commit an example without values, and change every secret in it: the old ones stay in the history.',
  refs: [
    'https://docs.docker.com/compose/how-tos/environment-variables/best-practices/',
    'https://git-scm.com/docs/gitignore',
  ],
  reads: ['dotenv'],
  check({ system, pass, fail }) {
    pass(system.repository)
    for (const { path, development, secrets } of committedFiles(system)) {
      const [first, ...others] = secrets.filter(secret => !secret.placeholder)
      if (!first) continue
      fail(system.repository, first, `${path} is committed with ${namesOf([first, ...others])}`, {
        key: path,
        fix: `Take it out with \`git rm --cached ${path}\`, add it to .gitignore, commit an example without values, and change what is in it: the old values stay in the history.`,
        ...(development ? { severity: 'medium' as const } : {}),
        related: others.slice(0, 20).map(({ at, name }) => ({ at, message: name })),
      })
    }
  },
  examples: {
    bad: [
      {
        '.env': `
          COMPOSE_PROJECT_NAME=erp
          POSTGRES_PASSWORD=harbour-lantern-42 #! .env is committed with POSTGRES_PASSWORD and JWT_SECRET
          JWT_SECRET=spruce-otter-canyon-88
        `,
        'backend/.env.production': `
          DATABASE_URL=postgres://erp:tern@db:5432/erp #! backend/.env.production is committed with DATABASE_URL
        `,
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD: "\${POSTGRES_PASSWORD}" } }
        `,
      },
    ],
    good: [
      {
        '.env.example': `
          POSTGRES_PASSWORD=harbour-lantern-42
        `,
        '.env.production': `
          POSTGRES_PASSWORD=\${POSTGRES_PASSWORD}
          JWT_SECRET=
        `,
        'frontend/.env': `
          NEXT_PUBLIC_API_KEY=pk-public-9
          VITE_API_URL=https://api.example.com
        `,
        '.env.europe': `
          API_TOKEN=your_api_token
        `,
        '.env.test': `
          DATABASE_PASSWORD=test
        `,
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
      },
    ],
  },
})

function namesOf(secrets: readonly EnvironmentSecret[]): string {
  const names = [...new Set(secrets.map(secret => secret.name))]
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more secrets` : listOf(names)
}
