"use strict";

// src/capacity/assumptions.ts
var processorOf = (function processorOf(runtime, { cpuPerRequestSec }) {
  return cpuPerRequestSec ?? PROCESSOR[runtime];
});
var responseOf = (function responseOf(runtime, { responseSec }) {
  return responseSec ?? RESPONSE[runtime];
});
var queriesOf = (function queriesOf({ queriesPerRequest, queryLatencySec }) {
  return queriesPerRequest * queryLatencySec;
});
// src/capacity/assumptions.ts
var DEFAULT_ASSUMPTIONS = {
  thinkTimeSec: 3.5,
  queriesPerRequest: 3,
  queryLatencySec: 0.01,
  utilisation: [0.6, 1]
};
var PROCESSOR = { python: 0.05, node: 0.02, go: 5e-3 };
var RESPONSE = { python: 0.5, node: 0.2, go: 0.2 };




module.exports = {
  DEFAULT_ASSUMPTIONS,
  processorOf,
  responseOf,
  queriesOf
};
