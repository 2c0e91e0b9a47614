import { type Context, generated, HEX, lines, within } from './secret-lines.js'

const spring = within(
  'src/main/resources/application.yml',
  `
spring:
  datasource:
    url: jdbc:postgresql://db.internal:5432/shop
    username: shop
    @@
`,
)
const springRoot = within('src/main/resources/application.yml', 'server: { port: 8080 }\n@@\n')
const properties = within(
  'src/main/resources/application.properties',
  'spring.datasource.url=jdbc:mysql://db.internal/shop\n@@\n',
)
const springProduction = within('src/main/resources/application-prod.yml', 'spring:\n  datasource:\n    @@\n')
const variables = within('infra/variables.tf', 'variable "region" {\n  default = "eu-west-1"\n}\n@@\n')
const resource = within('infra/main.tf', 'resource "aws_db_instance" "main" {\n  identifier = "shop"\n  @@\n}\n')
const values = within('infra/terraform.tfvars', 'region = "eu-west-1"\n@@\n')
const alembic = within('alembic.ini', '[alembic]\nscript_location = migrations\n@@\n')
const dotnet = within(
  'Shop.Api/appsettings.json',
  '{\n  // what the shop needs\n  "Logging": { "LogLevel": { "Default": "Information" } },\n  @@\n}\n',
)
const webConfig = within(
  'Shop.Web/Web.config',
  '<configuration>\n<!-- <add key="JwtSecret" value="old" /> -->\n@@\n</configuration>\n',
)
const rails = within(
  'config/database.yml',
  'default: &default\n  adapter: postgresql\n  password: <%= ENV["DB_PASSWORD"] %>\ndevelopment:\n  <<: *default\n  password: otter-dev-9\nproduction:\n  <<: *default\n  host: db.internal\n  @@\n',
)
const laravel = within(
  'config/database.php',
  "<?php\nreturn ['connections' => [\n  'mysql' => [\n    'host' => env('DB_HOST'),\n    @@\n  ],\n]];\n",
)
const symfony = within('config/packages/shop.yaml', 'parameters:\n  locale: en\n  @@\n')
const nodeConfig = within('config/default.json', '{\n  "server": { "port": 3000 },\n  @@\n}\n')
const nodeProduction = within('config/production.yml', 'server: { port: 3000 }\n@@\n')
const toml = within('config/shop.toml', '[server]\nport = 8080\n[database]\nhost = "db.internal"\n@@\n')
const ini = within('deploy/odoo.conf', '[options]\ndb_host = db.internal\ndb_user = shop\n@@\n')
const groupVars = within('ansible/group_vars/shop.yml', '---\nhttp_port: 80\n@@\n')
const inventory = within('inventory/hosts.ini', '[web]\n@@\n')
const npmrc = within('.npmrc', 'save-exact=true\n@@\n')
const netrc = within('.netrc', '@@\n')
const pgpass = within('deploy/.pgpass', '@@\n')
const pypirc = within(
  '.pypirc',
  '[distutils]\nindex-servers = acme\n[acme]\nrepository = https://pypi.acme.com\nusername = deploy\n@@\n',
)
const maven = within(
  'deploy/settings.xml',
  '<settings><servers><server><id>acme</id>\n@@\n</server></servers></settings>\n',
)
const kubeconfig = within(
  'deploy/kubeconfig.yaml',
  'apiVersion: v1\nkind: Config\nclusters: [{ name: a, cluster: { server: "https://k8s.acme.com:6443" } }]\nusers:\n  - name: a\n    user:\n      @@\n',
)
const dockerConfig = within('deploy/.docker/config.json', '{ "auths": {\n@@\n} }\n')
const localSpring = within(
  'src/main/resources/application.yml',
  'spring:\n  datasource:\n    url: jdbc:postgresql://localhost:5432/shop\n    username: shop\n    @@\n',
)
const plainSpring = (path: string): Context =>
  within(path, 'spring:\n  datasource:\n    url: jdbc:postgresql://db.internal:5432/shop\n    @@\n')

/** Lines in files of settings, each of which is one secret. */
export const SETTING_TRUE: readonly (readonly [rule: string, context: Context, lines: readonly string[]])[] = [
  [
    'secret/literal-in-config',
    spring,
    ['password: otter-lantern-9', 'password: "Heron!2024x"', 'password: spruce42heron'],
  ],
  ['secret/literal-in-config', springProduction, ['password: otter', 'password: root', 'password: "heron#7"']],
  [
    'secret/literal-in-config',
    springRoot,
    lines(`
      app: { jwt: { secret: spruce-otter-canyon-88 } }
      jwt.secret: mySecretKeyOfTheShop42
      app: { jwt-secret: otter-canyon-88 }
      jwt: { key: ${generated(44, 91)} }
      security: { oauth2: { client-secret: ${generated(40, 92)} } }
      influx: { url: "http://influx:8086", token: ${generated(64, 93)} }
    `),
  ],
  [
    'secret/literal-in-config',
    properties,
    lines(`
      spring.datasource.password=otter-lantern-9
      jwt.secret=spruceOtterCanyonSecretForTokens
      app.encryption.key=${generated(32, 94, HEX)}
      spring.mail.password=${generated(16, 95)}
    `),
  ],
  [
    'secret/insecure-default',
    spring,
    ['password: ${DB_PASSWORD:otter-9}', 'password: ${DB_PASSWORD:postgres}', 'password: "${DB_PASS:heron}"'],
  ],
  [
    'secret/insecure-default',
    springRoot,
    [
      'jwt: { secret: "${JWT_SECRET:change-me-in-production}" }',
      'app: { jwt: { secret: "${APP_JWT:otter-canyon-88}" } }',
      'spring: { rabbitmq: { addresses: "amqp://shop:${MQ_PASSWORD:otter-9}@queue:5672" } }',
    ],
  ],
  ['secret/insecure-default', properties, ['spring.datasource.password=${DB_PASSWORD:otter-9}']],
  [
    'secret/insecure-default',
    variables,
    lines(`
      variable "db_password" { default = "otter-lantern-9" }
      variable "db_password" { default = "postgres" }
      variable "admin_password" { default = "ChangeMe123!" }
      variable "jwt_secret" { default = "spruce-canyon-otter" }
      variable "api_token" { default = "${generated(40, 96)}" }
    `),
  ],
  [
    'secret/literal-in-config',
    resource,
    lines(`
      password = "otter-lantern-9"
      master_password = "Heron2024!"
      administrator_login_password = "walnut12345!"
      auth_token = "${generated(32, 97)}"
      root_password = "spruce"
    `),
  ],
  [
    'secret/literal-in-config',
    values,
    [
      'db_password = "otter-9"',
      'mysqladmin_password="H@Sh1CoR3heron!"',
      'jwt_secret = "spruce-otter-88"',
      `api_key = "${generated(40, 98)}"`,
      'db_password = "password123"',
    ],
  ],
  [
    'secret/password-in-connection-string',
    alembic,
    lines(`
      sqlalchemy.url = postgresql://shop:otter-9@db.acme.com/shop
      sqlalchemy.url = postgresql+asyncpg://shop:heron@db:5432/shop
      sqlalchemy.url = mysql+pymysql://root:otter@10.0.0.4/shop
      sqlalchemy.url=postgresql://shop:postgres@db.acme.com/shop
      sqlalchemy.url = mssql+pyodbc://sa:Heron7@sql/shop?driver=x
    `),
  ],
  [
    'secret/password-in-connection-string',
    dotnet,
    lines(`
      "ConnectionStrings": { "Default": "Server=sql.acme.com;Database=shop;User Id=sa;Password=Heron!2024;" }
      "ConnectionStrings": { "Shop": "Host=db;Username=shop;Password=otter-9" }
      "ConnectionStrings": { "Queue": "amqp://shop:otter-9@queue:5672" }
    `),
  ],
  [
    'secret/literal-in-config',
    dotnet,
    lines(`
      "Jwt": { "Key": "OtterCanyonKeyForTokens42!" }
      "JwtSettings": { "SecretKey": "spruce-otter-canyon-88" }
      "Smtp": { "Host": "mail.acme.com", "Password": "heron-lantern" }
      "Azure": { "ClientSecret": "${generated(40, 99)}" }
    `),
  ],
  [
    'secret/password-in-connection-string',
    webConfig,
    [
      '<add name="Default" connectionString="Data Source=sql.acme.com;User Id=shop;Password=Heron!7" providerName="x" />',
    ],
  ],
  [
    'secret/literal-in-config',
    webConfig,
    ['<add key="JwtSecret" value="spruce-otter-canyon-88" />', '<add key="SmtpPassword" value="heron-lantern-9" />'],
  ],
  ['secret/literal-in-config', rails, ['password: otter-9', 'password: "heron"', 'password: spruce!9']],
  [
    'secret/password-in-connection-string',
    rails,
    ['url: postgres://shop:otter-9@db.internal/shop', 'url: mysql2://root:heron@db/shop'],
  ],
  [
    'secret/insecure-default',
    laravel,
    [
      "'password' => env('DB_PASSWORD', 'otter-9'),",
      "'password' => env('DB_PASSWORD', 'root'),",
      "'secret' => env('JWT_SECRET', 'spruce-otter-88'),",
    ],
  ],
  ['secret/literal-in-config', laravel, ["'password' => 'otter-lantern-9',", "'jwt_secret' => 'spruce-otter-canyon',"]],
  [
    'secret/literal-in-config',
    symfony,
    [
      'mailer_password: otter-lantern-9',
      'jwt_secret: spruce-otter-canyon',
      `app_secret: ${generated(32, 100, HEX)}`,
      'database_password: heron-9-lantern',
      `sms: { api_token: ${generated(40, 101)} }`,
    ],
  ],
  [
    'secret/literal-in-config',
    nodeConfig,
    lines(`
      "authentication": { "secret": "${generated(512, 110, HEX)}" }
      "jwtSecret": "spruce-otter-canyon-88"
      "session": { "secret": "otter canyon 88", "cookieSecret": "otter-canyon-88" }
      "db": { "host": "db.internal", "password": "otter-9" }
      "sms": { "apiKey": "${generated(40, 102)}" }
    `),
  ],
  [
    'secret/password-in-connection-string',
    nodeConfig,
    ['"mongoURI": "mongodb+srv://shop:otter9@cluster0.abc.mongodb.net/shop"'],
  ],
  ['secret/literal-in-config', nodeProduction, ['db: { password: otter }', 'jwt: { secret: spruce-otter }']],
  [
    'secret/literal-in-config',
    toml,
    ['password = "otter-9"', "secret_key = 'spruce-otter-canyon'", `api_token = "${generated(40, 103)}"`],
  ],
  [
    'secret/password-in-connection-string',
    toml,
    ['url = "postgres://shop:otter-9@db.internal/shop"', 'dsn = "mysql://shop:heron@db/shop"'],
  ],
  [
    'secret/literal-in-config',
    ini,
    [
      'db_password = otter-9',
      'admin_passwd = heron-lantern-9',
      'smtp_password = "spruce-lantern-9" ; of the relay',
      `secret_key = ${generated(40, 104)}`,
    ],
  ],
  ['secret/password-in-connection-string', ini, ['queue = amqp://shop:otter-9@queue:5672']],
  [
    'secret/literal-in-config',
    groupVars,
    [
      'mysql_root_password: otter9',
      'db_password: "heron-lantern"',
      'ansible_become_pass: spruce7',
      'jwt_secret: otter-canyon-88',
      'shop: { db: { password: walnut77 } }',
    ],
  ],
  [
    'secret/literal-in-config',
    inventory,
    [
      'web1 ansible_host=10.0.0.4 ansible_ssh_pass=heron7 ansible_user=ops',
      'web1 ansible_host=10.0.0.4 ansible_become_password="otter-9"',
    ],
  ],
  [
    'secret/literal-in-config',
    npmrc,
    [
      `//npm.acme.com/:_authToken=${generated(40, 105)}`,
      `//npm.acme.com/:_password=${generated(24, 106)}`,
      `_auth=${generated(32, 107)}==`,
    ],
  ],
  [
    'secret/literal-in-config',
    netrc,
    ['machine git.acme.com login deploy password otter-lantern', 'machine api.acme.com login x password heron77'],
  ],
  ['secret/literal-in-config', pgpass, ['db.acme.com:5432:shop:shop:otter-9', 'db.acme.com:*:*:postgres:heron-7']],
  ['secret/literal-in-config', pypirc, ['password = otter-lantern-9', 'password: heron-9']],
  ['secret/literal-in-config', maven, ['<password>otter-lantern-9</password>']],
  ['secret/literal-in-config', kubeconfig, [`token: ${generated(60, 108)}`, 'password: otter-lantern-9']],
  ['secret/literal-in-config', dockerConfig, ['"registry.acme.com": { "auth": "ZGVwbG95Om90dGVyLTk=" }']],
]

const NO_PASSWORDS = lines(`
  password: \${DB_PASSWORD}
  password: \${DB_PASSWORD:}
  password: "\${DB_PASSWORD:?set it}"
  password: ENC(7f3Kq9vXc1Lr7Tn2Wy9Bd5Hs3)
  password: "{cipher}7f3a9c2e41b86d05a1c4e7f3a9c2e41b"
  password: "@db.password@"
  password: "\${sm://shop-db-password}"
  password: "vault:secret/data/shop#password"
  password: ""
  password:
  password: changeme
  password: your-password
  password: "<password>"
  password-file: /run/secrets/db
  password: "{{ db_password }}"
  password: "#{db_password}#"
  password: "__DB_PASSWORD__"
  password-encoder: bcrypt
  hikari: { connection-timeout: 3000 }
`)

const LOCAL_PASSWORDS = lines(`
  password: postgres
  password: root
  password: shop
  password: otter-9
  password: \${DB_PASSWORD:postgres}
  password: \${SPRING_DATASOURCE_PASSWORD:shop}
`)

/** Lines in files of settings that are none, or of nothing that runs. */
export const SETTING_TRAPS: readonly (readonly [context: Context, lines: readonly string[]])[] = [
  [spring, [...NO_PASSWORDS, 'password: postgres', 'password: shop', 'password: ${user}']],
  [localSpring, LOCAL_PASSWORDS],
  [plainSpring('src/main/resources/application-dev.yml'), ['password: otter-lantern-9']],
  [plainSpring('src/main/resources/application-local.yml'), ['password: otter-lantern-9']],
  [plainSpring('src/test/resources/application.yml'), ['password: otter-lantern-9']],
  [plainSpring('examples/shop/src/main/resources/application.yml'), ['password: otter-lantern-9']],
  [plainSpring('src/main/resources/application.yml.example'), ['password: otter-lantern-9']],
  [
    springRoot,
    lines(`
      jwt: { secret: "\${JWT_SECRET}", expiration: 86400000 }
      jwt: { secret: change-me-in-production }
      jwt: { secret: "\${JWT_SECRET:}" }
      jwt: { public-key: ${generated(64, 120)} }
      app: { key: shop, token: bearer, token-header: X-Shop-Token, password: { min-length: 12 } }
      messages: { password: "The password is wrong" }
      spring: { config: { activate: { on-profile: dev } }, datasource: { password: otter-lantern-9 } }
      spring: { datasource: { url: "jdbc:h2:mem:shop", username: sa, password: password } }
      security: { oauth2: { client-secret: "\${CLIENT_SECRET}", token-uri: "https://login.acme.com/token" } }
      cache: { key: products, secret-name: shop/db }
      keystore: { password: changeit }
    `),
  ],
  [
    properties,
    lines(`
      spring.datasource.password=\${DB_PASSWORD}
      spring.datasource.password=\${DB_PASSWORD:}
      spring.datasource.password=
      spring.datasource.password=ENC(7f3Kq9vXc1Lr7Tn2Wy9Bd5Hs3)
      jwt.secret=your-256-bit-secret
      jwt.secret=\${random.value}
      # jwt.secret=spruce-otter-canyon-88
      spring.security.oauth2.resourceserver.jwt.issuer-uri=https://login.acme.com
      server.ssl.key-store-password=\${STORE}
      app.token.header=X-Shop-Token
    `),
  ],
  [
    within('src/main/resources/messages.properties', 'login.user=User\n@@\n'),
    ['login.password=Otter-Password-9', 'reset.token=The-Token-9-is-old'],
  ],
  [
    variables,
    lines(`
      variable "db_password" { sensitive = true }
      variable "db_password" { default = "" }
      variable "db_password" { default = null }
      variable "db_password" { description = "The otter-9 password of the database" }
      variable "key_name" { default = "shop-key" }
      variable "secret_name" { default = "shop/database" }
      variable "kms_key_id" { default = "alias/shop" }
      variable "ssh_public_key" { default = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5" }
      variable "password_length" { default = "24" }
      variable "api_token" { default = "none" }
      variable "private_key_path" { default = "~/.ssh/id_ed25519" }
    `),
  ],
  [
    resource,
    lines(`
      password = var.db_password
      password = random_password.db.result
      password = "\${var.db_password}"
      password = data.aws_secretsmanager_secret_version.db.secret_string
      manage_master_user_password = true
      master_user_secret_kms_key_id = "alias/shop"
      # password = "otter-lantern-9"
      // password = "otter-lantern-9"
      key_name = "shop-key"
      secret_id = "shop/database"
      password_policy = "strict-otter-9"
    `),
  ],
  [
    within('infra/main.tf', 'output "db" {\n  @@\n}\n'),
    ['password = "otter-lantern-9"', 'description = "password = otter"'],
  ],
  [within('infra/main.tf', 'resource "a" "b" {\n  user_data = <<EOF\n@@\nEOF\n}\n'), ['password = "otter-lantern-9"']],
  [within('examples/complete/main.tf', 'resource "a" "b" {\n  @@\n}\n'), ['password = "otter-lantern-9"']],
  [within('environments/dev/terraform.tfvars', '@@\n'), ['db_password = "otter-lantern-9"']],
  [within('terraform.tfvars.example', '@@\n'), ['db_password = "otter-lantern-9"']],
  [
    values,
    [
      'db_password = ""',
      'db_password = "<password>"',
      'db_password = "CHANGE_ME"',
      'key_name = "shop"',
      '# db_password = "otter-9"',
      'db_password_secret_arn = "arn:aws:secretsmanager:eu-west-1:1:secret:x"',
    ],
  ],
  [
    alembic,
    lines(`
      sqlalchemy.url = driver://user:pass@localhost/dbname
      sqlalchemy.url = postgresql://shop:otter-9@localhost/shop
      sqlalchemy.url = postgresql://shop:otter-9@127.0.0.1:5432/shop
      sqlalchemy.url = sqlite:///shop.db
      sqlalchemy.url = %(DATABASE_URL)s
      sqlalchemy.url = postgresql://%(USER)s:%(PASSWORD)s@%(HOST)s/shop
      sqlalchemy.url = postgresql://\${USER}:\${PASSWORD}@db/shop
      sqlalchemy.url =
      # sqlalchemy.url = postgresql://shop:otter-9@db.acme.com/shop
      ; sqlalchemy.url = postgresql://shop:otter-9@db.acme.com/shop
      sqlalchemy.url = postgresql://user:password@db/shop
      sqlalchemy.url = postgresql://<user>:<password>@db.acme.com/shop
    `),
  ],
  [
    dotnet,
    lines(`
      "ConnectionStrings": { "Default": "" }
      "ConnectionStrings": { "Default": "User Id=postgres.abc;Password=0;Server=aws-0.pooler.acme.com;Database=postgres" }
      "ConnectionStrings": { "Default": "Server=(localdb)\\\\mssqllocaldb;Database=shop;Trusted_Connection=True" }
      "ConnectionStrings": { "Default": "Server=localhost;User Id=sa;Password=Your_password123" }
      "ConnectionStrings": { "Default": "Server=.;Database=shop;Password=otter-9;User Id=sa" }
      "ConnectionStrings": { "Redis": "localhost:6379" }
      "ConnectionStrings": { "Default": "Server=sql;User Id=sa;Password=\${SA_PASSWORD}" }
      "ConnectionStrings": { "Default": "Server=#{server}#;Password=#{password}#" }
      "Jwt": { "Key": "", "Issuer": "shop", "ExpireMinutes": 60 }
      "Jwt": { "Key": "your-super-secret-key-change-it" }
      "Jwt": { "Key": "@Microsoft.KeyVault(SecretUri=https://x.vault.azure.net/secrets/y)" }
      "KeyVault": { "Name": "shop-secrets" }
      "Identity": { "Password": { "RequiredLength": 12 } }
      // "Jwt": { "Key": "OtterCanyonKeyForTokens42!" }
    `),
  ],
  [within('Shop.Api/appsettings.Development.json', '{\n  @@\n}\n'), ['"Jwt": { "Key": "OtterCanyonKeyForTokens42!" }']],
  [
    webConfig,
    [
      '<!-- <add key="JwtSecret" value="spruce-otter-canyon-88" /> -->',
      '<add key="JwtSecret" value="#{JwtSecret}#" />',
      '<add name="Default" connectionString="Data Source=(LocalDb)\\MSSQLLocalDB;Integrated Security=True" />',
      '<add key="PasswordPolicy" value="strict-otter-9" />',
    ],
  ],
  [
    rails,
    lines(`
      password: <%= ENV["DB_PASSWORD"] %>
      password: "<%= Rails.application.credentials.db_password %>"
      password:
      pool: 5
      url: <%= ENV["DATABASE_URL"] %>
    `),
  ],
  [
    laravel,
    lines(`
      'password' => env('DB_PASSWORD', ''),
      'password' => env('DB_PASSWORD'),
      'password' => null,
      'password' => env('DB_PASSWORD', 'xxxxxxxx'),
      // 'password' => 'otter-lantern-9',
      'passwords' => 'users',
      'password' => 'password',
      'password_timeout' => 'otter-9',
      'key' => env('APP_KEY'),
      'secret' => env('AWS_SECRET_ACCESS_KEY'),
    `),
  ],
  [
    symfony,
    lines(`
      mailer_password: '%env(MAILER_PASSWORD)%'
      pass_phrase: '%env(JWT_PASSPHRASE)%'
      secret_key: '%env(resolve:JWT_SECRET_KEY)%'
      private_key: '%kernel.project_dir%/config/jwt/private.pem'
      password_hashers: auto
      csrf_token_id: authenticate
      token_ttl: 3600
      form_login: { password_parameter: otter-password-9 }
      app_secret: ThisTokenIsNotSoSecretChangeIt
      secret: '%kernel.secret%'
    `),
  ],
  [
    nodeConfig,
    lines(`
      "jwtSecret": ""
      "email": { "type": "sendgrid", "username": "sendgrid-user", "password": "sendgrid-pass" }
      "jwtSecret": "your-secret-key"
      "db": { "host": "localhost", "password": "postgres" }
      "mongoURI": "mongodb://localhost:27017/shop"
      "mongoURI": "<your-mongo-URI>"
      "firebase": { "apiKey": "AIza${generated(35, 121)}" }
      "labels": { "password": "Password", "token": "Token" }
      "auth": { "tokenKey": "auth_token", "passwordField": "password" }
      "development": { "password": "otter-lantern-9", "host": "db.internal" }
      "test": { "jwtSecret": "spruce-otter-canyon-88" }
      "maps": { "key": "${generated(39, 122)}" }
    `),
  ],
  [
    within('config/custom-environment-variables.json', '{\n  @@\n}\n'),
    ['"jwtSecret": "SHOP_JWT_SECRET_9X"', '"db": { "password": "OTTER_DB_PASSWORD" }'],
  ],
  [within('config/locales/en.yml', 'en:\n  @@\n'), ['password: Otter-Lantern-9', 'token: Spruce-otter-9']],
  [within('public/config/settings.json', '{\n  @@\n}\n'), [`"apiKey": "${generated(40, 123)}"`]],
  [
    toml,
    [
      'password = ""',
      'password = "${DB_PASSWORD}"',
      'password_file = "/run/secrets/db"',
      'password = "changeme"',
      '# password = "otter-9"',
      'token_ttl = "otter-9h"',
      'url = "postgres://shop@db.internal/shop"',
      'key = "shop"',
      'secret = "vault:shop#db"',
      'password = "env:DB_PASSWORD"',
    ],
  ],
  [
    ini,
    [
      'db_password = False',
      'db_password =',
      'db_password = %(DB_PASSWORD)s',
      'db_password = ${DB_PASSWORD}',
      'db_password = $DB_PASSWORD',
      '; db_password = otter-9',
      '# admin_passwd = otter-9',
      'admin_passwd = REPLACE_WITH_STRONG_PASSWORD',
      'list_db = False',
      'admin_passwd = $pbkdf2-sha512$25000$abc',
      'proxy_mode = True',
    ],
  ],
  [within('pytest.ini', '[pytest]\n@@\n'), ['db_password = otter-lantern-9']],
  [
    groupVars,
    lines(`
      db_password: "{{ vault_db_password }}"
      db_password: "{{ lookup('env', 'DB_PASSWORD') }}"
      db_password: !vault "$ANSIBLE_VAULT;1.1;AES256"
      db_password: changeme
      db_password: ""
      db_password:
      ansible_ssh_private_key_file: ~/.ssh/id_ed25519
      ansible_become_pass: XXX
      password_policy: strict-otter
      shop_secret_name: shop/db
      user_password_hash: $6$rounds=656000$otter
    `),
  ],
  [within('ansible/group_vars/dev.yml', '@@\n'), ['db_password: otter-lantern-9']],
  [within('roles/db/molecule/default/group_vars/all.yml', '@@\n'), ['db_password: otter-lantern-9']],
  [
    inventory,
    [
      'web1 ansible_host=10.0.0.4 ansible_user=ops',
      'web1 ansible_ssh_pass={{ ssh_pass }}',
      'web1 ansible_ssh_pass=vagrant',
      'web1 ansible_ssh_private_key_file=/keys/otter9',
      '# web1 ansible_ssh_pass=otter-9',
    ],
  ],
  [
    npmrc,
    [
      '//npm.acme.com/:_authToken=${NPM_TOKEN}',
      '//localhost:4873/:_authToken=fake-otter-token-of-the-local-one',
      '//npm.acme.com/:_authToken=',
      '@acme:registry=https://npm.acme.com',
      '//npm.acme.com/:username=deploy',
      '; //npm.acme.com/:_authToken=otter',
      '//npm.acme.com/:_authToken=your-token-here-please-fill-in',
      'always-auth=true',
      'engine-strict=true',
      '//npm.acme.com/:_authToken=$NPM_TOKEN',
    ],
  ],
  [
    netrc,
    [
      'machine localhost login x password otter-lantern',
      'machine git.acme.com login deploy password $TOKEN',
      'machine git.acme.com login deploy',
      'machine git.acme.com login anonymous password anonymous',
    ],
  ],
  [pypirc, ['password = ${PYPI_TOKEN}', 'password =', '# password = otter-9', 'password = <token>']],
  [maven, ['<!-- <password>otter-lantern-9</password> -->', '<password>${env.REPOSITORY_PASSWORD}</password>']],
  [
    kubeconfig,
    [
      'token: ${TOKEN}',
      'client-certificate-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t',
      'exec: { apiVersion: v1, command: aws }',
      'client-key: /etc/keys/otter.key',
      'token: ""',
    ],
  ],
  [dockerConfig, ['"registry.acme.com": {}', '"registry.acme.com": { "auth": "" }']],
]
