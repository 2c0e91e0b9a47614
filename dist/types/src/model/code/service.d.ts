import type { Image, Subject, Workload } from '../system.js';
import type { BlockingCall } from './blocking.js';
import type { CeleryQueues } from './celery-queues.js';
import type { SentTask } from './celery-tasks.js';
import type { LostConnection } from './client-errors.js';
import type { DevelopmentServer } from './development-servers.js';
import type { ServiceVariables } from './environment/variables.js';
import type { HealthRoute } from './health/health.js';
import type { CreatedTopic } from './kafka-topics.js';
import type { Listening } from './listen.js';
import type { PerProcess } from './per-process.js';
import type { PlatformProcess } from './platform.js';
import type { PrintedLines } from './printed-lines.js';
import type { QueryFacts } from './queries/facts.js';
import type { AnsweredPageRequest } from './queries/page-answers.js';
import type { Query } from './queries/query.js';
import type { SentJobs } from './queues/python-jobs.js';
import type { AddedJobs } from './queues/untaken-queues.js';
import type { Rejections } from './rejections.js';
import type { OutboundClient, ServiceExit } from './resilience.js';
import type { Route, RouteTable, RpcTable } from './route.js';
import type { SafeguardModule } from './safeguard-modules.js';
import type { ShadowedRoute } from './shadowed-routes.js';
import type { SocketServer } from './sockets.js';
import type { ClientAddress } from './web/client-address.js';
import type { CorsPolicy } from './web/cors.js';
import type { DebugSwitch } from './web/debug.js';
import type { HardcodedSecret } from './web/hardcoded-secrets.js';
import type { Limiters } from './web/limiters.js';
import type { OpenDoor } from './web/open-doors.js';
import type { SecretFallback } from './web/secret-fallbacks.js';
import type { SeededLogin } from './web/seeded-logins.js';
import type { SigningKeys } from './web/signing-keys.js';
import type { SignedToken } from './web/tokens.js';
import type { UncheckedCertificate } from './web/unchecked-certificates.js';
/** What runs the code of a service. */
export type Runtime = 'node' | 'python' | 'go';
/**
 * A program of the repository that production runs: the code behind one or more workloads that start at the same entry
 * points. Two workloads with one image and different commands (an API and its worker) are two services.
 */
export interface ServiceFrame extends Subject {
    readonly kind: 'service';
    readonly runtime: Runtime;
    /** The folder that its code lies in: of its package, module or build context. */
    readonly directory: string;
    /** The workloads that run it; none for a service whose image no workload runs. */
    readonly workloads: readonly Workload[];
    /** The image, where it is built here. */
    readonly image?: Image;
    /** What a platform is told of it that runs it itself; then its variables and its number of processes are set there. */
    readonly platform?: PlatformProcess;
    /** The files that are run, by path. */
    readonly entries: readonly string[];
    /** False where the command does not tell the entry file and one was taken by its usual name. */
    readonly isCertain: boolean;
    /** The outside packages that this code imports, by installed name or import path. */
    readonly packages: ReadonlySet<string>;
}
/** A service, and what its code tells. */
export interface Service extends ServiceFrame, ServiceExit, PerProcess, QueryFacts {
    /** The modules in its folder that are built for one safeguard, whether or not it loads them. */
    readonly safeguards: readonly SafeguardModule[];
    /** Whether all that its code loads is in the repository, or is public. */
    readonly isWhole: boolean;
    /** What it logs as plain lines; looked for only where it imports nothing that logs. */
    readonly printed?: PrintedLines;
    readonly routes: RouteTable;
    /** The routes that tell whether it works, and what their handlers look at. */
    readonly health: readonly HealthRoute[];
    /** Calls in handlers that hold up all other requests. */
    readonly blocking: readonly BlockingCall[];
    /** What web pages ask for with a number of rows: the pages that it serves, and those of others that it alone answers. */
    readonly pageRequests: readonly AnsweredPageRequest[];
    /** Routes that no request comes to. */
    readonly shadowed: readonly ShadowedRoute[];
    readonly sockets: readonly SocketServer[];
    /** Where it listens, as its code says. */
    readonly listening: readonly Listening[];
    readonly rpc: RpcTable;
    /** What it asks other services with. */
    readonly outbound: readonly OutboundClient[];
    /** Its clients of databases that tell of a lost connection by an event. */
    readonly lostConnections: readonly LostConnection[];
    /** What becomes of errors in its asynchronous handlers; undefined where it answers no requests with Express. */
    readonly rejections?: Rejections;
    /** What it wants of its environment. */
    readonly variables: ServiceVariables;
    /** The secrets that have a value in its code, or are made at random, where the environment does not set them. */
    readonly secretFallbacks: readonly SecretFallback[];
    readonly signingKeys: SigningKeys;
    /** The secrets that its code uses whatever the environment says. */
    readonly hardcodedSecrets: readonly HardcodedSecret[];
    /** The accounts that it makes whenever it starts, with passwords that stand in its code. */
    readonly seededLogins: readonly SeededLogin[];
    /** Ways in that ask nobody who they are, beside others that do. */
    readonly openDoors: readonly OpenDoor[];
    /** Which other sites may call it. */
    readonly cors: readonly CorsPolicy[];
    /** Switches for developers that are on in production. */
    readonly debugSwitches: readonly DebugSwitch[];
    readonly limiters: Limiters;
    /** What it counts by the address of the client; undefined where nothing does. */
    readonly clientAddress?: ClientAddress;
    /** A text of an application of Django names what shows metrics: its settings name applications and middleware in texts. */
    readonly namesMetrics?: true;
    /** The JSON web tokens that it signs. */
    readonly signedTokens: readonly SignedToken[];
    /** Where it accepts any certificate of those that it asks. */
    readonly uncheckedCertificates: readonly UncheckedCertificate[];
    /** The topics of Kafka that it creates with a number of copies. */
    readonly createdTopics: readonly CreatedTopic[];
    /** Where it sends tasks to by Celery; undefined where it has nothing to do with that. */
    readonly celeryQueues?: CeleryQueues;
    /** The servers for development that its code starts. */
    readonly developmentServers: readonly DevelopmentServer[];
    /** The libraries of Python by which it leaves work to others. */
    readonly sentJobs: readonly SentJobs[];
    /** The tasks of Celery that it sends by their names. */
    readonly sentTasks: readonly SentTask[];
    /** What becomes of the jobs that it adds to queues of Bull and BullMQ; undefined where it adds none. */
    readonly addedJobs?: AddedJobs;
}
/** A read of many rows, with the routes that come to it. */
export interface ServiceQuery extends Omit<Query, 'within'> {
    readonly routes: readonly Route[];
    /** Whether its rows leave the function that it stands in as they are: returned or sent. */
    readonly isReturned: boolean;
}
