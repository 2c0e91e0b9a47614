"use strict";

// src/model/code/pool.ts
var exactly = (function exactly(count) {
  return { low: count, high: count };
});
var atLeast = (function atLeast(low, because) {
  return { low, high: Number.POSITIVE_INFINITY, because };
});
var plus = (function plus(one, other) {
  return combined(one, other, one.low + other.low, one.high + other.high);
});
var times = (function times(one, other) {
  const high = one.high === 0 || other.high === 0 ? 0 : one.high * other.high;
  return combined(one, other, one.low * other.low, high);
});
var combined = (function combined(one, other, low, high) {
  const because = one.because ?? other.because;
  return { low, high, ...because === void 0 ? {} : { because } };
});
// src/model/code/pool.ts
var HIDDEN_URL = "its URL is not known";
var UNLIMITED = "it has no limit";






module.exports = {
  HIDDEN_URL,
  UNLIMITED,
  exactly,
  atLeast,
  plus,
  times
};
