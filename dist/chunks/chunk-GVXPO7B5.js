import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/cli/usage.ts
var UsageError = class extends Error {
  name = "UsageError";
};

export {
  UsageError
};
