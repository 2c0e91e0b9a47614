import type { FunctionIn, In } from '../../code/program.js';
import type { ClassNode } from '../../code/syntax.js';
import type { Span } from '../../source.js';
/** A path that a service answers to. */
export interface Route {
    /** `GET`, `POST` …; `*` for every method; `SUBSCRIBE` for WebSocket gateways is none: see `sockets`. */
    readonly method: string;
    /**
     * The whole path as a client asks this process for it: prefixes, versions and mounts included. Begins with `/`, ends
     * without one (but for `/` itself). A parameter is `:name` (`:name*` takes several segments, `:name?` none or one), a
     * wildcard is `*`, whatever the framework's spelling.
     */
    readonly path: string;
    /** False where a part of the path is not known: then `path` is what is known of its end. */
    readonly isResolved: boolean;
    /** The route answers only requests for this host. */
    readonly host?: string;
    /** What answers, if it is in the repository. */
    readonly handler?: FunctionIn;
    /**
     * The asynchronous functions that the framework is given for it as they are, middleware and handler, in the order in which
     * a request meets them: nothing around them catches their errors. Of Express.
     */
    readonly unwrapped?: readonly FunctionIn[];
    /** Of a route whose handler is not kept: whether that is an `async` function. */
    readonly isAsync?: boolean;
    /** The class whose rows the framework lists, where it does so by itself and no handler of the repository does. */
    readonly lists?: In<ClassNode>;
    /** The class that answers, then those of the repository that it extends. */
    readonly view?: readonly In<ClassNode>[];
    /** The view of a package that answers by itself, or that the class extends which does: `TokenObtainPairView`. */
    readonly outside?: string;
    /** Somebody signs in there with a password. */
    readonly signsIn?: true;
    /** What a request passes before, from the outside in: guards, middleware, dependencies. */
    readonly guards: readonly Guard[];
    /** Where prefixes were added, from the outside in: `setGlobalPrefix`, `app.use('/api', …)`, `include_router(…, prefix=…)`. */
    readonly prefixes: readonly RoutePrefix[];
    /** The address below it at which it takes a password, where a library answers and the path does not tell. */
    readonly takesPasswordAt?: string;
    /** A name out of `FRAMEWORKS` of this room: `express`, `nestjs`, `fastapi` … */
    readonly framework: string;
    /** The declaration: the call, decorator or exported function. */
    readonly at: Span;
}
/** A part of a path that something around the route puts before it. */
export interface RoutePrefix {
    /** With a leading `/`. */
    readonly path: string;
    readonly at: Span;
}
/** Something before a handler that may turn requests away. */
export interface Guard {
    /** As it is written: `JwtAuthGuard`, `authenticate`, `get_current_user`. */
    readonly name: string;
    /**
     * `auth`: turns away who is not known · `limit`: turns away who asks too often · `public`: none, and it says that everybody
     * may pass (`AllowAny`, `login_not_required`) · `other`: neither, or not known.
     */
    readonly purpose: 'auth' | 'limit' | 'public' | 'other';
    /** It sends people to a login instead of refusing: what follows redirects, or takes them for success, passes. */
    readonly redirects?: true;
    /** Applies to every route of the application (`APP_GUARD`, `app.use`, default permission classes). */
    readonly isGlobal: boolean;
    readonly at: Span;
}
/** The routes of one service, and how sure it is that these are all. */
export interface RouteTable {
    readonly routes: readonly Route[];
    /** Routers, controllers and blueprints that are declared and that nothing of the service registers. */
    readonly unregistered: readonly UnregisteredRoutes[];
    /** Declarations that were seen and whose paths could not be resolved, or registrations of routers that could not be followed. */
    readonly unresolved: readonly Span[];
    /** What answers paths beside the routes: static files, pages, proxies to elsewhere, catch-alls. A path below `prefix` may be served. */
    readonly fallbacks: readonly {
        readonly prefix: string;
        readonly at: Span;
    }[];
}
/** Routes that nothing puts into an application: nobody can ask for them. */
export interface UnregisteredRoutes {
    /** What people call it: the class, variable or blueprint. */
    readonly name: string;
    readonly routes: readonly Route[];
    readonly at: Span;
}
/** What a gRPC server of a service answers to. Probes of Kubernetes by `grpc` and `grpc_health_probe` ask
 * `grpc.health.v1.Health` (https://github.com/grpc/grpc/blob/master/doc/health-checking.md). */
export interface RpcTable {
    readonly services: readonly RpcService[];
    /** Servers that are made and at which something is registered that could not be followed. */
    readonly unresolved: readonly Span[];
}
/** A service that a gRPC server offers. */
export interface RpcService {
    /** The name that clients ask for, with its package where that is known: `grpc.health.v1.Health`, `shop.Orders`, `Orders`. */
    readonly name: string;
    /** False where the package of the name is not known. */
    readonly isResolved: boolean;
    /** Whether the server that it is registered at is started. */
    readonly isServed: boolean;
    /** The registration. */
    readonly at: Span;
}
