import type { DockerfileImage } from '../parse/dockerfile.js';
import type { EnvironmentFile } from '../parse/dotenv.js';
import type { ImageReference } from '../parse/image-reference.js';
import type { Problem } from '../parse/node.js';
import type { ShellScript } from '../parse/shell.js';
import type { Fact, Span } from '../source.js';
import type { StartWait } from './blind-waits.js';
import type { Cluster } from './cluster.js';
import type { Pool } from './code/pool.js';
import type { Schema } from './code/schema.js';
import type { Service } from './code/service.js';
import type { StoreUses } from './code/store-clients.js';
import type { ExternalNetwork } from './compose/external-networks.js';
import type { DatabaseServer } from './datastore/database-servers.js';
import type { DatabaseUse } from './datastore/database-uses.js';
import type { Initialisation } from './datastore/initialisation.js';
import type { Pooler } from './datastore/poolers.js';
import type { Edge } from './edges.js';
import type { Encryption } from './encryption.js';
import type { BuildContext } from './image/build-context.js';
import type { AppliedPlaceholder } from './kubernetes/applied-placeholders.js';
import type { RenamedService } from './kubernetes/renamed-services.js';
import type { UnpullableImage } from './kubernetes/unpullable-images.js';
import type { ReverseProxy } from './reverse-proxy.js';
import type { HelmSecret } from './secrets/helm-values.js';
import type { ScriptCommandSecret } from './secrets/script-commands.js';
import type { ScriptSecret } from './secrets/script-secrets.js';
import type { SettingSecret } from './secrets/setting-secrets.js';
import type { Telemetry } from './telemetry.js';
import type { EnvironmentVariable, Network, SignalPath, Volume, WorkerProcesses, Workload } from './workload.js';
export type * from './cluster.js';
export type { HealthRoute } from './code/health/health.js';
export type { Route } from './code/route.js';
export type { Service, ServiceQuery } from './code/service.js';
export type * from './edges.js';
export type * from './host-names.js';
export type * from './reverse-proxy.js';
export type * from './workload.js';
/**
 * The system as the repository declares it: one model, whatever the files it was read from. Rules ask questions of
 * this and of nothing else. Everything in it is located; what is written but cannot be known is an `Unknown`
 * (see `Fact`), and what is not written is absent.
 */
export interface System {
    readonly repository: Repository;
    /** Every deployment set that was found, production ones first. */
    readonly deployments: readonly Deployment[];
    /** The workloads of the production deployments. Development sets are in `deployments` only. */
    readonly workloads: readonly Workload[];
    /** The programs of the repository that production runs, joined to the workloads that run them. */
    readonly services: readonly Service[];
    /** Which data services the code of each workload uses, where there is code. */
    readonly storeUses: StoreUses;
    /** The images that production workloads run, built here or pulled; and Dockerfiles that no workload names (weight 0). */
    readonly images: readonly Image[];
    /** Who connects to whom, read from URLs and host variables in the environment of production workloads. */
    readonly connections: readonly Connection[];
    /** Loops at the start of containers that wait until a program says that something answers. */
    readonly startWaits: readonly StartWait[];
    /** Who talks to whom, and who answers: whatever tells of it, unanswered ones included. */
    readonly edges: readonly Edge[];
    /** Reverse proxies, wherever they are configured. */
    readonly proxies: readonly ReverseProxy[];
    /** What encrypts the traffic of users. */
    readonly encryption: Encryption;
    /** What production applies to Kubernetes, beside workloads. */
    readonly clusters: readonly Cluster[];
    /** Services that kustomize calls otherwise than their manifests do. */
    readonly renamedServices: readonly RenamedService[];
    /** Images of clusters that no node can pull. */
    readonly unpullableImages: readonly UnpullableImage[];
    /** The PostgreSQL and MySQL servers of production, and how many connections each takes. */
    readonly databaseServers: readonly DatabaseServer[];
    /** Which databases of these code connects to, as far as it is known whether anything makes them. */
    readonly databaseUses: readonly DatabaseUse[];
    /** What the servers of which the repository has scripts run at their first start. */
    readonly initialisations: readonly Initialisation[];
    /** What stands between clients and these. */
    readonly poolers: readonly Pooler[];
    /** Processes that the code of workloads starts by itself, by id: ask `workerProcesses`. */
    readonly processesInCode: ReadonlyMap<string, WorkerProcesses>;
    /** The connection pools of production workloads, as their code makes them. */
    readonly pools: readonly Pool[];
    /** Scrape jobs, alert rules and where they go, collectors. */
    readonly telemetry: Telemetry;
    /** What makes copies of data, wherever it is declared. */
    readonly backups: readonly Backup[];
    /** Where copies are loaded back: scripts, jobs, pipelines, resources. Never documents. */
    readonly restores: readonly Restore[];
    /** Commands of scripts, targets and the like that delete volumes, claims or namespaces. */
    readonly teardowns: readonly Teardown[];
    /** Secrets that what deploys writes into environment files. */
    readonly scriptSecrets: readonly ScriptSecret[];
    /** Secrets among the values that Helm hands to charts. */
    readonly helmSecrets: readonly HelmSecret[];
    /** Secrets in files of settings: of applications, Terraform and Ansible. */
    readonly settingSecrets: readonly SettingSecret[];
    /** Secrets that scripts and pipelines give to the programs that they start. */
    readonly scriptCommandSecrets: readonly ScriptCommandSecret[];
    /** Database schemas that ORMs declare and scripts make, by id. */
    readonly schemas: readonly Schema[];
    /** Where any file of the repository initiates a MongoDB replica set (`rs.initiate()`), documentation included. */
    readonly replicaSetInitiations: readonly Span[];
    /** `.env` files of the repository, examples included. */
    readonly environmentFiles: readonly EnvironmentFile[];
    /** Provider tokens and private keys, found in any text file. */
    readonly leaks: readonly Leak[];
    /** Manifests of `kind: Secret`, wherever they stand. */
    readonly kubernetesSecrets: readonly KubernetesSecret[];
    /** Placeholders in Secrets that a kustomization of production applies as they stand. */
    readonly appliedPlaceholders: readonly AppliedPlaceholder[];
    /** Files that were recognised and could not be read in full. */
    readonly unreadable: readonly Unreadable[];
    /** Files that were recognised and deliberately not evaluated, with the reason (Helm templates, files over the size cap). */
    readonly notEvaluated: readonly NotEvaluated[];
}
/** What the score counts: the thing that a rule judges. */
export interface Subject {
    /** Unique and stable: does not change when lines move. For example `compose:compose.yaml#db`. */
    readonly id: string;
    readonly kind: 'repository' | 'deployment' | 'workload' | 'service' | 'image' | 'proxy' | 'object' | 'file';
    /** What people call it. */
    readonly name: string;
    /** 3 user-facing or stateful, 2 the rest of production, 0 tooling and development: shown, not scored. */
    readonly weight: 0 | 2 | 3;
    readonly at: Span;
    /** The files that its facts come from: when one of them is unreadable, a pass becomes unverified. */
    readonly files: readonly string[];
}
/** The subject of rules about everything together. */
export interface Repository extends Subject {
    readonly kind: 'repository';
}
/** A set of files that is deployed together: one `docker compose up`, one kustomization, one ecosystem file. */
export interface Deployment extends Subject {
    readonly kind: 'deployment';
    readonly platform: 'compose' | 'swarm' | 'kubernetes' | 'pm2';
    readonly purpose: 'production' | 'development';
    /** Why it was taken for that, as a sentence without a full stop. */
    readonly because: string;
    readonly workloads: readonly Workload[];
    /** Services that are only started on request (`profiles`, `scale: 0`). */
    readonly onRequest: readonly Workload[];
    readonly networks: readonly Network[];
    /** The networks of others that it joins, as far as the repository tells who creates them. */
    readonly externalNetworks?: readonly ExternalNetwork[];
    readonly volumes: readonly Volume[];
    /** Only on Kubernetes. */
    readonly cluster?: Cluster;
    /** What the format itself objects to: undefined references, conflicting settings. Syntax errors are in `System.unreadable`. */
    readonly problems: readonly Problem[];
}
/** An image that is built from a Dockerfile of the repository, or pulled. */
export interface Image extends Subject {
    readonly kind: 'image';
    readonly origin: 'built' | 'pulled';
    /** The reference in the deployment file; for built images their name, if they have one. */
    readonly reference?: Fact<ImageReference>;
    /** Where `reference` is written. */
    readonly referenceAt?: Span;
    /** For built images: the repository of the name that the build gives it, also where only its tag is told elsewhere. */
    readonly builtAs?: string;
    /** The Dockerfile as this image builds it (target, arguments). Absent when pulled, or when the file is not in the repository. */
    readonly dockerfile?: DockerfileImage;
    /** Every stage that goes into it, each as if it were the target; the shipped one (`dockerfile`) last. */
    readonly stages?: readonly DockerfileImage[];
    /** What the build names and the repository does not hold, though it holds the context. */
    readonly missing?: {
        readonly what: 'dockerfile' | 'target';
        readonly name: string;
        readonly at: Span;
    };
    /** For built images: what the build may copy from. */
    readonly context?: BuildContext;
    /** Ids of the workloads that run it. */
    readonly usedBy: readonly string[];
    /** Whether the stop signal gets to the program, for images that no workload runs. */
    readonly signalPath?: SignalPath;
}
/** An address in the environment of a workload, and who answers there. */
export interface Connection {
    /** The workload that connects. */
    readonly from: Workload;
    /** The workload that answers to the host name on a network they share; absent for hosts outside and for unknown names. */
    readonly to?: Workload;
    readonly scheme?: string;
    readonly host: string;
    readonly port?: number;
    readonly user?: string;
    /** `none`: a URL without one · `literal` · `unknown`: given by a variable. Never the value itself. */
    readonly password: 'none' | 'literal' | 'unknown';
    readonly database?: string;
    /** The variable it was read from. */
    readonly variable: EnvironmentVariable;
    readonly at: Span;
}
/** Something that copies data of the system. */
export interface Backup {
    /** Ids of `Software` it can copy (`postgres`), or `volume` for tools that copy whole volumes. */
    readonly covers: readonly string[];
    /** The program: `pg_dump`, `mongodump`, `restic`, or the image that does it. */
    readonly tool: string;
    /** The workload that runs it; absent for scripts that no workload runs. */
    readonly workload?: Workload;
    /** Ids of the workloads whose data it copies, where it says which; then no others. */
    readonly stores?: readonly string[];
    /** The host it dumps, where known. */
    readonly host?: string;
    /** Instead of a host: the container, service or pod that it runs the tool in. */
    readonly inside?: string;
    /** The databases of the server that it dumps, null for one whose name is not known; absent: all of them. */
    readonly databases?: readonly (string | null)[];
    /** `off-host`: goes to another machine or store · `host`: stays on this host · `unknown`. */
    readonly destination: 'off-host' | 'host' | 'unknown';
    /** Whether something runs it without a person: a loop, cron, a CronJob, a scheduled pipeline, an image built for it. */
    readonly scheduled: boolean;
    /** The whole script that it is part of, if it is one. */
    readonly script?: ShellScript;
    /** Programs that the script calls and the image is known to lack. */
    readonly missingTools: readonly {
        readonly tool: string;
        readonly at: Span;
    }[];
    readonly at: Span;
}
/** Something that loads a copy of data back. */
export interface Restore {
    /** Ids of `Software` that it loads into, `volume` for whole volumes, `any` where it does not say. */
    readonly covers: readonly string[];
    readonly at: Span;
}
/** A command that deletes data together with what used it. */
export interface Teardown {
    readonly deletes: 'volumes' | 'claims' | 'namespace';
    /** Compose files that it names, as written; none: the ones that are loaded without being named. */
    readonly files: readonly string[];
    /** The volumes, claims or namespaces that it names; `*` for all volumes that no container uses. */
    readonly named: readonly string[];
    /** What it stands under, from the inside out: a case or function, a target, the file. */
    readonly names: readonly string[];
    /** The folder of the file that it is written in. */
    readonly directory: string;
    /** The command as one line. */
    readonly text: string;
    readonly at: Span;
}
/** A secret whose form shows that it is one, in any file. */
export interface Leak {
    readonly kind: 'token' | 'private-key';
    /** The provider or kind of key, as people call it. */
    readonly name: string;
    /** First characters and length, never the whole: `ghp_A… (40 characters)`. */
    readonly masked: string;
    /** Whether the provider's own checksum in a token says that it is one; absent for tokens without checksum. */
    readonly proven?: boolean;
    readonly at: Span;
}
/** A Kubernetes manifest of `kind: Secret` (https://kubernetes.io/docs/concepts/configuration/secret/). */
export interface KubernetesSecret {
    readonly name: string;
    readonly namespace?: string;
    /** Encrypted in the file, so that it may be committed: by SOPS. Sealed and external secrets are of other kinds. */
    readonly encrypted: boolean;
    /** The keys of `data` and `stringData`, in order. */
    readonly entries: readonly KubernetesSecretEntry[];
    /** The value of `kind`. */
    readonly at: Span;
}
/** One key of a Secret in a file. */
export interface KubernetesSecretEntry {
    readonly key: string;
    /** What stands there, decoded: see `SecretValue`. Never the value itself. `token`: it is in `System.leaks`. */
    readonly value: 'none' | 'reference' | 'setting' | 'path' | 'placeholder' | 'literal' | 'token';
    /** The value as written. */
    readonly at: Span;
}
/** A file of a deployment that cannot be parsed. */
export interface Unreadable {
    readonly path: string;
    readonly format: Format;
    /** Part of a production deployment. */
    readonly production: boolean;
    readonly problems: readonly Problem[];
    /** The most subjects that the unreadable text could have declared: its weight in the score, so that breaking a file never pays. */
    readonly mayDeclare: number;
}
/** A file, or a part of it, that was not looked at. `because` is a sentence without a full stop. */
export interface NotEvaluated {
    readonly path: string;
    readonly because: string;
}
/** The formats whose files declare the system. */
export type Format = 'compose' | 'dockerfile' | 'dotenv' | 'kubernetes' | 'pm2'
/** What a platform is told of what it runs: `render.yaml`, `fly.toml`, `railway.json`. */
 | 'platform' | 'nginx' | 'traefik' | 'haproxy' | 'caddy' | 'prometheus' | 'script'
/** Files in which an application, a framework or a provisioning tool finds its settings. */
 | 'settings' | 'source';
