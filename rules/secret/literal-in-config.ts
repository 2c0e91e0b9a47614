import type { Severity } from '../../src/finding.js'
import { settingSecrets } from '../../src/model/secrets/setting-findings.js'
import { settingRemedy } from '../../src/model/secrets/settings/remedies.js'
import { unusedConfigMapSecrets } from '../../src/model/secrets/unused-config-maps.js'
import type { SecretPlace } from '../../src/model/secrets/written-secrets.js'
import { holdsLeak, secretPlaces, subjectNames } from '../../src/model/secrets/written-secrets.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const ID = 'secret/literal-in-config'

export default defineRule({
  id: ID,
  title: 'A secret is written into a configuration file',
  category: 'security',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  security: 8.6,
  since: '0.1.0',
  effort: 'hours',
  why: 'Everybody who can read the repository, now or in ten years, has the secret, and it cannot be changed without a commit. With a signing key they can issue sessions for any user.',
  fix: 'Put a reference in its place (`${NAME:?}` or a file under /run/secrets), keep the value in a secret store, and change it: the old one stays in the history.',
  refs: [
    'https://docs.docker.com/compose/how-tos/use-secrets/',
    'https://docs.docker.com/compose/how-tos/environment-variables/best-practices/',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  reads: ['settings'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) pass(workload)
    for (const { name, signing, at } of system.scriptSecrets) {
      if (holdsLeak(system, at)) continue
      fail(
        system.repository,
        at,
        `${name} is written into ${at.path}, which puts it into the environment file of what it deploys`,
        {
          severity: signing ? 'critical' : 'high',
          key: name,
          fix: `Keep ${name} on the server or in a secret store, and hand it over from there (GitHub: \`\${{ secrets.${name} }}\`); change it: the old one stays in the history.`,
        },
      )
    }
    for (const { server, passwords } of system.initialisations) {
      for (const { account, at } of passwords) {
        if (holdsLeak(system, at)) continue
        fail(
          server,
          at,
          `the password of ${account} is written into ${at.path}, which ${server.name} runs at its first start`,
          {
            key: `${account} in ${at.path}`,
            fix: fixOfScript(server, account),
          },
        )
      }
    }
    for (const { name, kind, signing, at } of system.helmSecrets) {
      if (kind !== 'literal' || holdsLeak(system, at)) continue
      fail(system.repository, at, `${name} is written into ${at.path}, from where Helm hands it to the chart`, {
        severity: signing ? 'critical' : 'high',
        key: name,
        fix: `Keep ${name} in a Secret that is made outside the repository (External Secrets, Sealed Secrets, or a values file that SOPS encrypts), name that one to the chart, and change it: the old one stays in the history.`,
      })
    }
    for (const secret of settingSecrets(system)) {
      const { name, kind, signing, at } = secret
      if (kind !== 'literal') continue
      fail(system.repository, at, `${name} is written into ${at.path}`, {
        severity: signing ? 'critical' : 'high',
        key: `${name} in ${at.path}`,
        fix: settingRemedy(secret),
      })
    }
    for (const { name, map, signing, at } of unusedConfigMapSecrets(system))
      fail(system.repository, at, `${name} is written into the ConfigMap ${map} in ${at.path}`, {
        severity: signing ? 'critical' : 'high',
        key: `${map}.${name}`,
        fix: `Move ${name} to a Secret that is made outside the repository (External Secrets, Sealed Secrets), remove what nothing reads, and change it: the old one stays in the history.`,
      })
    for (const place of secretPlaces(system)) {
      if (place.subject.kind === 'image') continue
      if (place.kind === 'login' && !place.development)
        for (const subject of place.subjects) implied(subject, 'secret/default-credentials')
      if (place.kind !== 'literal') continue
      fail(place.subject, place, describe(place), {
        severity: severityOf(place),
        key: place.name,
        ...fixOf(place),
      })
      // The others take it from the same place: one line to change, one finding.
      if (!place.development) for (const other of place.subjects.slice(1)) implied(other, ID)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              environment: { POSTGRES_USER: erp, POSTGRES_PASSWORD_FILE: /run/secrets/db }
              volumes: ["data:/var/lib/postgresql/data", "./db/init.sql:/docker-entrypoint-initdb.d/init.sql:ro"]
            shop:
              image: mysql:8.4
              environment: { MYSQL_ROOT_PASSWORD_FILE: /run/secrets/db, MYSQL_DATABASE: shop }
              volumes: ["shop:/var/lib/mysql", "./shop:/docker-entrypoint-initdb.d:ro"]
          volumes: { data: {}, shop: {} }
        `,
        'db/init.sql': `
          DO $$
          BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN
              CREATE ROLE app LOGIN PASSWORD 'app' NOSUPERUSER; --#! the password of app is written into db/init.sql, which db runs at its first start
            END IF;
          END
          $$;
          -- CREATE ROLE old LOGIN PASSWORD 'Otter-4712';
          CREATE ROLE hashed LOGIN PASSWORD 'SCRAM-SHA-256$4096:abc=$def=:ghi=';
        `,
        'shop/init.sql': `
          CREATE USER 'sync'@'%' IDENTIFIED BY 'Otter-4713'; --#! the password of sync is written into shop/init.sql
        `,
      },
      {
        // Settings of applications, Terraform and Ansible, and what client programs log in with.
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0" } }
        `,
        'src/main/resources/application-prod.yml': `
          spring:
            datasource:
              url: jdbc:postgresql://db.internal:5432/shop
              password: harbour-lantern-42 #! spring.datasource.password is written into src/main/resources/application-prod.yml
          app: { jwt: { secret: "\${JWT_SECRET}" } }
        `,
        'Shop.Api/appsettings.json': `
          {
            "Jwt": {
              "Key": "SpruceOtterCanyonOfTokens88" //! Jwt.Key is written into Shop.Api/appsettings.json
            }
          }
        `,
        'infra/main.tf': `
          resource "aws_db_instance" "main" {
            password = "harbour-lantern-42" #! aws_db_instance.main.password is written into infra/main.tf
          }
        `,
        'infra/terraform.tfvars': `
          db_password = "harbour-lantern-42" #! db_password is written into infra/terraform.tfvars
        `,
        'ansible/group_vars/all.yml': `
          mysql_root_password: harbour-lantern-42 #! mysql_root_password is written into ansible/group_vars/all.yml
        `,
        'config/database.yml': `
          development:
            password: shop
          production:
            host: db.internal
            password: harbour-lantern-42 #! production.password is written into config/database.yml
        `,
        '.npmrc': `
          #! the token for npm.acme.com is written into .npmrc
          //npm.acme.com/:_authToken=q8Zk4vXc1Lr7Tn2Wy9Bd5Hs3
        `,
      },
      {
        'deploy/chart/Chart.yaml': 'name: shop',
        'deploy/chart/values.yaml': `
          env:
            JWT_SECRET: q8Zk4vXc1Lr7Tn2Wy9Bd5Hs3 #! env.JWT_SECRET is written into deploy/chart/values.yaml, from where Helm hands it
          extraEnv:
            - name: SESSION_SECRET
              value: hT9wQ2zLr7Vb4NcX8mKd1PfG #! extraEnv.SESSION_SECRET is written
          postgresql:
            auth:
              password: T1erra-Nova-9981 #! postgresql.auth.password is written
        `,
        'deploy/values-production.yaml': `
          redis: { auth: { password: harbour } } #! redis.auth.password is written into deploy/values-production.yaml
        `,
        'argocd/shop.yaml': `
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata: { name: shop }
          spec:
            source:
              chart: shop
              helm:
                parameters:
                  - name: auth.adminPassword
                    value: marble-cinder-fjord-61 #! auth.adminPassword is written into argocd/shop.yaml
                values: |
                  smtp:
                    password: willow-granite-comet-37 #! smtp.password is written
        `,
        'flux/shop.yaml': `
          apiVersion: helm.toolkit.fluxcd.io/v2
          kind: HelmRelease
          metadata: { name: shop }
          spec:
            values:
              auth: { rootPassword: spruce-otter-canyon-88 } #! auth.rootPassword is written into flux/shop.yaml
        `,
      },
      {
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0" } }
        `,
        '.github/workflows/deploy.yml': `
          on: push
          jobs:
            deploy:
              runs-on: ubuntu-24.04
              steps:
                - uses: appleboy/ssh-action@v1.2.0
                  with:
                    script: |
                      grep -q 'ENCRYPTION_KEY=' .env || echo 'ENCRYPTION_KEY=30f3a3cf6ce04631c122256f5656c70c' >> .env #! ENCRYPTION_KEY is written into .github/workflows/deploy.yml
                      docker compose up -d
        `,
        'scripts/deploy.sh': `
          cat > /srv/app/.env <<EOF
          DB_PASSWORD=$DB_PASSWORD
          #! JWT_SECRET is written into scripts/deploy.sh
          JWT_SECRET=q8Zk4vXc1Lr7Tn2Wy9Bd5Hs3
          NODE_ENV=production
          EOF
        `,
      },
      {
        'ecosystem.config.js': `
          const shared = {
            REDIS_PASSWORD: 'marble-cinder-fjord-61', //! REDIS_PASSWORD of api is written into ecosystem.config.js
          }
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/main.js',
                env: { ...shared, NODE_ENV: 'production' },
                env_production: {
                  JWT_SECRET: 'willow-granite-comet-37', //! JWT_SECRET of api is written into ecosystem.config.js
                },
              },
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          x-common: &common
            DATABASE_PASSWORD: harbour-lantern-42 #! DATABASE_PASSWORD of api and worker is written into compose.yaml
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                <<: *common
                JWT_SECRET: spruce-otter-canyon-88 #! JWT_SECRET of api is written into compose.yaml
            worker:
              image: ghcr.io/acme/worker:1.4.0
              environment: *common
            sessions:
              image: ghcr.io/acme/sessions:1.4.0
              environment: ["SESSION_SECRET=change-me-in-production"] #! SESSION_SECRET of sessions is a placeholder, and that is what runs
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: settings }
          data:
            LOG_LEVEL: info
            SESSION_SECRET: r8Yq2mVx0pLz7Kd3 #! SESSION_SECRET of api and worker is written into k8s/all.yaml
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: legacy }
          data:
            SMTP_PASSWORD: w7Hd2kQx9vRm4Tz1 #! SMTP_PASSWORD is written into the ConfigMap legacy in k8s/all.yaml
            API_TOKEN: <from the vault>
            TOKEN_URL: https://login.acme.com/token
          ---
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
                    envFrom: [{ configMapRef: { name: settings } }]
                    env:
                      - name: DB_PASSWORD
                        value: hunter2hunter #! DB_PASSWORD of api is written into k8s/all.yaml
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: worker }
          spec:
            selector: { matchLabels: { app: worker } }
            template:
              metadata: { labels: { app: worker } }
              spec:
                initContainers:
                  - name: seed
                    image: ghcr.io/acme/seed:1.4.0
                    env:
                      - name: ADMIN_TOKEN
                        value: q7Xv29LmPz01Kd #! ADMIN_TOKEN of worker/seed is written
                containers:
                  - name: worker
                    image: ghcr.io/acme/worker:1.4.0
                    env: [{ name: SESSION_SECRET, valueFrom: { configMapKeyRef: { name: settings, key: SESSION_SECRET } } }]
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: settings }
          data:
            application.properties: |
              server.port=8080
              spring.datasource.username=erp
              spring.datasource.password=hunter2hunter #! spring.datasource.password of api is written into k8s/api.yaml
              app.jwt.secret=\${JWT_SECRET}
              # app.old.password=hunter2hunter
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                volumes: [{ name: settings, configMap: { name: settings } }]
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    volumeMounts: [{ name: settings, mountPath: /app/config }]
        `,
      },
    ],
    good: [
      {
        // Encrypted, filled in, for developers, of this machine alone, and labels.
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0", environment: { APP_JWT_SECRET: "\${JWT_SECRET:?}" } } }
        `,
        'src/main/resources/application.yml': `
          spring:
            datasource:
              url: jdbc:postgresql://localhost:5432/shop
              password: shop
            mail: { host: mail.acme.com, password: "ENC(7f3Kq9vXc1Lr7Tn2Wy9Bd5Hs3)" }
          app: { jwt: { secret: spruce-otter-canyon-88, expiration: 3600000 } }
        `,
        'src/main/resources/application-dev.yml': `
          spring: { datasource: { url: "jdbc:postgresql://db.dev/shop", password: harbour-lantern-42 } }
        `,
        'infra/main.tf': `
          resource "aws_db_instance" "main" {
            password = random_password.db.result
          }
        `,
        'ansible/group_vars/all.yml': `
          mysql_root_password: "{{ vault_mysql_root_password }}"
        `,
        'config/labels.json': `
          { "password": "Password", "resetToken": "The link is no longer valid" }
        `,
        '.npmrc': `
          //npm.acme.com/:_authToken=\${NPM_TOKEN}
        `,
      },
      {
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0" } }
        `,
        'deploy/chart/Chart.yaml': 'name: shop',
        'deploy/chart/values.yaml': `
          auth:
            existingSecret: shop-secrets-7f3a9c2e41
            existingSecretPasswordKey: db-password
            secretKeys: { adminPasswordKey: postgres-password, userPasswordKey: password }
            secretName: shop-credentials
            password: ""
            adminPassword: changeme
            rootPassword: postgres123
            usePasswordFiles: true
          jwt: { secret: shop-jwt, secretKey: jwt-signing-key }
          imagePullSecrets: [{ name: registry-credentials-2026 }]
          ingress: { tls: [{ secretName: shop-example-com-tls1 }] }
          database: { url: "postgres://shop:postgres@localhost:5432/shop" }
          podAnnotations: { checksum/secret: 5f2b8c1d9e4a7f3b6c0d }
        `,
        'deploy/values-dev.yaml': `
          postgresql: { auth: { password: harbour-lantern-42 } }
        `,
        'deploy/values-production.yaml': `
          auth:
            password: ref+vault://secret/shop#password
            rootPassword: <path:secret/data/shop#root>
            replicationPassword: \${REPLICATION_PASSWORD}
        `,
        'deploy/secrets/values-production.yaml': `
          auth: { password: "ENC[AES256_GCM,data:Zm9v,iv:AA,tag:BB,type:str]" }
          sops: { version: 3.9.0 }
        `,
        'test/values.yaml': `
          auth: { password: harbour-lantern-42 }
        `,
        'argocd/shop.yaml': `
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata: { name: shop }
          spec:
            source:
              chart: shop
              helm:
                parameters: [{ name: auth.existingSecret, value: shop-secrets }]
                valueFiles: [values-production.yaml]
        `,
      },
      {
        // Made when it is deployed, handed over, for tests, and thought up for a test.
        'compose.yaml': `
          services: { api: { image: "ghcr.io/acme/api:1.4.0" } }
        `,
        '.github/workflows/ci.yml': `
          on: push
          jobs:
            test:
              runs-on: ubuntu-24.04
              steps:
                - run: echo 'ENCRYPTION_KEY=30f3a3cf6ce04631c122256f5656c70c' >> .env
        `,
        'scripts/deploy.sh': `
          echo "JWT_SECRET=$(openssl rand -hex 32)" >> .env
          echo "API_SECRET=$API_SECRET" >> .env
          echo "ENCRYPTION_KEY=30f3a3cf6ce04631c122256f5656c70c" > .env.test
          echo "SESSION_SECRET=a-secret-for-the-tests-only" >> .env
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/main.js',
                env: { JWT_SECRET: process.env.JWT_SECRET, DATABASE_URL: \`postgres://erp:\${process.env.PW}@localhost/erp\` },
              },
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                DATABASE_PASSWORD: \${DATABASE_PASSWORD:?}
                DATABASE_PASSWORD_FILE: /run/secrets/database
                JWT_SECRET: \${JWT_SECRET}
                JWT_EXPIRES_IN: 15m
                JWT_PUBLIC_KEY: public.pem
                ALLOW_EMPTY_PASSWORD: "no"
                STRIPE_API_KEY: your-key-here
                NEXT_PUBLIC_API_KEY: pk-public-9
                SMTP_PASSWORD: ""
        `,
        'compose.override.yaml': `
          services:
            api: { environment: { JWT_SECRET: only-on-my-machine } }
        `,
        '.env.example': `
          JWT_SECRET=change-me
        `,
      },
      {
        'k8s/all.yaml': `
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
                    env:
                      - { name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: api, key: db-password } } }
                      - { name: DB_URL, value: "postgres://erp:$(DB_PASSWORD)@db:5432/erp" }
                      - { name: JWT_SECRET_FILE, value: /run/secrets/jwt }
                    envFrom: [{ secretRef: { name: api } }]
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: settings }
          data:
            application.yml: |
              datasource:
                password: \${DB_PASSWORD}
                password-file: /run/secrets/db
              admin:
                password: changeme
            labels.json: |
              { "password": "Passwort", "token": "Token" }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                volumes: [{ name: settings, configMap: { name: settings } }]
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    volumeMounts: [{ name: settings, mountPath: /app/config }]
        `,
      },
    ],
  },
})

function fixOfScript({ software }: Workload, account: string): string {
  const change = 'and change it: the old one stays in the history.'
  return software?.id === 'postgres'
    ? `Let psql read it (\`\\getenv pw ${variableOf(account)}\` above, \`PASSWORD :'pw'\` here, outside of DO; PostgreSQL 14 and newer), give ${variableOf(account)} to the server, ${change}`
    : `Make the account in a script (\`.sh\`) that takes the password from a variable or from a file under /run/secrets, ${change}`
}

function variableOf(account: string): string {
  return `${account.toUpperCase().replace(/\W/g, '_')}_PASSWORD`
}

function describe({ name, subjects, placeholder, at, development }: SecretPlace): string {
  const owner = `${name} of ${subjectNames(subjects)}`
  if (placeholder) return `${owner} is a placeholder, and that is what runs`
  return `${owner} is written into ${at.path}${development ? ', and it looks generated, as real ones are' : ''}`
}

/** The variable that names a file with the same secret, where the image is known to read one. */
function fileVariable({ distribution }: Workload, name: string): string | undefined {
  const patterns = distribution?.variables?.reads ?? []
  return [`${name}__FILE`, `${name}_FILE`].find(file =>
    patterns.some(one => (typeof one === 'string' ? one === file : one.source.includes('FILE') && one.test(file))),
  )
}

function severityOf({ signing, development }: SecretPlace): Severity {
  if (development) return 'low'
  return signing ? 'critical' : 'high'
}

function fixOf({ name, subject }: SecretPlace): { readonly fix?: string } {
  const isVariable = /^\w+$/.test(name)
  const kubernetes = subject.kind === 'workload' && subject.platform === 'kubernetes' && subject
  const change = 'and change it: the old one stays in the history.'
  if (kubernetes && !isVariable)
    return { fix: `Put a variable that a Secret sets in its place, or mount the whole file from a Secret, ${change}` }
  if (!isVariable) return {}
  if (kubernetes) {
    const key = name.toLowerCase().replaceAll('_', '-')
    const reference = `valueFrom: { secretKeyRef: { name: ${kubernetes.pod?.name ?? kubernetes.name}, key: ${key} } }`
    return {
      fix: `Take it from a Secret: \`${reference}\`, let a secret store fill that (External Secrets, Sealed Secrets), ${change}`,
    }
  }
  const file = subject.kind === 'workload' ? fileVariable(subject, name) : undefined
  const orFile = file ? ` (or \`${file}: /run/secrets/${name.toLowerCase()}\` with a Compose secret)` : ''
  return { fix: `Write \`${name}: \${${name}:?}\`${orFile}, keep the value in a secret store, ${change}` }
}
