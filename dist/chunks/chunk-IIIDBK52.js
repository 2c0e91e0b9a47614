"use strict";

// src/report/capacity.ts
var capacityLinesOf = (function capacityLinesOf(capacity, most) {
  const target = targetText(capacity);
  return [
    ...limitLines(capacity, most),
    { name: "Estimate", text: estimateText(capacity) },
    ...target === void 0 ? [] : [{ name: `Target ${count(capacity.target?.users ?? 0)}`, text: target }]
  ];
});
var assumedText = (function assumedText(capacities) {
  const [first] = capacities.filter(({ estimate, least }) => estimate ?? least);
  return first && `Assumed: ${assumptionText(first.assumptions, capacities)}. Set \`capacity\` in erp-audit.yml to what you measured.`;
});
var limitLines = (function limitLines({ programs, databases }, most) {
  const rest = programs.slice(most);
  return [
    ...programs.slice(0, most).map((program) => ({ name: program.name, text: programText(program) })),
    ...rest.length > 0 ? [{ name: `${rest.length} more`, text: "programs that answer requests" }] : [],
    ...databases.map((database) => ({ name: database.name, text: databaseText(database, most) }))
  ];
});
var programText = (function programText({ runtime, processes, perProcess, perProcessBy, requests, processors }) {
  const noun = isOne(processes) ? "process" : "processes";
  const on = processors.high < processes.high ? ` on ${rangeText(processors)} ${isOne(processors) ? "processor" : "processors"}` : "";
  const running = `${rangeText(processes)} ${noun} of ${RUNTIMES[runtime]}${on}`;
  if (perProcess.high === Number.POSITIVE_INFINITY) return `${running}, no limit to the requests at a time`;
  const each = isOne(processes) ? "" : `, ${rangeText(perProcess)} in each`;
  const number = `${rangeText(requests)} ${isOne(requests) ? "request" : "requests"} at a time`;
  return `${running}, ${number}${PLACES[perProcessBy]}${each}`;
});
var rangeText = (function rangeText({ low, high }) {
  if (low === high) return count(low);
  return high === Number.POSITIVE_INFINITY ? `${count(low)} or more` : `${count(low)} to ${count(high)}`;
});
var isOne = (function isOne({ low, high }) {
  return low === 1 && high === 1;
});
var count = (function count(number) {
  return number.toLocaleString("en-US");
});
var bandText = (function bandText({ from, to }) {
  return `${rounded(from)} to ${rounded(to)}`;
});
var rounded = (function rounded(number) {
  return number === 0 ? "0" : Number(number.toPrecision(2)).toLocaleString("en-US");
});
var estimateText = (function estimateText({ estimate, least, because = "a number is not known", unread, databases }) {
  const without = unread.length === 0 ? "" : `; without ${namesText(unread)}, whose code is not read`;
  if (!estimate) return `${least ? `at least ${bandText(least.users)} active users` : "none"}; ${because}${without}`;
  const { scaled, provided } = estimate;
  const more = scaled ? `, ${bandText(scaled.users)} with as many replicas as may be started` : "";
  const pools = provided.map(
    ({ program, database, connections }) => `${program} may open ${plural(connections, "connection")} to ${database}`
  );
  const condition = pools.length === 0 ? "" : `, if ${listOf(pools)}`;
  return `${bandText(estimate.users)} active users${more}${condition}; ${boundText(estimate.bound)} ends first${refusals(databases)}${without}`;
});
var refusals = (function refusals(databases) {
  const full = databases.filter(
    ({ connections, clients }) => connections.known && clients.map(({ opened }) => opened).reduce(plus).low > connections.value
  );
  return full.length === 0 ? "" : `, if ${namesText(full.map(({ name }) => name))} does not refuse connections before`;
});
var boundText = (function boundText({ kind, program, database }) {
  if (kind === "processor") return `the processor time of ${program}`;
  return kind === "requests" ? `room for requests in ${program}` : `the connections of ${program} to ${database}`;
});
var assumptionText = (function assumptionText(assumptions, capacities) {
  const programs = capacities.flatMap((capacity) => capacity.programs);
  const runtimes = [...new Set(programs.map(({ runtime }) => runtime))].sort();
  const times = runtimes.map(
    (runtime) => `${seconds(processorOf(runtime, assumptions))} of a processor${runtimes.length > 1 ? ` in ${RUNTIMES[runtime]}` : ""}`
  );
  const answers = [...new Set(runtimes.map((runtime) => seconds(responseOf(runtime, assumptions))))];
  const isFree = programs.some(
    ({ runtime, processors, processes }) => runtime !== "go" && processors.high >= processes.high
  );
  const { queriesPerRequest, queryLatencySec, thinkTimeSec } = assumptions;
  return [
    `a user waits ${seconds(thinkTimeSec)} between an answer and the next request`,
    `a request takes ${listOf(times)}, ${count(queriesPerRequest)} queries of ${seconds(queryLatencySec)}, and ${answers.join(" or ")} in all`,
    ...isFree ? ["each process has a processor for itself"] : []
  ].join("; ");
});
var seconds = (function seconds(time) {
  return time < 1 ? `${Number((time * 1e3).toPrecision(3))} ms` : `${Number(time.toPrecision(3))} s`;
});
var targetText = (function targetText({ target }) {
  if (!target) return void 0;
  const { times, needs } = target;
  if (times.to <= 1) return "reached, by the estimate";
  const gap = times.from <= 1 ? "at the upper end of the estimate" : `${times.from.toFixed(1)} to ${times.to.toFixed(1)} times the estimate`;
  return needs.length === 0 ? gap : `${gap}: ${needs.map(needsText).join("; ")}`;
});
const {
  plus
} = require("./chunk-5RLMKV7O.js");
const {
  processorOf,
  responseOf
} = require("./chunk-DM46Y3K7.js");
const {
  plural
} = require("./chunk-3TQROPE4.js");
const {
  listOf
} = require("./chunk-Q3NCOY3T.js");

// src/report/capacity.ts
var CAPACITY_CAVEAT = "from the files alone: no load test, not scored";


var RUNTIMES = { python: "Python", node: "Node.js", go: "Go" };


var PLACES = {
  server: "",
  "thread-pool": " in threads",
  "held-up": ", as its handlers hold up the event loop",
  "event-loop": ""
};
function databaseText({ connections, clients }, most) {
  const given = connections.known ? `${count(connections.value)} connections for clients` : `connections: ${connections.because}`;
  const sum = clients.map(({ opened }) => opened).reduce(plus);
  if (clients.length === 1) return `${given}; ${clients[0]?.name} may open ${openedText(sum)}`;
  const shown = clients.slice(0, most).map(({ name, opened }) => `${name} ${openedText(opened)}`);
  const more = clients.length > most ? [`${clients.length - most} more`] : [];
  return `${given}; pools may open ${openedText(sum)}: ${[...shown, ...more].join(", ")}`;
}
function openedText(opened) {
  return opened.because === void 0 ? rangeText(opened) : `${count(opened.low)} or more`;
}








function namesText(names) {
  return names.length <= MOST_NAMES ? listOf(names) : `${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} more`;
}
var MOST_NAMES = 5;



function needsText({ program, processes, processors, users, pools }) {
  const on = processors === void 0 ? "" : ` on ${plural(processors, "processor")}`;
  const none = pools.filter(({ connections }) => connections === 0);
  const each = pools.filter(({ connections }) => connections > 0).map(({ database, connections }) => `, each with at most ${plural(connections, "connection")} to ${database}`);
  const pooler = none.map(({ database }) => `, which are more than ${database} has connections: they need a pooler`);
  return `${plural(processes, "process", "processes")} of ${program}${on} come to ${bandText(users)}${each.join("")}${pooler.join("")}`;
}

module.exports = {
  CAPACITY_CAVEAT,
  capacityLinesOf,
  assumedText
};
