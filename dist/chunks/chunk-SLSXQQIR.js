"use strict";
// src/paths.ts
function directoryOf(path) {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "." : path.slice(0, slash);
}
function fileName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function joinPath(directory, path) {
  const parts = [];
  for (const part of `${directory}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts[parts.length - 1] !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.length === 0 ? "." : parts.join("/");
}
function isWithin(directory, path) {
  if (directory === "/") return path.startsWith("/");
  return directory === "." ? !path.startsWith("..") : path === directory || path.startsWith(`${directory}/`);
}
function depthOf(directory) {
  return directory === "." ? 0 : directory.split("/").length;
}
function nameWords(name) {
  return name.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}

module.exports = {
  directoryOf,
  fileName,
  joinPath,
  isWithin,
  depthOf,
  nameWords
};
