"use strict";

// rules/web/debug-enabled.ts
var onlyWorks = (function onlyWorks({ workloads }) {
  return workloads.length > 0 && workloads.every(({ role }) => role === "worker" || role === "job");
});

// src/model/proxy-limits.ts
var proxyLimits = (function proxyLimits(system) {
  const known = labelledMiddlewares(system);
  const states = system.proxies.map((proxy) => limitsOf(proxy, known));
  if (states.includes("limited") || hasLabels(system)) return "limited";
  return states.includes("unknown") || system.workloads.some(isGateway) ? "unknown" : "none";
});
var limitsOf = (function limitsOf(proxy, known) {
  const { nginx, traefik, kubernetes } = proxy;
  if (nginx) {
    const levels = [nginx.http, ...nginx.servers.map(({ scope }) => scope)];
    levels.push(...nginx.servers.flatMap(({ locations }) => locations.map(({ scope }) => scope)));
    if (levels.some(({ byName }) => byName.has("limit_req") || byName.has("limit_conn"))) return "limited";
    const hasCode = levels.some(
      ({ directives }) => directives.some(({ name }) => /_by_lua|^js_|^modsecurity|^auth_request$/.test(name))
    );
    return proxy.complete && !hasCode ? "none" : "unknown";
  }
  if (kubernetes) {
    const limited = kubernetes.routes.some(({ object }) => {
      const annotations = child(child(object.node, "metadata"), "annotations");
      return entriesOf(annotations).some(
        ([key]) => /limit|waf|security-?policy|modsecurity|plugins|middlewares|snippet/i.test(key)
      );
    });
    return limited ? "limited" : proxy.complete ? "none" : "unknown";
  }
  if (traefik)
    return traefik.routersComplete && traefik.routers.every(({ middlewares }) => middlewares.every((name) => known.has(name.replace(/@docker$/, "")))) ? "none" : "unknown";
  return "unknown";
});
var labelledMiddlewares = (function labelledMiddlewares({ workloads }) {
  const names = /* @__PURE__ */ new Map();
  for (const { labels } of workloads) {
    for (const key of labels.keys()) {
      const [, name, type] = /^traefik\.http\.middlewares\.([^.]+)\.([^.]+)/i.exec(key) ?? [];
      if (name !== void 0)
        names.set(name, names.get(name) !== false && !/^(?:chain|plugin|forwardauth)$/i.test(type ?? ""));
    }
  }
  return new Set([...names].flatMap(([name, isPlain]) => isPlain ? [name] : []));
});

// src/model/front-checks.ts
var asksInFront = (function asksInFront(system) {
  if (system.workloads.some(isAuthProxy) || hasLabels2(system) || hasPolicies(system)) return "yes";
  const states = system.proxies.map(stateOf);
  return states.includes("yes") ? "yes" : states.includes("unknown") ? "unknown" : "no";
});
var isAuthProxy = (function isAuthProxy({ image, name }) {
  return AUTH_PROXY.test(knownValue(image?.reference)?.repository ?? "") || AUTH_PROXY.test(name);
});
var hasLabels2 = (function hasLabels2({ workloads }) {
  return workloads.some(
    ({ labels }) => [...labels].some(
      ([key, { value }]) => /\.(?:forwardauth|basicauth|digestauth|plugin)\./i.test(key) || /\.middlewares$/i.test(key) && (!value.known || /auth|sso|login|oidc|protect|secure/i.test(value.value)) || /^caddy.*(?:auth|forward_auth)/i.test(key)
    )
  );
});
var hasPolicies = (function hasPolicies({ clusters }) {
  return clusters.some(
    ({ objects }) => objects.some(
      ({ kind }) => /^(?:AuthorizationPolicy|RequestAuthentication|SecurityPolicy|KongPlugin|AuthPolicy)$/.test(kind)
    )
  );
});
var stateOf = (function stateOf(proxy) {
  const { nginx, traefik, kubernetes } = proxy;
  if (nginx) {
    const levels = [nginx.http, ...nginx.servers.map(({ scope }) => scope)];
    levels.push(...nginx.servers.flatMap(({ locations }) => locations.map(({ scope }) => scope)));
    const asks = levels.some(
      ({ directives }) => directives.some(({ name }) => /^auth_(?:request|basic|jwt)|^ssl_verify_client$|_by_lua|^js_/.test(name))
    );
    return asks ? "yes" : proxy.complete ? "no" : "unknown";
  }
  if (kubernetes) {
    const asks = kubernetes.routes.some(
      ({ object }) => entriesOf(child(child(object.node, "metadata"), "annotations")).some(
        ([key]) => /auth|oauth|oidc|middlewares|snippet|plugins/i.test(key)
      )
    );
    return asks ? "yes" : proxy.complete ? "no" : "unknown";
  }
  if (traefik)
    return traefik.routersComplete && traefik.routers.every(({ middlewares }) => middlewares.length === 0) ? "no" : "unknown";
  return "unknown";
});

// rules/web/route-unauthenticated.ts
var isReached = (function isReached({ workloads }) {
  return workloads.some(({ userFacing }) => userFacing);
});
var asksSomewhere = (function asksSomewhere({ routes }) {
  return routes.routes.some(({ guards }) => guards.some(({ purpose }) => purpose === "auth"));
});
const {
  OWN_MIDDLEWARE,
  isOpen
} = require("./chunk-5WMWOI2C.js");
require("./chunk-LMX7K7RR.js");
require("./chunk-V253RQ2M.js");
require("./chunk-3IISUF5O.js");
require("./chunk-3LC2HXQD.js");
require("./chunk-QKRSXXK4.js");
require("./chunk-EIHHIYAZ.js");
require("./chunk-5PYKPUOO.js");
require("./chunk-DA3K453T.js");
require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  defineRule,
  entriesOf,
  knownValue,
  routeTargets
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/web/cors-open-with-credentials.ts
var WHOLE_ORIGIN = {
  node: '`["https://erp.example.com"].includes(origin)`, or a domain of your own behind a dot, `/^https:\\/\\/[a-z0-9-]+\\.example\\.com$/`',
  python: '`allow_origins=["https://erp.example.com"]`, or a domain of your own behind a dot, `allow_origin_regex=r"https://[a-z0-9-]+\\.example\\.com"`',
  go: '`slices.Contains([]string{"https://erp.example.com"}, origin)`'
};
var cors_open_with_credentials_default = defineRule({
  id: "web/cors-open-with-credentials",
  title: "Any website may call the service with the login of its visitors",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.5,
  since: "0.1.0",
  effort: "minutes",
  why: "With credentials, the browser sends the cookies of the visitor and lets the page read the answer. When every origin is let in, so is every page that a signed-in user happens to open.",
  fix: 'Name the origins of your own pages: `origin: ["https://erp.example.com"]`, `allow_origins=["https://erp.example.com"]`, `CORS_ALLOWED_ORIGINS = ["https://erp.example.com"]`.',
  refs: [
    "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS",
    "https://github.com/expressjs/cors#configuration-options",
    "https://github.com/koajs/cors#corsoptions",
    "https://publicsuffix.org/list/",
    "https://www.starlette.io/middleware/#corsmiddleware",
    "https://pypi.org/project/django-cors-headers/",
    "https://pkg.go.dev/github.com/go-chi/cors#Options",
    "https://pkg.go.dev/github.com/gin-contrib/cors#Config"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const open = service.cors.filter(isOpen);
      const [first, ...others] = open;
      if (first) {
        fail(service, first, describe(service, first), {
          key: "cors",
          fix: first.claim ? `Compare the whole origin with your own pages: ${WHOLE_ORIGIN[service.runtime]}.` : first.library === OWN_MIDDLEWARE ? 'Repeat the origin only where it is one of your own pages: compare it with a list before, such as `["https://erp.example.com"]`.' : `Name the origins of your own pages: ${originsFor(first.library, service)}.`,
          related: others.map((one) => ({ at: one.at, message: `${one.library} does so too` }))
        });
        continue;
      }
      const unknown = service.cors.find(({ origin, credentials }) => origin === "unknown" && credentials === true);
      if (unknown) unverified(service, unknown, `which origins ${service.name} lets in is not known`);
      else if (service.cors.length > 0) pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});
function describe({ name }, { library, origin, claim }) {
  if (claim)
    return `${name} lets in whoever has an address that ${claim.asked}, with the login of its visitors, and anybody can have one: ${claim.example}`;
  return origin === "reflected" ? `${name} lets any website call it with the login of its visitors: ${library} repeats the origin that asks, and allows credentials` : `${name} answers any website, with credentials: ${library} says * in the answer, which browsers refuse for requests with cookies and which no other client minds`;
}
function originsFor(library, { runtime }) {
  if (runtime === "go")
    return library === "gin-contrib/cors" || library === "CORSWithConfig" ? '`AllowOrigins: []string{"https://erp.example.com"}`' : '`AllowedOrigins: []string{"https://erp.example.com"}`';
  if (runtime !== "python") return '`origin: ["https://erp.example.com"]`';
  return library === "django-cors-headers" ? '`CORS_ALLOWED_ORIGINS = ["https://erp.example.com"]` without `CORS_ALLOW_ALL_ORIGINS`' : '`allow_origins=["https://erp.example.com"]`';
}

// rules/web/debug-enabled.ts
var debug_enabled_default = defineRule({
  id: "web/debug-enabled",
  title: "Production runs with a debug mode or a playground",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.5,
  since: "0.1.0",
  effort: "minutes",
  why: "Debug pages show settings, variables and code to whoever causes an error, and the debugger of Flask runs what is typed into it. A playground and an open schema hand out the list of all that can be asked for.",
  fix: 'Let the environment turn it on, and leave it off by default: `DEBUG = os.getenv("DEBUG") == "1"`, `playground: process.env.NODE_ENV !== "production"`.',
  refs: [
    "https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/#debug",
    "https://flask.palletsprojects.com/en/stable/debugging/",
    "https://www.apollographql.com/docs/apollo-server/api/apollo-server#introspection",
    "https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      if (service.runtime !== "go") pass(service);
      const answers = !onlyWorks(service);
      const switches = [...service.debugSwitches].filter(({ name }) => answers || name === "DEBUG").sort((one, other) => Number(other.kind === "errors") - Number(one.kind === "errors"));
      const [first, ...others] = switches;
      if (!first) continue;
      fail(service, first, describe2(service, first, answers), {
        key: "debug",
        ...answers ? {} : WORKER,
        ...!answers && isOnWhereItAnswers(first, system.services) ? { fix: SAME } : {},
        related: others.map((one) => ({ at: one.at, message: `${one.name} is on, too` }))
      });
    }
  }),
  examples: { bad: [], good: [] }
});

var WORKER = {
  severity: "medium",
  why: "With DEBUG on, Django keeps a copy of every SQL query that a process has made. A worker that runs for days grows until it is killed in the middle of a job. And whatever else the settings for developers do, it does, too.",
  fix: "Start it with the settings of production, as the service that answers requests is: `DJANGO_SETTINGS_MODULE=config.settings.production`."
};
var SAME = "Turn it off in the settings, as for the service that answers requests: both read the same line.";
function isOnWhereItAnswers({ at }, services) {
  return services.some(
    (one) => !onlyWorks(one) && one.debugSwitches.some((other) => other.at.path === at.path && other.at.start === at.start)
  );
}
function describe2({ name }, { kind, name: what, unset }, answers) {
  const because = unset === void 0 ? "" : `, as nothing sets ${unset}`;
  if (!answers) return `${what} of ${name} is on${because}: it keeps every query that it makes in its memory`;
  return kind === "errors" ? `${what} of ${name} is on${because}: answers to errors show its settings and code` : `${what} of ${name} is on${because}: anybody may read the whole schema`;
}

// rules/web/limiter-not-bound.ts
var limiter_not_bound_default = defineRule({
  id: "web/limiter-not-bound",
  title: "A rate limiter is configured and applied to nothing",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.3,
  since: "0.1.0",
  effort: "minutes",
  why: "The code reads as if requests were limited, and none is. Nobody looks for what seems to be there.",
  fix: 'Bind it: `{ provide: APP_GUARD, useClass: ThrottlerGuard }` among the providers, `app.use(limiter)`, `@limiter.limit("5/minute")` on the route.',
  refs: [
    "https://docs.nestjs.com/security/rate-limiting",
    "https://express-rate-limit.mintlify.app/quickstart/usage",
    "https://slowapi.readthedocs.io/en/latest/",
    "https://github.com/fastify/fastify-rate-limit#options"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      const { limiters, routes } = service;
      const isGuarded = routes.routes.some(({ guards }) => guards.some(({ purpose }) => purpose === "limit"));
      const unbound = limiters.unbound.filter(({ lacks }) => ALONE.has(lacks) || !isGuarded);
      const [first, ...others] = unbound;
      if (first)
        fail(service, first, `${first.name} of ${service.name} limits nothing: ${REASON[first.lacks]}`, {
          key: first.name,
          fix: `Bind it: ${BINDINGS[first.lacks]}.`,
          ...first.lacks === "start" ? { why: FAILS } : {},
          related: others.map((one) => ({ at: one.at, message: `nor does ${one.name}` }))
        });
      else if (limiters.made > 0) pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});
var REASON = {
  guard: "no ThrottlerGuard is provided or used",
  use: "nothing uses it",
  decorator: "no route is decorated with it, and its middleware is not added",
  start: "FastAPILimiter.init is called nowhere, so each route that asks it answers with an error",
  application: "nothing gives it the application",
  classes: "no throttle class uses these rates",
  name: "ThrottlerModule has no limiter of that name",
  route: "`global` is false, and no route asks for a limit"
};
var ALONE = /* @__PURE__ */ new Set(["use", "start", "application", "classes", "name"]);
var FAILS = "The dependency looks for the connection that the start has to give it, and raises an error where there is none: the route, often the login, answers 500 to everybody.";
var BINDINGS = {
  guard: "`{ provide: APP_GUARD, useClass: ThrottlerGuard }` among the providers",
  use: "`app.use(limiter)`, or name it before the handlers of the routes that it is for",
  decorator: '`@limiter.limit("5/minute")` on the route',
  start: "`await FastAPILimiter.init(redis.from_url(url))` in the lifespan of the application",
  application: "`limiter.init_app(app)` where the application is made, or `Limiter(get_remote_address, app=app)`",
  classes: '`"DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle", "rest_framework.throttling.UserRateThrottle"]` in REST_FRAMEWORK, or `throttle_classes` on the views',
  name: "override a limiter by the name that it has in `ThrottlerModule.forRoot`, `default` where it has none, or add one of that name there",
  route: 'leave `global: false` out, or give the routes `config: { rateLimit: { max: 10, timeWindow: "1 minute" } }`'
};

// src/model/proxy-limits.ts

function isGateway({ image }) {
  const repository = knownValue(image?.reference)?.repository ?? "";
  return /kong|apisix|envoy|krakend|\btyk|gloo|ambassador|emissary|istio|cloudflared|crowdsec|fail2ban|bunkerweb|modsecurity|\bwaf/.test(
    repository
  );
}


function hasLabels(system) {
  return system.workloads.some(
    ({ labels }) => [...labels.keys()].some((key) => /\.(?:ratelimit|inflightreq)\./i.test(key))
  );
}

// rules/web/login-rate-limit-missing.ts
var login_rate_limit_missing_default = defineRule({
  id: "web/login-rate-limit-missing",
  title: "Nothing limits how often somebody may try to log in",
  category: "security",
  severity: "high",
  confidence: "B",
  security: 7.3,
  since: "0.1.0",
  effort: "hours",
  why: "One script tries the passwords of every leaked list as fast as the service answers. And as comparing a password is slow on purpose, a few hundred tries a second take the service down for everybody.",
  fix: "Limit the login by address and by account, in the code of the service or in the proxy in front of it.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
    "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html",
    "https://cwe.mitre.org/data/definitions/307.html"
  ],
  reads: ["dockerfile", "source", "nginx", "traefik", "haproxy", "caddy"],
  check: (function({ system, pass, fail, unverified }) {
    const proxies = proxyLimits(system);
    const other = system.services.find(({ limiters }) => limiters.mayLimit);
    for (const service of system.services) {
      const logins = service.weight > 0 ? service.routes.routes.filter(({ signsIn }) => signsIn) : [];
      const [first, ...others] = logins;
      if (!first) continue;
      if (proxies === "limited" || logins.every(isLimited)) pass(service);
      else if (proxies === "unknown") unverified(service, first, "what the proxies limit is not known");
      else if (other)
        unverified(service, first, `${other.name} limits something, and whether that is this login is not known`);
      else
        fail(service, first, `nothing limits ${nameOf(first)} of ${service.name}, neither its code nor a proxy`, {
          key: "login",
          fix: `Limit the login by address and by account: ${LIMITERS[first.framework] ?? LIMITERS.express}; or in front, \`limit_req\` of nginx, \`rateLimit\` of Traefik, \`nginx.ingress.kubernetes.io/limit-rpm\`.`,
          related: others.slice(0, 10).map((one) => ({ at: one.at, message: `nor ${nameOf(one)}` }))
        });
    }
  }),
  examples: { bad: [], good: [] }
});
function nameOf({ method, path, takesPasswordAt, framework }) {
  if (takesPasswordAt !== void 0) return `POST ${takesPasswordAt}`;
  return method === "*" ? framework === "next" ? `POST ${path}` : path : `${method} ${path}`;
}
function isLimited({ guards }) {
  return guards.some(({ purpose }) => purpose === "limit");
}
var LIMITERS = {
  express: "`app.post('/login', rateLimit({ windowMs: 15 * 60_000, limit: 10 }), \u2026)` of express-rate-limit",
  nestjs: "`ThrottlerModule.forRoot([{ ttl: 60_000, limit: 100 }])` of @nestjs/throttler, and `@UseGuards(ThrottlerGuard)` with `@Throttle({ default: { ttl: 60_000, limit: 5 } })` on the login",
  fastify: "@fastify/rate-limit, and `app.post('/login', { config: { rateLimit: { max: 10, timeWindow: '15 minutes' } } }, \u2026)`",
  koa: "`koa-ratelimit` before the route",
  hono: "`rateLimiter` of hono-rate-limiter before the route",
  next: "`@upstash/ratelimit` or a counter in Redis at the top of the handler",
  fastapi: '`@limiter.limit("5/minute")` of slowapi',
  flask: '`@limiter.limit("5 per minute")` of Flask-Limiter',
  django: '`@ratelimit(key="ip", rate="5/m")` of django-ratelimit, or django-axes',
  "net/http": "`httprate.LimitByIP(10, time.Minute)` around the handler",
  chi: '`r.With(httprate.LimitByIP(10, time.Minute)).Post("/login", login)`',
  gin: "`github.com/ulule/limiter` as middleware of the route",
  echo: "`middleware.RateLimiter(\u2026)` on the route",
  fiber: "`limiter.New(limiter.Config{Max: 10, Expiration: 15 * time.Minute})` on the route"
};

// rules/web/proxy-address-not-trusted.ts
var proxy_address_not_trusted_default = defineRule({
  id: "web/proxy-address-not-trusted",
  title: "All users share one limit, as they have the address of the proxy",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.3,
  since: "0.1.0",
  effort: "minutes",
  why: "Behind a proxy every request comes from its address, unless the framework is told to believe what the proxy says of the client. The limiter then counts all users as one: an ordinary morning uses the limit up, everybody is turned away with 429, and one attacker is enough to lock out all others.",
  fix: 'Tell the framework how many proxies are in front: `app.set("trust proxy", 1)`.',
  refs: [
    "https://expressjs.com/en/guide/behind-proxies.html",
    "https://express-rate-limit.mintlify.app/guides/troubleshooting-proxy-issues",
    "https://docs.nestjs.com/security/rate-limiting#proxies",
    "https://fastify.dev/docs/latest/Reference/Server/#trustproxy"
  ],
  reads: ["dockerfile", "source", "nginx", "traefik", "haproxy", "caddy", "kubernetes"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      const { clientAddress } = service;
      const [limiter, ...others] = clientAddress?.limiters ?? [];
      const proxy = limiter && proxyBefore(service, system);
      if (!clientAddress || !limiter || !proxy) continue;
      if (clientAddress.believesProxy) pass(service);
      else
        fail(
          service,
          limiter,
          `${limiter.name} of ${service.name} counts by address, and all that come through ${proxy.name} have one: nothing tells ${NAMES[limiter.framework]} to believe it`,
          {
            key: "limiter",
            fix: FIXES[limiter.framework],
            related: others.slice(0, 10).map((one) => ({ at: one.at, message: `so does ${one.name}` }))
          }
        );
    }
  }),
  examples: { bad: [], good: [] }
});
var NAMES = { express: "Express", nestjs: "NestJS", fastify: "Fastify" };
var FIXES = {
  express: 'Write `app.set("trust proxy", 1)` behind `express()`, with the number of proxies that a request comes through.',
  nestjs: 'Make it `NestFactory.create<NestExpressApplication>(AppModule)` and write `app.set("trust proxy", 1)`, with the number of proxies that a request comes through.',
  fastify: "Write `fastify({ trustProxy: 1 })`, with the number of proxies that a request comes through."
};
function proxyBefore({ workloads }, system) {
  const ids = new Set(workloads.map(({ id }) => id));
  const found = routeTargets(system).find(
    ({ proxy, targets }) => proxy.weight > 0 && targets.some(({ workload }) => ids.has(workload.id))
  );
  return found?.proxy.workloads[0] ?? found?.proxy;
}

// rules/web/route-shadowed.ts
var route_shadowed_default = defineRule({
  id: "web/route-shadowed",
  title: "A route is never reached: one before it takes its requests",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'The framework asks routes in the order in which they are declared. The parameter of the first takes the word that the second is for, so that the wrong handler looks for an order with the id "export" and answers 404, 400 or 500. The route is in the code and in the documentation of the API, and cannot be called.',
  fix: "Declare the route with the written part before the one with the parameter, or say what the parameter may be: `:id(\\d+)` in Express 4, `{id:int}` in FastAPI.",
  refs: [
    "https://expressjs.com/en/guide/routing.html",
    "https://fastapi.tiangolo.com/tutorial/path-params/#order-matters",
    "https://docs.nestjs.com/controllers#route-parameters"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      if (!service.routes.routes.some(({ framework }) => /^(?:express|nestjs|fastapi)$/.test(framework))) continue;
      pass(service);
      for (const { route, by } of service.shadowed)
        fail(
          service,
          route.at,
          `${route.method} ${route.path} of ${service.name} is never reached: ${by.method} ${by.path}, declared before it, takes it`,
          {
            key: `${route.method} ${route.path}`,
            fix: fixFor(route.framework),
            related: [{ at: by.at, message: "this one answers" }]
          }
        );
    }
  }),
  examples: { bad: [], good: [] }
});
function fixFor(framework) {
  const order = "Declare the route with the written part before the one with the parameter";
  if (framework === "express") return `${order}, or say what the parameter may be, in Express 4: \`:id(\\d+)\`.`;
  return framework === "fastapi" ? `${order}, or say what the parameter may be: \`{id:int}\`.` : `${order}.`;
}

// src/model/front-checks.ts

var AUTH_PROXY = /oauth2-?proxy|authelia|authentik|pomerium|gatekeeper|forward-?auth|vouch|kong|apisix|envoy|krakend|\btyk|gloo|ambassador|emissary|istio|cloudflared|keycloak-proxy|ory\/oathkeeper|oathkeeper|casdoor|zitadel|teleport|boundary/;





// rules/web/route-unauthenticated.ts
var route_unauthenticated_default = defineRule({
  id: "web/route-unauthenticated",
  title: "A route asks nobody who they are, though those beside it do",
  category: "security",
  severity: "high",
  confidence: "B",
  security: 8.2,
  since: "0.1.0",
  effort: "hours",
  why: "Whoever can reach the service can change or read what is behind the route, without an account and without a trace of who it was.",
  fix: "Put the guard of its neighbours before it, best at the router or for all routes, with exceptions that are named; mark what is meant for everybody as public.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa5-broken-function-level-authorization/",
    "https://cwe.mitre.org/data/definitions/306.html"
  ],
  reads: ["dockerfile", "source", "nginx", "traefik", "haproxy", "caddy"],
  check: (function({ system, pass, fail, unverified }) {
    const front = asksInFront(system);
    for (const service of system.services) {
      if (service.weight !== 3 || !isReached(service) || !asksSomewhere(service)) continue;
      const [first, ...others] = service.openDoors.filter((one) => one.doubt === void 0);
      const doubtful = service.openDoors.find((one) => one.doubt !== void 0);
      if (!first && !doubtful || front === "yes") pass(service);
      else if (!first)
        unverified(service, doubtful?.at ?? service.at, `${doubtful?.what} may ask nobody: ${doubtful?.doubt}`);
      else if (front === "unknown")
        unverified(service, first.at, "whether the proxy in front of it asks who somebody is is not known");
      else
        fail(service, first.at, `${first.what} of ${service.name} asks nobody who they are, while ${first.beside}`, {
          key: "open",
          related: [
            { at: first.besideAt, message: first.beside },
            ...others.slice(0, 10).map((one) => ({ at: one.at, message: `${one.what} asks nobody either` }))
          ]
        });
    }
  }),
  examples: { bad: [], good: [] }
});



// rules/web/token-never-expires.ts
var ENDS = {
  node: "`jwt.sign(payload, key, { expiresIn: '15m' })`, in NestJS `signOptions: { expiresIn: '15m' }`",
  python: '`"exp": datetime.now(timezone.utc) + timedelta(minutes=15)` in the payload',
  go: "`ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute))` in the claims"
};
var FLASK = "`JWT_ACCESS_TOKEN_EXPIRES = timedelta(minutes=15)`";
var token_never_expires_default = defineRule({
  id: "web/token-never-expires",
  title: "Tokens are signed without an end",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.4,
  since: "0.1.0",
  effort: "minutes",
  why: "A token that got into a log, a backup or the wrong hands opens the account for good. Nothing but a new signing key, which signs out everybody, takes it back.",
  fix: "Give it an end: `jwt.sign(payload, key, { expiresIn: '15m' })`, `signOptions: { expiresIn: '15m' }`, or `exp` in the payload.",
  refs: [
    "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4",
    "https://github.com/auth0/node-jsonwebtoken#readme",
    "https://www.passportjs.org/packages/passport-jwt/",
    "https://flask-jwt-extended.readthedocs.io/en/stable/options.html#JWT_ACCESS_TOKEN_EXPIRES",
    "https://pyjwt.readthedocs.io/en/stable/usage.html#expiration-time-claim-exp",
    "https://docs.nestjs.com/security/authentication",
    "https://github.com/fastify/fastify-jwt#sign",
    "https://pkg.go.dev/github.com/golang-jwt/jwt/v5#RegisteredClaims"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { signedTokens } = service;
      const [first, ...others] = signedTokens.filter(({ expires }) => expires === false);
      if (first) {
        fail(service, first, describe3(service, first), {
          key: "token",
          fix: first.isIgnored ? "Leave `ignoreExpiration` out, or set it to `false`, so that a token counts until its end and no longer." : `Give it an end: ${first.call === "create_access_token" ? FLASK : ENDS[service.runtime]}.`,
          related: others.map((one) => ({ at: one.at, message: "nor does this one" }))
        });
        continue;
      }
      const unknown = signedTokens.find(({ expires }) => expires === void 0);
      if (unknown && signedTokens.every(({ expires }) => expires === void 0))
        unverified(service, unknown, `whether the tokens of ${service.name} expire is not known`);
      else if (signedTokens.length > 0) pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});
function describe3({ name }, { call, isIgnored }) {
  if (isIgnored) return `${name} lets in tokens whose end has passed: ${call} is true`;
  return `${call} of ${name} signs a token that never expires`;
}

// area:web
var rules = {
  "web/cors-open-with-credentials": cors_open_with_credentials_default,
  "web/debug-enabled": debug_enabled_default,
  "web/limiter-not-bound": limiter_not_bound_default,
  "web/login-rate-limit-missing": login_rate_limit_missing_default,
  "web/proxy-address-not-trusted": proxy_address_not_trusted_default,
  "web/route-shadowed": route_shadowed_default,
  "web/route-unauthenticated": route_unauthenticated_default,
  "web/token-never-expires": token_never_expires_default
};
module.exports = {
  house: runAudit,
  rules
};
