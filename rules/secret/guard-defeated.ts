import { committedFiles } from '../../src/model/secrets/environment-secrets.js'
import { guardedUses } from '../../src/model/secrets/secret-guards.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'secret/guard-defeated',
  title: 'A required secret is satisfied by a placeholder in the repository',
  category: 'security',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  security: 8.0,
  since: '0.1.0',
  effort: 'minutes',
  why: 'The `:?` was written to stop a start without the secret. The committed environment file gives it a value, so it never stops anything.',
  fix: 'Leave the variable out of the committed file, or leave it empty: `:?` refuses an empty value, too.',
  refs: [
    'https://docs.docker.com/reference/compose-file/interpolation/',
    'https://docs.docker.com/compose/how-tos/environment-variables/envvars-precedence/',
  ],
  reads: ['dotenv'],
  check({ system, pass, fail, implied }) {
    for (const deployment of system.deployments) if (deployment.purpose === 'production') pass(deployment)
    const guards = guardedUses(system)
    for (const file of committedFiles(system)) {
      for (const secret of file.secrets) {
        const [first, ...others] = guards.get(`${file.path}\n${secret.name}`) ?? []
        const deployment = system.deployments.find(one => one.id === first?.workload.deployment)
        if (!first || !deployment) continue
        // The value itself is reported with the file that holds it.
        if (!secret.placeholder) implied(deployment, 'secret/environment-file-committed')
        else {
          const what = `\${${secret.name}${first.use.operator}…} of ${first.workload.name} never stops a start: ${file.path} gives it a placeholder`
          fail(deployment, secret, what, {
            key: `${secret.name} in ${file.path}`,
            severity: secret.signing ? 'critical' : 'high',
            fix:
              first.use.operator === ':?'
                ? `Write \`${secret.name}=\` in ${file.path}, or leave it out: \`:?\` then stops the start until somebody sets it.`
                : `Take \`${secret.name}\` out of ${file.path}, and write \`:?\` for \`?\`, which lets an empty value pass.`,
            related: [first, ...others]
              .slice(0, 20)
              .map(({ use, workload }) => ({ at: use.at, message: `required by ${workload.name}` })),
          })
        }
      }
    }
  },
  examples: {
    bad: [
      {
        '.env': `
          DOMAIN=erp.example.com
          JWT_SECRET=change-me #! \${JWT_SECRET:?…} of api never stops a start: .env gives it a placeholder
        `,
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { JWT_SECRET: "\${JWT_SECRET:?set it}", DOMAIN: "\${DOMAIN:?}" } }
        `,
      },
    ],
    good: [
      {
        // The pipeline that deploys brings its own: the shell goes before .env.
        '.github/workflows/deploy.yml': `
          jobs:
            deploy:
              runs-on: self-hosted
              steps:
                - run: docker compose up -d
                  env: { JWT_SECRET: "\${{ secrets.JWT_SECRET }}" }
        `,
        '.env': `
          JWT_SECRET=change-me
        `,
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { JWT_SECRET: "\${JWT_SECRET:?set it}" } }
        `,
      },
      {
        '.env': `
          DOMAIN=erp.example.com
          JWT_SECRET=
        `,
        '.env.example': `
          JWT_SECRET=change-me
        `,
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { JWT_SECRET: "\${JWT_SECRET:?set it}", DOMAIN: "\${DOMAIN:?}" } }
        `,
      },
    ],
  },
})
