import { isDevelopmentPath, isTestMaterial } from '../../src/model/purpose.js'
import { leakGroups } from '../../src/model/secrets/leak-groups.js'
import { defineRule } from '../../src/rule.js'

/** Base64 of no key: random bytes behind the header of one. */
const BODY = [
  'MIIEpQIBAAKCAQEAy8Dbv8prpJ/0kKhlGeJYozo2t60EG8L0561g13R29LvMR5hy',
  'vGZlGJpmn65+A4xHXInJYiPuKzrKUnApeLZ+vw1HocOAZtWK0z3r26uA8kQYOKX9',
  'Qt/DbCdvsF9wF8gRK0ptx9M6R13NvBxvVQApfc9jB9nTzphOgM4JiEYvlV8FLhg9',
]

function named(name: string): string {
  return `${/^(?:[AEO]|RSA)/.test(name) ? 'an' : 'a'} ${name.replace(/^Private/, 'private')}`
}

export default defineRule({
  id: 'secret/private-key',
  title: 'A private key is in the repository',
  category: 'security',
  severity: 'critical',
  confidence: 'A',
  security: 9.3,
  since: '0.1.0',
  effort: 'hours',
  why: 'Whoever has the key can decrypt what is sent to its owner, sign as its owner, or log in wherever the public half is accepted.',
  fix: 'Make a new key pair outside the repository, replace the public half or the certificate everywhere, revoke the old one, and mount the new key as a secret.',
  refs: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Key_Management_Cheat_Sheet.html',
    'https://docs.docker.com/compose/how-tos/use-secrets/',
  ],
  check({ system, pass, fail }) {
    pass(system.repository)
    const groups = leakGroups(system, 'private-key')
    // Keys of test servers are made to be known: one line for all of them.
    const [inTests, ...moreInTests] = groups.filter(group => isTestMaterial(group.path))
    if (inTests) {
      const leaks = [inTests, ...moreInTests].flatMap(group => group.leaks)
      const [where, are] = [
        moreInTests.length === 0 ? inTests.path : `${moreInTests.length + 1} files of tests`,
        leaks.length > 1,
      ]
      const what = are ? `${leaks.length} private keys are in ${where}` : `${named(inTests.name)} is in ${where}`
      fail(system.repository, inTests.leaks[0], `${what}: see that nothing else trusts ${are ? 'them' : 'it'}`, {
        severity: 'low',
        key: 'in tests',
        related: leaks.slice(1, 21).map(leak => ({ at: leak.at, message: `another private key` })),
      })
    }
    for (const { name, path, leaks } of groups.filter(group => !isTestMaterial(group.path))) {
      const [first, ...others] = leaks
      // One under a passphrase is worth as much as the passphrase.
      const severity = isDevelopmentPath(path) ? 'medium' : name.endsWith('encrypted') ? 'high' : 'critical'
      const kind = name.replace(/^Private/, 'private')
      const what = `${named(name)} is in ${path}${others.length > 0 ? `, and ${others.length} more` : ''}`
      fail(system.repository, first, what, {
        severity,
        key: `${name} in ${path}`,
        related: others.slice(0, 20).map(leak => ({ at: leak.at, message: `another ${kind}` })),
      })
    }
  },
  examples: {
    bad: [
      {
        'certs/server.key': `
          #! an RSA private key is in certs/server.key
          ${'-----BEGIN'} RSA PRIVATE KEY-----
          ${BODY[0]}
          ${BODY[1]}
          ${BODY[2]}
          ${'-----END'} RSA PRIVATE KEY-----
        `,
        'compose.yaml': `
          services:
            auth:
              image: ghcr.io/acme/auth:1.4.0
              environment:
                JWT_PRIVATE_KEY: "${'-----BEGIN'} RSA PRIVATE KEY-----\\n${BODY[1]?.replace('vG', 'MI')}\\n${BODY[2]}\\n${'-----END'} RSA PRIVATE KEY-----" #! an RSA private key is in compose.yaml
        `,
      },
      // Keys of tests are one line, however many files hold them.
      {
        'compose.yaml': `
          services:
            auth: { image: "ghcr.io/acme/auth:1.4.0", environment: { JWT_PRIVATE_KEY_FILE: /run/secrets/jwt } }
        `,
        'internal/tls/testdata/ca.key': `
          #! 2 private keys are in 2 files of tests: see that nothing else trusts them
          ${'-----BEGIN'} RSA PRIVATE KEY-----
          ${BODY[0]}
          ${BODY[1]}
          ${BODY[2]}
          ${'-----END'} RSA PRIVATE KEY-----
        `,
        'internal/tls/tls_test.go': `
          package tls

          const clientKey = \`
          ${'-----BEGIN'} RSA PRIVATE KEY-----
          ${BODY[1]?.replace('vG', 'MI')}
          ${BODY[2]}
          ${BODY[0]}
          ${'-----END'} RSA PRIVATE KEY-----\`
        `,
      },
    ],
    good: [
      {
        'certs/server.crt': `
          -----BEGIN CERTIFICATE-----
          ${BODY[0]}
          ${BODY[1]}
          -----END CERTIFICATE-----
        `,
        'README.md': `
          ${'-----BEGIN'} RSA PRIVATE KEY-----
          ...
          ${'-----END'} RSA PRIVATE KEY-----
        `,
        'compose.yaml': `
          services:
            auth: { image: "ghcr.io/acme/auth:1.4.0", environment: { JWT_PRIVATE_KEY_FILE: /run/secrets/jwt } }
        `,
      },
    ],
  },
})
