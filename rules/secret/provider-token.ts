import { isTestMaterial } from '../../src/model/purpose.js'
import { leakGroups } from '../../src/model/secrets/leak-groups.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'secret/provider-token',
  title: 'A token of a provider is in the repository',
  category: 'security',
  severity: 'critical',
  confidence: 'A',
  security: 9.5,
  since: '0.1.0',
  effort: 'hours',
  why: 'Whoever can read the repository, a copy of it or its history can use the token. Tokens in public repositories are tried within minutes.',
  fix: 'Revoke the token at the provider first, then take it out of the file and read it from a secret at run time. Deleting the line is not enough: it stays in the history.',
  refs: [
    'https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  check({ system, pass, fail }) {
    pass(system.repository)
    for (const { name, path, leaks } of leakGroups(system, 'token')) {
      const inTests = isTestMaterial(path)
      // Made up for a test, as its checksum shows.
      const [first, ...others] = leaks.filter(leak => !(inTests && leak.proven === false))
      if (!first) continue
      const more = others.length > 0 ? ` and ${others.length} more of them` : ''
      fail(system.repository, first, `a ${name} is in ${path}: ${first.masked}${more}`, {
        // Tests need tokens that look right; only a checksum tells those that are.
        severity: inTests && !first.proven ? 'medium' : 'critical',
        key: `${name} in ${path}`,
        related: others.slice(0, 20).map(leak => ({ at: leak.at, message: `another ${name}: ${leak.masked}` })),
      })
    }
  },
  examples: {
    bad: [
      // In tests: one whose checksum is right is a token, and a provider without checksum leaves it open.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'src/github_test.go': `
          package github

          const token = "${'gh'}${'p_'}R7mK2xQ9vLd4WbT8nYs3HfJ6cPz5Ga4ajArc" //! a GitHub token is in src/github_test.go
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                GITHUB_TOKEN: ${'gh'}${'p_'}R7mK2xQ9vLd4WbT8nYs3HfJ6cPz5GaE1uXo0 #! a GitHub token is in compose.yaml: ghp_R… (40 characters)
        `,
        'docs/notes.md': `
          The runner uses ${'gh'}${'p_'}Zt5Vq8Nc2Jw7Ry4Kd9Xb3Mf6Hs1Lg0Pa8TeU for now. //! a GitHub token is in docs/notes.md
        `,
      },
    ],
    good: [
      // Made up for tests: the checksum in it is wrong.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'src/github_test.go': `
          package github

          const token = "${'gh'}${'p_'}R7mK2xQ9vLd4WbT8nYs3HfJ6cPz5GaE1uXo0"
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { GITHUB_TOKEN: "\${GITHUB_TOKEN:?}", AWS_ACCESS_KEY_ID: ${'AK'}${'IA'}IOSFODNN7EXAMPLE } }
        `,
        'docs/setup.md': `
          Export ${'gh'}${'p_'}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx as GITHUB_TOKEN.
        `,
      },
    ],
  },
})
