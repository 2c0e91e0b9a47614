import { isDevelopmentPath } from '../../src/model/purpose.js'
import type { KubernetesSecret } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'secret/kubernetes-secret-committed',
  title: 'A Kubernetes Secret with its data is in the repository',
  category: 'security',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  security: 8.2,
  since: '0.1.0',
  effort: 'hours',
  why: 'The values are only base64, which anybody can read: whoever has the repository has the secrets of the cluster. A placeholder that production applies is a secret that everybody can guess.',
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
    for (const { secret, key, signing, by, at } of system.appliedPlaceholders) {
      fail(system.repository, at, `${key} of the Secret ${secret} is a placeholder, and that is what ${by} runs with`, {
        severity: signing ? 'critical' : 'high',
        key: `${at.path} ${secret} ${key}`,
        fix: 'Replace it where production is put together: `secretGenerator` with `behavior: replace` and a file that git ignores, a file that SOPS has encrypted, or an ExternalSecret in place of the Secret.',
      })
    }
  },
  examples: {
    bad: [
      {
        // What the script makes is overwritten by what it applies behind it.
        'k8s/prod/kustomization.yaml': 'resources: [api.yaml]\n',
        'k8s/prod/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", envFrom: [{ secretRef: { name: api } }] }] } }
          ---
          apiVersion: v1
          kind: Secret
          metadata: { name: api }
          stringData: { JWT_SECRET: CHANGE_ME } #! JWT_SECRET of the Secret api is a placeholder, and that is what Deployment api runs with
        `,
        'deploy.sh': `
          ROOT="$(pwd)"
          kubectl create secret generic api --from-env-file=.env
          kubectl apply -k "\${ROOT}/k8s/prod"
        `,
      },
      {
        'k8s/base/kustomization.yaml': `
          secretGenerator:
            - name: api-secrets
              literals:
                - DB_USER=erp
                - JWT_SECRET=spruce-otter-canyon-88 #! the Secret api-secrets is committed with JWT_SECRET
        `,
      },
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
      {
        // The overlay of production leaves what its base has.
        'k8s/base/kustomization.yaml': `
          resources: [api.yaml, secrets.yaml]
          secretGenerator:
            - name: web
              literals:
                - COOKIE_SECRET=changeme #! COOKIE_SECRET of the Secret web is a placeholder
        `,
        'k8s/base/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    envFrom: [{ secretRef: { name: db } }, { secretRef: { name: web } }]
                    env: [{ name: JWT_SECRET, valueFrom: { secretKeyRef: { name: auth, key: jwt-secret } } }]
        `,
        'k8s/base/secrets.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: auth }
          data:
            jwt-secret: Q0hBTkdFX01F #! jwt-secret of the Secret prod-auth is a placeholder, and that is what Deployment prod-api runs with
            other-secret: Q0hBTkdFX01F
          ---
          apiVersion: v1
          kind: Secret
          metadata: { name: db }
          stringData: { DB_USER: erp, DB_PASSWORD: CHANGE_ME } #! DB_PASSWORD of the Secret prod-db is a placeholder
        `,
        'k8s/overlays/production/kustomization.yaml': `
          resources: [../../base]
          namePrefix: prod-
        `,
      },
    ],
    good: [
      {
        // Made behind what is applied, it stays.
        'k8s/prod/kustomization.yaml': 'resources: [api.yaml]\n',
        'k8s/prod/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", envFrom: [{ secretRef: { name: api } }] }] } }
          ---
          apiVersion: v1
          kind: Secret
          metadata: { name: api }
          stringData: { JWT_SECRET: CHANGE_ME }
        `,
        'deploy.sh': `
          kubectl apply -k k8s/prod
          kubectl delete secret api
          kubectl create secret generic api --from-env-file=.env
        `,
      },
      {
        'k8s/base/kustomization.yaml': `
          secretGenerator:
            - { name: api-secrets, literals: [DB_USER=erp, JWT_SECRET=CHANGE_ME, "DB_PASSWORD="] }
            - { name: api-files, envs: [secrets.env] }
          configMapGenerator:
            - { name: api-settings, literals: [DB_PORT=5432] }
        `,
        'k8s/overlays/dev/kustomization.yaml': `
          resources: [../../base]
          secretGenerator:
            - { name: api-secrets, behavior: merge, literals: [JWT_SECRET=spruce-otter-canyon-88] }
        `,
      },
      {
        // What the overlay of production patches, deletes or generates anew is no matter of its base.
        'k8s/base/kustomization.yaml': `
          resources: [api.yaml, secrets.yaml]
          secretGenerator: [{ name: mail, literals: [SMTP_SECRET_TOKEN=changeme, COOKIE_SECRET=changeme] }]
        `,
        'k8s/base/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    envFrom: [{ secretRef: { name: auth } }, { secretRef: { name: db } }, { secretRef: { name: mail } }]
        `,
        'k8s/base/secrets.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: auth }
          stringData: { JWT_SECRET: CHANGE_ME }
          ---
          apiVersion: v1
          kind: Secret
          metadata: { name: db }
          stringData: { DB_PASSWORD: CHANGE_ME }
          ---
          # Nothing takes it.
          apiVersion: v1
          kind: Secret
          metadata: { name: old }
          stringData: { DB_PASSWORD: CHANGE_ME }
        `,
        'k8s/overlays/production/kustomization.yaml': `
          resources: [../../base, auth.yaml]
          secretGenerator: [{ name: mail, behavior: replace, literals: ["COOKIE_SECRET=\${COOKIE_SECRET}"] }]
          patches:
            - patch: |
                apiVersion: v1
                kind: Secret
                metadata: { name: auth }
                $patch: delete
            - target: { kind: Secret, name: db }
              patch: |
                - { op: replace, path: /stringData/DB_PASSWORD, value: "<path:erp/db#password>" }
        `,
        'k8s/overlays/production/auth.yaml': `
          apiVersion: external-secrets.io/v1
          kind: ExternalSecret
          metadata: { name: auth }
          spec: { data: [{ secretKey: JWT_SECRET, remoteRef: { key: erp/jwt } }] }
        `,
        'k8s/overlays/staging/kustomization.yaml': `
          resources: [../../base]
        `,
      },
      {
        // A script fills one in and makes the other.
        'k8s/kustomization.yaml': `
          resources: [api.yaml, secrets.yaml]
        `,
        'k8s/api.yaml': `
          apiVersion: v1
          kind: Pod
          metadata: { name: api }
          spec:
            containers:
              - { name: api, image: "ghcr.io/acme/api:1.4.0", envFrom: [{ secretRef: { name: auth } }, { secretRef: { name: db } }] }
        `,
        'k8s/secrets.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: auth }
          stringData: { JWT_SECRET: REPLACE_ME_JWT }
          ---
          apiVersion: v1
          kind: Secret
          metadata: { name: db }
          stringData: { DB_PASSWORD: CHANGE_ME }
        `,
        'deploy.sh': `
          #!/bin/sh
          sed -i "s/REPLACE_ME_JWT/$JWT_SECRET/" k8s/secrets.yaml
          kubectl apply -k k8s
          kubectl create secret generic db --from-literal=DB_PASSWORD="$DB_PASSWORD" --dry-run=client -o yaml | kubectl apply -f -
        `,
      },
      {
        // Production takes its values from a file that is not in the repository.
        'k8s/kustomization.yaml': `
          resources: [api.yaml]
          secretGenerator: [{ name: auth, literals: [JWT_SECRET=CHANGE_ME], envs: [production.env] }]
        `,
        'k8s/api.yaml': `
          apiVersion: v1
          kind: Pod
          metadata: { name: api }
          spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", envFrom: [{ secretRef: { name: auth } }] }] }
        `,
      },
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
