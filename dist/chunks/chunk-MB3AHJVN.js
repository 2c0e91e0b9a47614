"use strict";
// src/knowledge/data-clients.ts
var CALLS = [
  ["mongoose", { ping: "mongoose.connection.db.admin().ping()", close: "mongoose.connection.close()" }],
  ["mongodb", { ping: "client.db().command({ ping: 1 })", close: "client.close()" }],
  ["@prisma/client", { ping: "prisma.$queryRaw`SELECT 1`", close: "prisma.$disconnect()" }],
  ["sequelize", { ping: 'sequelize.query("SELECT 1")', close: "sequelize.close()" }],
  ["typeorm", { ping: 'dataSource.query("SELECT 1")', close: "dataSource.destroy()" }],
  ["knex", { ping: 'knex.raw("SELECT 1")', close: "knex.destroy()" }]
];
var POOL = { ping: 'pool.query("SELECT 1")', close: "pool.end()" };
function dataClientCalls(packages) {
  return CALLS.find(([name]) => packages.has(name))?.[1] ?? POOL;
}

module.exports = {
  dataClientCalls
};
