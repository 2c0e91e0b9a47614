import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/cli/color.ts
function usesColor(flag, env, stream) {
  if (flag !== "auto") return flag === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== void 0 && env.FORCE_COLOR !== "") return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}
function showsProgress(env, stream) {
  return stream.isTTY === true && !env.CI && env.TERM !== "dumb";
}

export {
  usesColor,
  showsProgress
};
