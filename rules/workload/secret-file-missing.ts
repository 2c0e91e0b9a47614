import type { Workload } from '../../src/model/system.js'
import { isWithin } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'
import { nearest } from '../../src/suggest.js'

const FOLDER = '/run/secrets/'

export default defineRule({
  id: 'workload/secret-file-missing',
  title: 'A variable names a file of a secret that the container is not given',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Below `/run/secrets` there is what the list `secrets` of the service grants, by the names in it. A program that is told another name ends at its start ("No such file or directory"), or goes on without a password.',
  fix: 'Grant the secret under `secrets:` of the service and declare it under the top-level `secrets:`, and use the same name in the variable.',
  refs: [
    'https://docs.docker.com/compose/how-tos/use-secrets/',
    'https://docs.docker.com/reference/compose-file/services/#secrets',
  ],
  reads: ['compose'],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (workload.platform !== 'compose' && workload.platform !== 'swarm') continue
      for (const { name, value } of workload.environment.values()) {
        const path = value.known ? value.value.trim() : ''
        if (!/_FILE$/.test(name) || !/^\/run\/secrets\/[\w./-]+$/.test(path)) continue
        if (workload.secretFiles.includes(path) || mayBeMounted(path, workload)) {
          pass(workload)
          continue
        }
        const granted = workload.secretFiles.map(file => file.replace(FOLDER, ''))
        const instead = nearest(path.slice(FOLDER.length), granted)
        const what = granted.length === 0 ? 'is granted no secret' : `is granted ${granted.slice(0, 3).join(', ')}`
        fail(workload, value, `${name} of ${workload.name} names ${path}, and ${workload.name} ${what}`, {
          key: name,
          ...(instead === undefined ? {} : { fix: `Write \`${FOLDER}${instead}\`.` }),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: mariadb:11.8
              environment:
                MARIADB_ROOT_PASSWORD_FILE: /run/secrets/root #! MARIADB_ROOT_PASSWORD_FILE of db names /run/secrets/root, and db is granted root_password
              secrets: [root_password]
            ledger:
              image: postgres:17.2
              environment:
                - POSTGRES_PASSWORD_FILE=/run/secrets/ledger #! POSTGRES_PASSWORD_FILE of ledger names /run/secrets/ledger, and ledger is granted no secret
          secrets: { root_password: { file: ./root.txt } }
        `,
      },
    ],
    good: [
      {
        // By the name of the secret, by the target of the grant, by a mount.
        'compose.yaml': `
          services:
            db: { image: "mariadb:11.8", environment: { MARIADB_ROOT_PASSWORD_FILE: /run/secrets/root }, secrets: [root] }
            ledger:
              image: postgres:17.2
              environment: { POSTGRES_PASSWORD_FILE: /run/secrets/ledger }
              secrets: [{ source: root, target: ledger }]
            mounted:
              image: postgres:17.2
              environment: { POSTGRES_PASSWORD_FILE: /run/secrets/mounted }
              volumes: ["/etc/erp/secrets:/run/secrets:ro"]
            elsewhere: { image: "ghcr.io/acme/api:1.4.0", environment: { TOKEN_FILE: /var/lib/token, KEY_FILE: "\${KEY_FILE}" } }
          secrets: { root: { file: ./root.txt } }
        `,
      },
    ],
  },
})

function mayBeMounted(path: string, { mounts }: Workload): boolean {
  return mounts.some(({ target }) => {
    const place = knownValue(target)
    return place === undefined || isWithin(place.replace(/\/+$/, ''), path)
  })
}
