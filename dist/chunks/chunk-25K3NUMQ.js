"use strict";

// src/model/code/queries/libraries.ts
var usesGraphql = (function usesGraphql(packages) {
  return [...packages].some((name) => PACKAGES.test(name));
});
var boundsRequests = (function boundsRequests(packages) {
  return [...packages].some((name) => LIMITERS.test(name));
});
var usesRedis = (function usesRedis(packages) {
  return [...packages].some((name) => CLIENTS.test(name));
});
// src/model/code/queries/libraries.ts
var PACKAGES = /^(?:graphql|graphql-yoga|graphql-tag|type-graphql|mercurius|apollo-server(?:-\w+)?|@apollo\/server|@nestjs\/graphql)(?:\/|$)/;
var LIMITERS = /^(?:graphql-depth-limit|graphql-query-complexity|graphql-validation-complexity|graphql-cost-analysis|graphql-query-depth|@graphile\/depth-limit|@envelop\/depth-limit|@escape\.tech\/graphql-armor[\w-]*|@envelop\/graphql-armor)$/;


var CLIENTS = /^(?:ioredis|redis|@redis\/client|aioredis|redis\.asyncio|redis\.client|github\.com\/(?:redis|go-redis)\/(?:go-)?redis(?:\/v\d+)?|github\.com\/go-redis\/redis(?:\/v\d+)?)$/;
function isRedisClient(name) {
  return CLIENTS.test(name);
}


module.exports = {
  usesGraphql,
  boundsRequests,
  isRedisClient,
  usesRedis
};
