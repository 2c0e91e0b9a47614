"use strict";
// src/usage.ts
var UsageError = class extends Error {
  name = "UsageError";
};

module.exports = {
  UsageError
};
