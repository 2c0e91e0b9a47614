import { isDevelopmentPath } from '../../src/model/purpose.js'
import type { KubernetesSecret } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'secret/kubernetes-secret-committed',
  title: 'A Kubernetes Secret with its data is in the repository',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 8.2,
  since: '0.1.0',
  effort: 'hours',
  why: 'The values are only base64, which anybody can read: whoever has the repository has the secrets of the cluster.',
  fix: 'Keep the values in a secret store and let External Secrets fetch them, or commit a SealedSecret or a file that SOPS has encrypted; then change the values.',
  refs: [
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    'https://external-secrets.io/latest/',
    'https://github.com/bitnami-labs/sealed-secrets',
    'https://getsops.io/docs/',
  ],
  check({ system, pass, fail }) {
    pass(system.repository)
    for (const secret of system.kubernetesSecrets) {
      if (secret.encrypted || isDevelopmentPath(secret.at.path)) continue
      const [first, ...others] = secret.entries.filter(entry => entry.value === 'literal')
      if (!first) continue
      const keys = [first, ...others].map(entry => entry.key)
      const shown = keys.length > 4 ? `${keys.slice(0, 3).join(', ')} and ${keys.length - 3} more` : listOf(keys)
      fail(system.repository, first, `the Secret ${fullName(secret)} is committed with ${shown}`, {
        key: `${secret.at.path} ${fullName(secret)}`,
        related: others.slice(0, 20).map(({ at, key }) => ({ at, message: key })),
      })
    }
  },
  examples: {
    bad: [
      {
        'k8s/auth-secret.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: auth, namespace: erp }
          type: Opaque
          data:
            username: ZXJw
            password: aGFyYm91ci1sYW50ZXJu #! the Secret erp/auth is committed with password and jwt-secret
          stringData:
            jwt-secret: spruce-otter-canyon-88
        `,
      },
      {
        'deploy/list.yaml': `
          apiVersion: v1
          kind: List
          items:
            - apiVersion: v1
              kind: Secret
              metadata: { name: db }
              stringData: { url: "postgres://erp:tern@db/erp" } #! the Secret db is committed with url
        `,
      },
    ],
    good: [
      {
        // A template: every value has to be filled in, and a telephone number is no secret.
        'k8s/secrets.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: erp }
          stringData:
            DATABASE_URL: "postgresql://username:password@db:5432/erp"
            BROKER_URL: "amqp://erp:CHANGE_ME@mq:5672"
            JWT_SECRET_KEY: REPLACE_WITH_ACTUAL_JWT_SECRET
            TWILIO_PHONE_NUMBER: "+1234567890"
            TWILIO_ACCOUNT_SID: AC0
        `,
      },
      {
        'k8s/empty.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: filled-by-hand }
          data: {}
          stringData: { password: "", token: "<token>", other: "\${OTHER}", key: change-me }
        `,
        // Settings that travel with the secrets are none, and what is to be replaced is none yet.
        'k8s/settings.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: api }
          stringData:
            DB_URL: REPLACE_WITH_REAL_VALUE
            JWT_SECRET: CHANGE_ME
            DB_PORT: "5432"
            DATABASE_USER: erp
            S3_BUCKET: erp-documents
            s3-region: us-east-1
            jwtIssuer: erp.example.com
        `,
        'k8s/token.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: robot, annotations: { kubernetes.io/service-account.name: robot } }
          type: kubernetes.io/service-account-token
        `,
        'k8s/sops.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: db }
          data: { password: "ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]" }
          sops: { version: 3.9.0 }
        `,
        'k8s/sealed.yaml': `
          apiVersion: bitnami.com/v1alpha1
          kind: SealedSecret
          metadata: { name: db }
          spec: { encryptedData: { password: AgBy3i4OJSWK } }
        `,
        'k8s/external.yaml': `
          apiVersion: external-secrets.io/v1
          kind: ExternalSecret
          metadata: { name: db }
          spec: { data: [{ secretKey: password, remoteRef: { key: erp/db } }] }
        `,
        'chart/templates/secret.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: db }
          data: { password: {{ .Values.password | b64enc }} }
        `,
        'k8s/certificate.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: ca }
          stringData:
            ca.crt: |
              -----BEGIN CERTIFICATE-----
              MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ
              -----END CERTIFICATE-----
        `,
      },
    ],
  },
})

function fullName({ name, namespace }: KubernetesSecret): string {
  return namespace === undefined ? name : `${namespace}/${name}`
}
