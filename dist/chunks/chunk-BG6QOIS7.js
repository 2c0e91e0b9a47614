"use strict";
// src/knowledge/store-clients.ts
var MESSAGING = /microservices|moleculer|taskiq|watermill|faststream|messag|event-?bus|pub-?sub|queue|job|task/i;
var CLIENT_SIGNS = /* @__PURE__ */ new Map([
  [
    "redis",
    {
      uses: /redis|redigo|rueidis|valkey|keydb|dragonfly|bullmq|(?:^|\/)bull$|bee-queue|(?:^|\/)kue$|resque|asynq|(?:^|\/)rq(?:\/|$)|(?:^|\/)arq$|redlock|redbeat|cacheops/i,
      // `express-session`, `express-rate-limit` and `socket.io` keep their data in memory unless they are handed a client.
      mayUse: /^(?!express-session$|express-rate-limit$|express-slow-down$|socket\.io(?:-client)?$|lru-cache$|node-cache$|cachetools$|worker_threads$).*(?:cach|session|limit|throttl|queue|job|task|celery|dramatiq|huey|kombu|machinery|channels|socket|keyv|faust|microservices|moleculer|storage|store|lock|worker|pub-?sub|watermill)/i,
      mention: /redis|valkey|keydb|dragonfly/i
    }
  ],
  [
    "memcached",
    {
      uses: /memcache|memjs|pylibmc/i,
      mayUse: /cach|session|limit|store/i,
      mention: /memcache/i
    }
  ],
  [
    "kafka",
    {
      uses: /kafka|sarama|franz-go|faust/i,
      mayUse: new RegExp(`${MESSAGING.source}|confluent|stream(?!$)|debezium|cloudevents|celery|kombu`, "i"),
      mention: /kafka/i
    }
  ],
  [
    "rabbitmq",
    {
      uses: /amqp|rabbit|(?:^|\/)pika$|celery|kombu|nameko|rascal/i,
      mayUse: new RegExp(`${MESSAGING.source}|dramatiq|mqtt|stomp|worker(?!_threads)`, "i"),
      mention: /rabbit|amqp/i
    }
  ],
  [
    "nats",
    {
      uses: /(?:^|[/_.@-])nats(?:[/_.-]|$)|stan\.go/i,
      mayUse: MESSAGING,
      mention: /(?:^|[^a-z])nats/i
    }
  ],
  [
    "mongodb",
    {
      uses: /mongo|mongoose|(?:^|\/)motor(?:\/|$)|beanie|odmantic|typegoose|agenda/i,
      mayUse: /prisma|typeorm|mikro-orm|cach|celery|kombu/i,
      mention: /mongo/i
    }
  ]
]);

// src/model/code/store-family.ts
function familyOf({ software }) {
  return software && (software.speaks ?? software.id);
}

module.exports = {
  CLIENT_SIGNS,
  familyOf
};
