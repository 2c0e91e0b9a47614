import type { Distribution, Software } from '../knowledge/software.js';
import type { ImageReference } from '../parse/image-reference.js';
import type { VariableUse } from '../parse/node.js';
import type { ShellScript } from '../parse/shell.js';
import type { Fact, Source, Span } from '../source.js';
import type { Deployment, Image, Subject } from './system.js';
import type { WrittenWord } from './written-words.js';
/** What a workload does in the system: roles.ts says how it is told. */
export type Role = 'user-facing' | 'service' | 'worker' | 'job' | 'proxy' | 'datastore' | 'cache' | 'broker' | 'search' | 'observability' | 'tool';
/** A label of a workload. */
export interface Label {
    readonly value: Fact<string>;
    readonly at: Span;
    /** Of the service of a swarm, not of its containers (`deploy.labels`). */
    readonly ofService?: true;
}
/** Something that runs: a compose service, a Kubernetes workload, a PM2 app. */
export interface Workload extends Subject {
    readonly kind: 'workload';
    readonly platform: Deployment['platform'];
    /** The id of its deployment. */
    readonly deployment: string;
    readonly role: Role;
    /** Reached by users: published on a port that is not loopback, or routed to by a proxy or an ingress. */
    readonly userFacing: boolean;
    /** Holds data that outlives it. A pure cache does not. */
    readonly stateful: boolean;
    /** False for jobs that run once and end. */
    readonly longRunning: boolean;
    readonly image?: Image;
    /** Where `image` names one of a registry that is built here: that one, with its Dockerfile. */
    readonly builtFrom?: Image;
    /** What it is known to serve, from the image name or the base image of the Dockerfile. */
    readonly software?: Software;
    /** Instead of `software`: it runs a client of that software out of the server's image (a dump loop, a set-up job). */
    readonly clientOf?: Software;
    /** Whose image of `software` it is: the official one, bitnami's … */
    readonly distribution?: Distribution;
    /** The version of `software` as far as the tag tells, most significant part first: `7.2-alpine` is [7, 2]. */
    readonly version?: readonly number[];
    readonly environment: ReadonlyMap<string, EnvironmentVariable>;
    /** What the deployment gives to the build of its image. Absent: nothing, or the platform builds none. */
    readonly buildArguments?: readonly EnvironmentVariable[];
    /** The env files that it names, whether or not their variables are in force. */
    readonly environmentFiles?: readonly ServiceEnvironmentFile[];
    /** The `${…}` in its section that took no value from the environment of the deployment: those with a default included. */
    readonly openVariables?: readonly VariableUse[];
    /** Files of the repository that are mounted or copied in beside the application: settings, initialisation, start scripts. */
    readonly ownFiles?: OwnFiles;
    /** What it starts: compose or Kubernetes command over the image's own. Absent when only the image knows. */
    readonly start?: StartCommand;
    /** The folder that it starts in, where the deployment names one instead of WORKDIR. */
    readonly workingDirectory?: Fact<string>;
    /** What that runs, in order, scripts followed; of what is to go on running. */
    readonly runs?: readonly RunCommand[];
    /** Whether the files are there that these commands start; absent: they name none, or one that may be made on the way. */
    readonly entryFiles?: EntryFiles;
    /** Ports opened on the host or beyond the cluster. */
    readonly published: readonly PublishedPort[];
    /** Ports that it declares to listen on inside its network (`expose`, `EXPOSE`, `containerPort`, the software's defaults). */
    readonly listens: readonly number[];
    readonly mounts: readonly Mount[];
    /** Names of the networks it joins, and the names it answers to there. */
    readonly networks: readonly NetworkAttachment[];
    /** Names that only it knows: links to the name of a workload, extra hosts to an address or `host-gateway`, on Kubernetes
     *  those of its namespace that stand for hosts outside. */
    readonly localNames?: ReadonlyMap<string, string>;
    /** `network_mode`, `hostNetwork: true` as "host". */
    readonly networkMode?: Fact<string>;
    readonly dependsOn: readonly Dependency[];
    readonly health: Health;
    readonly restart: Restart;
    /** How many run at the same time; absent when not written, which means 1 (or, under an autoscaler, its minimum). */
    readonly replicas?: Fact<number>;
    /** Lower bound set by an autoscaler. */
    readonly autoscaledFrom?: Fact<number>;
    /** Upper bound set by an autoscaler. */
    readonly autoscaledTo?: Fact<number>;
    readonly resources: Resources;
    readonly privileges: Privileges;
    readonly logging?: Logging;
    /** A fixed name that only one instance can bear (`container_name`). */
    readonly fixedName?: Fact<string>;
    readonly hostname?: Fact<string>;
    /** Time between the stop signal and the kill, in seconds. */
    readonly stopGracePeriod?: Fact<number>;
    readonly labels: ReadonlyMap<string, Label>;
    /** The profiles of Compose that start it; absent: it has none. */
    readonly profiles?: readonly string[];
    /** Files that a secret store puts into the container (`secrets:`, secret volumes), by path inside. */
    readonly secretFiles: readonly string[];
    /** Settings that are written but that the platform in use ignores: key path, position, and what it reads in their place. */
    readonly inert: readonly {
        readonly setting: string;
        readonly at: Span;
        readonly overruledBy?: string;
        /** An empty list that takes nothing away from what the files before it say. */
        readonly empties?: true;
        /** The platform refuses the whole file for it. */
        readonly stops?: true;
    }[];
    /** `init: true`, an init process in the image, `shareProcessNamespace` of the pod. */
    readonly init: boolean;
    /** Only on Kubernetes: the pod that it is a container of. */
    readonly pod?: PodPlace;
    /** Under PM2, which may itself run in a container: what it is told about the app. */
    readonly pm2?: Pm2Settings;
    /** How many processes serve in each replica, where its command is one of a server that is known. */
    readonly processes?: WorkerProcesses;
    /** Where its command is one of a server or of a worker that is known: the port that it says to listen on. */
    readonly commandPort?: CommandPort;
    /** Whether the stop signal gets to the program; absent: it starts nothing that could keep it back, or nothing is known. */
    readonly signalPath?: SignalPath;
    /** When something starts it again and again: the `schedule` of a CronJob, in the words of cron. */
    readonly schedule?: Fact<string>;
    /** How long the stop signal is held back (`lifecycle.preStop`), in seconds; counted against `stopGracePeriod`. */
    readonly preStop?: Fact<number>;
}
/** The processes that a server, or a process manager in the container, runs the application in. */
export interface WorkerProcesses {
    /** `gunicorn`, `uvicorn`, `node`, `pm2` … */
    readonly server: string;
    readonly runtime: 'python' | 'node';
    /** 1 where nothing says otherwise. */
    readonly count: Fact<number>;
    /** As many as the host has processors, or so. */
    readonly perProcessor: boolean;
    /** How many requests each works on at the same time; absent: no bound, or not known of this server. */
    readonly threads?: Fact<number>;
    /** The command. */
    readonly at: Span;
}
/** The port that the command of a server says to listen on. */
export interface CommandPort {
    /** `gunicorn`, `celery worker` … */
    readonly program: string;
    /** Null: it takes jobs out of a queue, or puts them there, and listens on no port. */
    readonly port: number | null;
    /** What asks a worker whether it works, as it stands in a compose file. */
    readonly ping?: string;
    /** The command. */
    readonly at: Span;
}
/** What becomes of the stop signal, which goes to process 1 of a container. */
export type SignalPath = {
    readonly state: 'reaches';
} | {
    readonly state: 'lost';
    /** What process 1 is: a shell that was given a text, a script that does not `exec`, a package manager. */
    readonly by: 'shell' | 'script' | 'package-manager';
    /** The command that does not hear of it. */
    readonly program: string;
    /** The shell or the script, by name. */
    readonly shell?: string;
    /** Where that command is started. */
    readonly at: Span;
} | Unsure;
interface Unsure {
    readonly state: 'unknown';
    readonly because: string;
    readonly at: Span;
}
/** What PM2 is told about an app, beside what every platform has a name for. */
export interface Pm2Settings {
    /** How many apps of the file it stands for: they run the same, and only numbers tell them apart. */
    readonly apps: number;
    /** How many processes PM2 starts for it. */
    readonly instances: Fact<number>;
    /** `cluster`: the instances share one listening socket · `fork`: each is a process of its own. */
    readonly mode: Fact<'fork' | 'cluster'>;
    /** As many instances as the host has processors, or so: `instances: 'max'`. */
    readonly perProcessor: boolean;
    /** Whether PM2 restarts it when one of its files changes. */
    readonly watch?: Fact<boolean>;
    /** Whether PM2 waits for the message `ready` before it takes it for started. */
    readonly waitReady?: Fact<boolean>;
    /** How long PM2 waits for that or for the listening socket, in seconds; absent: 3. */
    readonly listenTimeout?: Fact<number>;
    /** The variable that is one higher for each further instance (`increment_var`). */
    readonly counts?: string;
    /** The variable that tells an instance its number. */
    readonly instanceVariable: string;
    /** `off`: nothing is written · `rotated`: something in the repository sets up the rotation · `unknown`. */
    readonly logs: 'off' | 'rotated' | 'unknown';
    /** `cwd`, as written. */
    readonly directory?: string;
    /** `script`, as written. */
    readonly scriptPath?: string;
    /** Where `waitReady` is on: whether the code sends the message. */
    readonly sendsReady?: Fact<boolean>;
    /** Where several instances are forked: whether the code asks which one it is. */
    readonly readsInstance?: Fact<boolean>;
}
/** What a container is in its pod. */
export interface PodPlace {
    /** What makes the pod: `Deployment`, `StatefulSet`, `CronJob` …, `Pod` itself, or the custom resource of an operator. */
    readonly kind: string;
    /** The name of that. */
    readonly name: string;
    readonly namespace?: string;
    /** Where that name stands: what concerns the pod as a whole is written there. */
    readonly at: Span;
    /** Its own name in the pod. */
    readonly container: string;
    /** `main`: what the pod is for · `sidecar`: runs beside it · `init`: runs to its end before. */
    readonly part: 'main' | 'sidecar' | 'init';
    /** The ports that it gives a name to. */
    readonly portNames: ReadonlyMap<string, number>;
    /** Whether a Service sends requests to it; not one that only collects its metrics. */
    readonly served: boolean;
    /** Whether an Ingress, a Gateway or another route leads to it from outside the cluster. */
    readonly routed: boolean;
    /** Whether it gets variables that tell of the Services of its namespace: unless `enableServiceLinks` is false. */
    readonly linksServices: boolean;
    /** The image as the manifest names it, whether it is pulled or built here; absent: nothing is written. */
    readonly image?: Fact<ImageReference>;
    /** Whether what deploys it writes another tag in its place: Skaffold, `kustomize edit set image`. */
    readonly imageSetAtDeploy: boolean;
    /** The operator that runs it from a custom resource, and brings probes, storage and replication of its own. */
    readonly operator?: string;
    /** Whether its custom resource asks for metrics that Prometheus can read. */
    readonly showsMetrics?: boolean;
    /** Where its custom resource says that what it keeps goes with the pod. */
    readonly forgets?: Span;
}
/** One variable in the environment of a workload, in the effective deployment. */
export interface EnvironmentVariable {
    readonly name: string;
    /** Unknown when it comes from outside the repository (`${X}`, pass-through, secretKeyRef). */
    readonly value: Fact<string>;
    /** The text before interpolation, where it differs. */
    readonly raw?: string;
    readonly uses: readonly VariableUse[];
    readonly at: Span;
    readonly keyAt: Span;
    /** `inline`: written in the deployment file · `env-file`: from an env file · `image`: ENV of the Dockerfile ·
     *  `config-map`: from a ConfigMap of the same deployment · `reference`: from a Secret, or from what the cluster fills in ·
     *  `host`: passed through from the shell. */
    readonly source: 'inline' | 'env-file' | 'image' | 'config-map' | 'reference' | 'host';
}
/** A file, ConfigMap or Secret that a service takes its environment from. */
export interface ServiceEnvironmentFile {
    /** The path, or what people call it: `the Secret erp-api`. */
    readonly path: string;
    /** Where it is named. */
    readonly at: Span;
    /** Whether it is in the repository. */
    readonly present: boolean;
    /** Its variables, and where they stand. */
    readonly names: ReadonlyMap<string, Span>;
}
/** What stands in the container beside the program and may read its environment. */
export interface OwnFiles {
    readonly texts: readonly Source[];
    /** False when something mounted or copied there is not in the repository, or not a text. */
    readonly complete: boolean;
}
/** What a container or an app starts. */
export interface StartCommand {
    /** The words that are executed, entrypoint included. A word that cannot be known is null. */
    readonly argv: readonly (string | null)[];
    /** True when a shell runs it: Dockerfile shell form, or argv begins with `sh -c`. */
    readonly shell: boolean;
    /** The shell text when `shell`; else undefined. */
    readonly script?: ShellScript;
    /** argv or script as one line, for messages. */
    readonly text: string;
    readonly at: Span;
    readonly source: 'deployment' | 'dockerfile' | 'image';
    /** The deployment's own words before variables are put in, entrypoint first; absent when it has none. */
    readonly written?: readonly WrittenWord[];
    /** The entrypoint that the image was made with does not run. */
    readonly replacesEntrypoint?: boolean;
    /** What Compose drops of a command that is one text, from the first unquoted operator of a shell on. */
    readonly dropped?: string;
}
/** Whether a container finds the files that its commands start. */
export type EntryFiles = {
    readonly state: 'there';
}
/** `lacks` is mounted as what it starts, and is not in the repository. */
 | {
    readonly state: 'unseen';
    readonly lacks: string;
    readonly at: Span;
} | {
    readonly state: 'missing';
    /** `script`: of package.json · `build`: what `next build` leaves · `package`: for development, at `path`. */
    readonly what: 'file' | 'module' | 'program' | 'script' | 'build' | 'package';
    /** As the command names it. */
    readonly name: string;
    /** Where it is looked for, absolute; for a script the package.json, from the root of the repository. */
    readonly path: string;
    /** The scripts that package.json has. */
    readonly others?: readonly string[];
    /** The command. */
    readonly at: Span;
    /** What is there in its place, as a sentence without a full stop. */
    readonly instead?: string;
    readonly fix?: string;
    /** Where that is decided. */
    readonly decidedAt?: Span;
};
/** A command that a container runs when it starts, with those of the scripts and of the npm scripts that it calls. */
export interface RunCommand {
    /** Without what only wraps it. A word that cannot be known is null. */
    readonly words: readonly (string | null)[];
    readonly at: Span;
    /** False where a condition decides whether it runs. */
    readonly isSure: boolean;
    /** Whether the start ends when it fails: nothing else goes on, and no `||` catches it. */
    readonly endsStart: boolean;
    /** The folder of the package whose script it stands in. */
    readonly folder?: string;
    /** The call of the package manager that leads to it. */
    readonly calledBy?: readonly (string | null)[];
}
/** A port that hosts outside of its networks can reach. */
export interface PublishedPort {
    /** Host port or first of a range; absent: the platform picks one. */
    readonly host?: Fact<number>;
    /** Last of a host port range. */
    readonly hostEnd?: number;
    readonly container: Fact<number>;
    readonly protocol: 'tcp' | 'udp' | 'sctp';
    /** `any`: all interfaces · `loopback` · `address`: one other address, or a load balancer of an inner network · `unknown`. */
    readonly reach: 'any' | 'loopback' | 'address' | 'unknown';
    /** The bind address as written. */
    readonly address?: string;
    /** What opens it on Kubernetes: a Service beyond the cluster, or the pod itself on its node. */
    readonly by?: {
        readonly kind: 'LoadBalancer' | 'NodePort' | 'externalIPs' | 'hostPort';
        readonly name: string;
    };
    readonly at: Span;
}
/** What is put at a path of a container. */
export interface Mount {
    /** `claim`: a PersistentVolumeClaim, also of a template · `empty-dir`: goes with the pod. */
    readonly type: 'volume' | 'bind' | 'tmpfs' | 'anonymous' | 'config' | 'secret' | 'claim' | 'empty-dir' | 'other';
    /** Volume name, or host path (repository-relative when it lies in the repository, else absolute). */
    readonly source?: Fact<string>;
    /** Path inside the container. */
    readonly target: Fact<string>;
    readonly readOnly: boolean;
    /** The directory of the volume that is mounted; absent: all of it. */
    readonly subpath?: Fact<string>;
    /**
     * All the files that a config brings, where the repository holds their text: a Compose config, a ConfigMap. Absent: what
     * it brings is not known, or, for a bind, is what lies at `source`. See `containerFilesOf`.
     */
    readonly files?: readonly MountedFile[];
    readonly at: Span;
}
/** A file that a mount puts into a container. */
export interface MountedFile {
    /** Inside the container, absolute. */
    readonly path: string;
    /** Where the text stands in another file, it keeps the places of that file: see `embeddedSource`. */
    readonly source: Source;
}
/** A network that a workload is on, and the names that it has there. */
export interface NetworkAttachment {
    readonly network: string;
    readonly aliases: readonly string[];
    /** The same in every deployment that is on this network: the name that Docker gives it where one is written, else its
     *  folder and key. Absent when that is not known. */
    readonly identity?: string;
}
/** A network that a Compose project declares. */
export interface Network {
    readonly name: string;
    readonly external: boolean;
    readonly internal: boolean;
    readonly at: Span;
}
/** A volume that a Compose project declares. */
export interface Volume {
    readonly name: string;
    readonly external: boolean;
    readonly driver?: Fact<string>;
    readonly at: Span;
}
/** A workload that has to be there before this one starts. */
export interface Dependency {
    readonly workload: string;
    readonly condition: 'started' | 'healthy' | 'completed';
    readonly required: boolean;
    readonly at: Span;
}
/** Whether anything asks the workload if it works. */
export interface Health {
    /** `checked`: at least one check is in force · `disabled`: switched off · `none`: there is none ·
     *  `unknown`: only an image or Dockerfile that cannot be read would tell. */
    readonly state: 'checked' | 'disabled' | 'none' | 'unknown';
    readonly checks: readonly HealthCheck[];
    readonly at: Span;
}
/** What asks whether a workload works. */
export interface HealthCheck {
    /** Who runs it. `container` is the compose or Dockerfile HEALTHCHECK. */
    readonly kind: 'container' | 'liveness' | 'readiness' | 'startup';
    readonly source: 'deployment' | 'dockerfile' | 'image';
    /** `shell`: text given to a shell · `exec`: argv without a shell · the others are probes of the platform. */
    readonly form: 'shell' | 'exec' | 'http' | 'tcp' | 'grpc' | 'image';
    /** argv of `exec`; for `shell`, undefined. A word that cannot be known is null. */
    readonly argv?: readonly (string | null)[];
    readonly script?: ShellScript;
    /** As one line, for messages. */
    readonly text: string;
    /** The deployment's words before variables are put in, `CMD` or `CMD-SHELL` first; absent for other sources. */
    readonly written?: readonly WrittenWord[];
    readonly http?: {
        readonly path: Fact<string>;
        readonly port: Fact<number | string>;
        readonly scheme: 'http' | 'https';
    };
    /** The port that a probe asks: a number, or the name of a port of the container. */
    readonly port?: Fact<number | string>;
    readonly at: Span;
}
/** What becomes of a workload that ends. */
export interface Restart {
    /** `always` covers unless-stopped and platforms that always restart; absent policy is `none`. */
    readonly policy: 'none' | 'on-failure' | 'always' | 'unknown';
    readonly at: Span;
    /** True when the file says so, false when the platform's default applies. */
    readonly written: boolean;
}
/** Bytes and CPUs (1 = one core). */
export interface Resources {
    readonly memoryLimit?: Fact<number>;
    readonly memoryReservation?: Fact<number>;
    readonly cpuLimit?: Fact<number>;
    readonly cpuReservation?: Fact<number>;
    /** How many files a process may have open: the soft limit of `ulimits.nofile`; -1: any number. */
    readonly openFiles?: Fact<number>;
    /** True when a namespace-wide default gives limits (LimitRange). */
    readonly limitedByDefault: boolean;
}
/** What a container may do beyond the usual. */
export interface Privileges {
    readonly privileged?: Fact<boolean>;
    readonly addedCapabilities: readonly {
        readonly name: string;
        readonly at: Span;
    }[];
    /** pid, ipc and network namespaces shared with the host. */
    readonly hostNamespaces: readonly {
        readonly namespace: 'network' | 'pid' | 'ipc' | 'uts';
        readonly at: Span;
    }[];
    readonly user?: Fact<string>;
    readonly readOnlyRoot: boolean;
    /** `runAsNonRoot`: the platform refuses to start it as root. */
    readonly nonRoot?: Fact<boolean>;
    /** `allowPrivilegeEscalation`; `no-new-privileges` as false. */
    readonly escalation?: Fact<boolean>;
}
/** Where the lines of a container go. */
export interface Logging {
    readonly driver?: Fact<string>;
    readonly options: ReadonlyMap<string, Fact<string>>;
    readonly at: Span;
}
export {};
