import type { Distribution, Software } from '../knowledge/software.js'
import type { DockerfileImage } from '../parse/dockerfile.js'
import type { EnvironmentFile } from '../parse/dotenv.js'
import type { ImageReference } from '../parse/image-reference.js'
import type { Problem, VariableUse } from '../parse/node.js'
import type { ShellScript } from '../parse/shell.js'
import type { Fact, Source, Span } from '../source.js'
import type { BuildContext } from './build-context.js'
import type { WrittenWord } from './written-words.js'

/**
 * The system as the repository declares it: one model, whatever the files it was read from. Rules ask questions of
 * this and of nothing else. Everything in it is located; what is written but cannot be known is an `Unknown`
 * (see `Fact`), and what is not written is absent.
 */
export interface System {
  readonly repository: Repository
  /** Every deployment set that was found, production ones first. */
  readonly deployments: readonly Deployment[]
  /** The workloads of the production deployments. Development sets are in `deployments` only. */
  readonly workloads: readonly Workload[]
  /** The images that production workloads run, built here or pulled; and Dockerfiles that no workload names (weight 0). */
  readonly images: readonly Image[]
  /** Who connects to whom, read from URLs and host variables in the environment of production workloads. */
  readonly connections: readonly Connection[]
  /** What makes copies of data, wherever it is declared. */
  readonly backups: readonly Backup[]
  /** Where any file of the repository initiates a MongoDB replica set (`rs.initiate()`), documentation included. */
  readonly replicaSetInitiations: readonly Span[]
  /** `.env` files of the repository, examples included. */
  readonly environmentFiles: readonly EnvironmentFile[]
  /** Where alerts are defined: Prometheus rules, Grafana provisioning, monitors as code. One span a file. */
  readonly alertRules: readonly Span[]
  /** Provider tokens and private keys, found in any text file. */
  readonly leaks: readonly Leak[]
  /** Manifests of `kind: Secret`, wherever they stand. */
  readonly kubernetesSecrets: readonly KubernetesSecret[]
  /** Files that were recognised and could not be read in full. */
  readonly unreadable: readonly Unreadable[]
  /** Files that were recognised and deliberately not evaluated, with the reason (Helm templates, files over the size cap). */
  readonly notEvaluated: readonly NotEvaluated[]
}

/** What the score counts: the thing that a rule judges. */
export interface Subject {
  /** Unique and stable: does not change when lines move. For example `compose:compose.yaml#db`. */
  readonly id: string
  readonly kind: 'repository' | 'deployment' | 'workload' | 'image' | 'file'
  /** What people call it. */
  readonly name: string
  /** 3 user-facing or stateful, 2 the rest of production, 0 tooling and development: shown, not scored. */
  readonly weight: 0 | 2 | 3
  readonly at: Span
  /** The files that its facts come from: when one of them is unreadable, a pass becomes unverified. */
  readonly files: readonly string[]
}

export interface Repository extends Subject {
  readonly kind: 'repository'
}

/** A set of files that is deployed together: one `docker compose up`, one kustomization, one ecosystem file. */
export interface Deployment extends Subject {
  readonly kind: 'deployment'
  readonly platform: 'compose' | 'swarm' | 'kubernetes' | 'pm2'
  readonly purpose: 'production' | 'development'
  /** Why it was taken for that, as a sentence without a full stop. */
  readonly because: string
  readonly workloads: readonly Workload[]
  /** Services that are only started on request (`profiles`, `scale: 0`). */
  readonly onRequest: readonly Workload[]
  readonly networks: readonly Network[]
  readonly volumes: readonly Volume[]
  /** What the format itself objects to: undefined references, conflicting settings. Syntax errors are in `System.unreadable`. */
  readonly problems: readonly Problem[]
}

export type Role =
  | 'user-facing'
  | 'service'
  | 'worker'
  | 'job'
  | 'proxy'
  | 'datastore'
  | 'cache'
  | 'broker'
  | 'search'
  | 'observability'
  | 'tool'

/** Something that runs: a compose service, a Kubernetes workload, a PM2 app. */
export interface Workload extends Subject {
  readonly kind: 'workload'
  readonly platform: Deployment['platform']
  /** The id of its deployment. */
  readonly deployment: string
  readonly role: Role
  /** Reached by users: published on a port that is not loopback, or routed to by a proxy or an ingress. */
  readonly userFacing: boolean
  /** Holds data that outlives it. A pure cache does not. */
  readonly stateful: boolean
  /** False for jobs that run once and end. */
  readonly longRunning: boolean
  readonly image?: Image
  /** What it is known to serve, from the image name or the base image of the Dockerfile. */
  readonly software?: Software
  /** Instead of `software`: it runs a client of that software out of the server's image (a dump loop, a set-up job). */
  readonly clientOf?: Software
  /** Whose image of `software` it is: the official one, bitnami's … */
  readonly distribution?: Distribution
  /** The version of `software` as far as the tag tells, most significant part first: `7.2-alpine` is [7, 2]. */
  readonly version?: readonly number[]
  readonly environment: ReadonlyMap<string, EnvironmentVariable>
  /** What the deployment gives to the build of its image. Absent: nothing, or the platform builds none. */
  readonly buildArguments?: readonly EnvironmentVariable[]
  /** The env files that it names, whether or not their variables are in force. */
  readonly environmentFiles?: readonly ServiceEnvironmentFile[]
  /** The `${…}` in its section that took no value from the environment of the deployment: those with a default included. */
  readonly openVariables?: readonly VariableUse[]
  /** Files of the repository that are mounted or copied in beside the application: settings, initialisation, start scripts. */
  readonly ownFiles?: OwnFiles
  /** What it starts: compose or Kubernetes command over the image's own. Absent when only the image knows. */
  readonly start?: StartCommand
  /** Ports opened on the host or beyond the cluster. */
  readonly published: readonly PublishedPort[]
  /** Ports that it declares to listen on inside its network (`expose`, `EXPOSE`, `containerPort`, the software's defaults). */
  readonly listens: readonly number[]
  readonly mounts: readonly Mount[]
  /** Names of the networks it joins, and the names it answers to there. */
  readonly networks: readonly NetworkAttachment[]
  /** Names that only it knows: links to the name of a workload, extra hosts to an address or `host-gateway`. */
  readonly localNames?: ReadonlyMap<string, string>
  /** `network_mode`, `hostNetwork: true` as "host". */
  readonly networkMode?: Fact<string>
  readonly dependsOn: readonly Dependency[]
  readonly health: Health
  readonly restart: Restart
  /** How many run at the same time; absent when not written, which means 1 (or, under an autoscaler, its minimum). */
  readonly replicas?: Fact<number>
  /** Lower bound set by an autoscaler. */
  readonly autoscaledFrom?: Fact<number>
  readonly resources: Resources
  readonly privileges: Privileges
  readonly logging?: Logging
  /** A fixed name that only one instance can bear (`container_name`). */
  readonly fixedName?: Fact<string>
  readonly hostname?: Fact<string>
  /** Time between the stop signal and the kill, in seconds. */
  readonly stopGracePeriod?: Fact<number>
  readonly labels: ReadonlyMap<string, { readonly value: Fact<string>; readonly at: Span }>
  /** Files that a secret store puts into the container (`secrets:`, secret volumes), by path inside. */
  readonly secretFiles: readonly string[]
  /** Settings that are written but that the platform in use ignores: key path, position, and what it reads in their place. */
  readonly inert: readonly { readonly setting: string; readonly at: Span; readonly overruledBy?: string }[]
  /** `init: true` or an init process in the image. */
  readonly init: boolean
}

/** One variable in the environment of a workload, in the effective deployment. */
export interface EnvironmentVariable {
  readonly name: string
  /** Unknown when it comes from outside the repository (`${X}`, pass-through, secretKeyRef). */
  readonly value: Fact<string>
  /** The text before interpolation, where it differs. */
  readonly raw?: string
  readonly uses: readonly VariableUse[]
  readonly at: Span
  readonly keyAt: Span
  /** `inline`: written in the deployment file · `env-file`: from an env file · `image`: ENV of the Dockerfile ·
   *  `reference`: a secret or config reference · `host`: passed through from the shell. */
  readonly source: 'inline' | 'env-file' | 'image' | 'reference' | 'host'
}

/** A file that a service takes its environment from. */
export interface ServiceEnvironmentFile {
  readonly path: string
  /** Where it is named. */
  readonly at: Span
  /** Whether it is in the repository. */
  readonly present: boolean
  /** Its variables, and where they stand. */
  readonly names: ReadonlyMap<string, Span>
}

/** What stands in the container beside the program and may read its environment. */
export interface OwnFiles {
  readonly texts: readonly Source[]
  /** False when something mounted or copied there is not in the repository, or not a text. */
  readonly complete: boolean
}

export interface StartCommand {
  /** The words that are executed, entrypoint included. A word that cannot be known is null. */
  readonly argv: readonly (string | null)[]
  /** True when a shell runs it: Dockerfile shell form, or argv begins with `sh -c`. */
  readonly shell: boolean
  /** The shell text when `shell`; else undefined. */
  readonly script?: ShellScript
  /** argv or script as one line, for messages. */
  readonly text: string
  readonly at: Span
  readonly source: 'deployment' | 'dockerfile' | 'image'
  /** The deployment's own words before variables are put in, entrypoint first; absent when it has none. */
  readonly written?: readonly WrittenWord[]
  /** The entrypoint that the image was made with does not run. */
  readonly replacesEntrypoint?: boolean
}

export interface PublishedPort {
  /** Host port or first of a range; absent: the platform picks one. */
  readonly host?: Fact<number>
  /** Last of a host port range. */
  readonly hostEnd?: number
  readonly container: Fact<number>
  readonly protocol: 'tcp' | 'udp' | 'sctp'
  /** `any`: all interfaces · `loopback` · `address`: one other address · `cluster`: inside the cluster only · `unknown`. */
  readonly reach: 'any' | 'loopback' | 'address' | 'cluster' | 'unknown'
  /** The bind address as written. */
  readonly address?: string
  readonly at: Span
}

export interface Mount {
  readonly type: 'volume' | 'bind' | 'tmpfs' | 'anonymous' | 'config' | 'secret' | 'claim' | 'other'
  /** Volume name, or host path (repository-relative when it lies in the repository, else absolute). */
  readonly source?: Fact<string>
  /** Path inside the container. */
  readonly target: Fact<string>
  readonly readOnly: boolean
  readonly at: Span
}

export interface NetworkAttachment {
  readonly network: string
  readonly aliases: readonly string[]
  /** The same in every deployment that is on this network: the name that Docker gives it where one is written, else its
   *  folder and key. Absent when that is not known. */
  readonly identity?: string
}

export interface Network {
  readonly name: string
  readonly external: boolean
  readonly internal: boolean
  readonly at: Span
}

export interface Volume {
  readonly name: string
  readonly external: boolean
  readonly driver?: Fact<string>
  readonly at: Span
}

export interface Dependency {
  readonly workload: string
  readonly condition: 'started' | 'healthy' | 'completed'
  readonly required: boolean
  readonly at: Span
}

/** Whether anything asks the workload if it works. */
export interface Health {
  /** `checked`: at least one check is in force · `disabled`: switched off · `none`: there is none ·
   *  `unknown`: only an image or Dockerfile that cannot be read would tell. */
  readonly state: 'checked' | 'disabled' | 'none' | 'unknown'
  readonly checks: readonly HealthCheck[]
  readonly at: Span
}

export interface HealthCheck {
  /** Who runs it. `container` is the compose or Dockerfile HEALTHCHECK. */
  readonly kind: 'container' | 'liveness' | 'readiness' | 'startup'
  readonly source: 'deployment' | 'dockerfile' | 'image'
  /** `shell`: text given to a shell · `exec`: argv without a shell · the others are probes of the platform. */
  readonly form: 'shell' | 'exec' | 'http' | 'tcp' | 'grpc' | 'image'
  /** argv of `exec`; for `shell`, undefined. A word that cannot be known is null. */
  readonly argv?: readonly (string | null)[]
  readonly script?: ShellScript
  /** As one line, for messages. */
  readonly text: string
  /** The deployment's words before variables are put in, `CMD` or `CMD-SHELL` first; absent for other sources. */
  readonly written?: readonly WrittenWord[]
  readonly http?: {
    readonly path: Fact<string>
    readonly port: Fact<number | string>
    readonly scheme: 'http' | 'https'
  }
  readonly at: Span
}

export interface Restart {
  /** `always` covers unless-stopped and platforms that always restart; absent policy is `none`. */
  readonly policy: 'none' | 'on-failure' | 'always' | 'unknown'
  readonly at: Span
  /** True when the file says so, false when the platform's default applies. */
  readonly written: boolean
}

/** Bytes and CPUs (1 = one core). */
export interface Resources {
  readonly memoryLimit?: Fact<number>
  readonly memoryReservation?: Fact<number>
  readonly cpuLimit?: Fact<number>
  readonly cpuReservation?: Fact<number>
  /** True when a namespace-wide default gives limits (LimitRange). */
  readonly limitedByDefault: boolean
}

export interface Privileges {
  readonly privileged?: Fact<boolean>
  readonly addedCapabilities: readonly { readonly name: string; readonly at: Span }[]
  /** pid, ipc and network namespaces shared with the host. */
  readonly hostNamespaces: readonly { readonly namespace: 'network' | 'pid' | 'ipc' | 'uts'; readonly at: Span }[]
  readonly user?: Fact<string>
  readonly readOnlyRoot: boolean
}

export interface Logging {
  readonly driver?: Fact<string>
  readonly options: ReadonlyMap<string, Fact<string>>
  readonly at: Span
}

/** An image that is built from a Dockerfile of the repository, or pulled. */
export interface Image extends Subject {
  readonly kind: 'image'
  readonly origin: 'built' | 'pulled'
  /** The reference in the deployment file; for built images their name, if they have one. */
  readonly reference?: Fact<ImageReference>
  /** Where `reference` is written. */
  readonly referenceAt?: Span
  /** The Dockerfile as this image builds it (target, arguments). Absent when pulled, or when the file is not in the repository. */
  readonly dockerfile?: DockerfileImage
  /** Every stage that goes into it, each as if it were the target; the shipped one (`dockerfile`) last. */
  readonly stages?: readonly DockerfileImage[]
  /** What the build names and the repository does not hold, though it holds the context. */
  readonly missing?: { readonly what: 'dockerfile' | 'target'; readonly name: string; readonly at: Span }
  /** For built images: what the build may copy from. */
  readonly context?: BuildContext
  /** Ids of the workloads that run it. */
  readonly usedBy: readonly string[]
}

export interface Connection {
  /** The workload that connects. */
  readonly from: Workload
  /** The workload that answers to the host name on a network they share; absent for hosts outside and for unknown names. */
  readonly to?: Workload
  readonly scheme?: string
  readonly host: string
  readonly port?: number
  readonly user?: string
  /** `none`: a URL without one · `literal` · `unknown`: given by a variable. Never the value itself. */
  readonly password: 'none' | 'literal' | 'unknown'
  readonly database?: string
  /** The variable it was read from. */
  readonly variable: EnvironmentVariable
  readonly at: Span
}

export interface Backup {
  /** Ids of `Software` it can copy (`postgres`), or `volume` for tools that copy whole volumes. */
  readonly covers: readonly string[]
  /** The program: `pg_dump`, `mongodump`, `restic`, or the image that does it. */
  readonly tool: string
  /** The workload that runs it; absent for scripts that no workload runs. */
  readonly workload?: Workload
  /** The host it dumps, where known. */
  readonly host?: string
  /** `off-host`: goes to another machine or store · `host`: stays on this host · `unknown`. */
  readonly destination: 'off-host' | 'host' | 'unknown'
  /** Whether something runs it without a person: a loop, cron, a CronJob, a scheduled pipeline, an image built for it. */
  readonly scheduled: boolean
  /** The whole script that it is part of, if it is one. */
  readonly script?: ShellScript
  /** Programs that the script calls and the image is known to lack. */
  readonly missingTools: readonly { readonly tool: string; readonly at: Span }[]
  readonly at: Span
}

export interface Leak {
  readonly kind: 'token' | 'private-key'
  /** The provider or kind of key, as people call it. */
  readonly name: string
  /** First characters and length, never the whole: `ghp_A… (40 characters)`. */
  readonly masked: string
  readonly at: Span
}

/** A Kubernetes manifest of `kind: Secret` (https://kubernetes.io/docs/concepts/configuration/secret/). */
export interface KubernetesSecret {
  readonly name: string
  readonly namespace?: string
  /** Encrypted in the file, so that it may be committed: by SOPS. Sealed and external secrets are of other kinds. */
  readonly encrypted: boolean
  /** The keys of `data` and `stringData`, in order. */
  readonly entries: readonly KubernetesSecretEntry[]
  /** The value of `kind`. */
  readonly at: Span
}

export interface KubernetesSecretEntry {
  readonly key: string
  /** What stands there, decoded: see `SecretValue`. Never the value itself. `token`: it is in `System.leaks`. */
  readonly value: 'none' | 'reference' | 'setting' | 'path' | 'placeholder' | 'literal' | 'token'
  /** The value as written. */
  readonly at: Span
}

export interface Unreadable {
  readonly path: string
  readonly format: Format
  /** Part of a production deployment. */
  readonly production: boolean
  readonly problems: readonly Problem[]
  /** The most subjects that the unreadable text could have declared: its weight in the score, so that breaking a file never pays. */
  readonly mayDeclare: number
}

export interface NotEvaluated {
  readonly path: string
  readonly because: string
}

/** The formats whose files declare the system. */
export type Format =
  | 'compose'
  | 'dockerfile'
  | 'dotenv'
  | 'kubernetes'
  | 'pm2'
  | 'nginx'
  | 'traefik'
  | 'prometheus'
  | 'script'
  | 'source'
