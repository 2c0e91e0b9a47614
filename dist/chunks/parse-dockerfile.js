"use strict";

// src/parse/dockerfile/lines.ts
var readLines = (function readLines(source) {
  const reader = {
    source,
    position: source.text.startsWith("\uFEFF") ? 1 : 0,
    escapeCharacter: "\\",
    comments: [],
    problems: []
  };
  const directives = readDirectives(reader);
  const instructions = [];
  while (reader.position < source.text.length) {
    const line = nextLine(reader);
    if (line.blank || addComment(reader, line)) continue;
    instructions.push(readInstruction(reader, line));
  }
  const { comments, escapeCharacter, problems } = reader;
  return { instructions, comments, directives, escapeCharacter, problems };
});
var nextLine = (function nextLine(reader) {
  const { text } = reader.source;
  const start = reader.position;
  const feed = text.indexOf("\n", start);
  let end = feed === -1 ? text.length : feed;
  reader.position = feed === -1 ? text.length : feed + 1;
  if (end > start && text[end - 1] === "\r") end--;
  let first = start;
  while (first < end && isBlank(text[first])) first++;
  return { start, end, first, blank: first === end };
});
var addComment = (function addComment(reader, line) {
  if (reader.source.text[line.first] !== "#" || line.blank) return false;
  const text = reader.source.text.slice(line.first, line.end);
  reader.comments.push({ text, start: line.first, end: line.end });
  return true;
});
var readDirectives = (function readDirectives(reader) {
  const directives = /* @__PURE__ */ new Map();
  for (; ; ) {
    const before = reader.position;
    const line = nextLine(reader);
    const match = DIRECTIVE.exec(reader.source.text.slice(line.first, line.end));
    const name = match?.[1]?.toLowerCase();
    if (name === void 0 || !DIRECTIVES.has(name) || before === reader.position) {
      reader.position = before;
      return directives;
    }
    const value = match?.[2]?.trimEnd() ?? "";
    if (directives.has(name)) problem(reader, line, `the parser directive ${name} is given twice`);
    else directives.set(name, value);
    if (name !== "escape") continue;
    if (value === "\\" || value === "`") reader.escapeCharacter = value;
    else problem(reader, line, "the escape directive takes \\ or ` only");
  }
});
var continuationOf = (function continuationOf(reader, line) {
  const { text } = reader.source;
  let at = line.end - 1;
  while (at >= line.first && isBlank(text[at])) at--;
  if (at < line.first || text[at] !== reader.escapeCharacter) return void 0;
  return at > line.start && text[at - 1] === reader.escapeCharacter ? void 0 : at;
});
var readInstruction = (function readInstruction(reader, first) {
  const { source } = reader;
  const joined = new Joiner(source.text);
  let line = first;
  let end = first.end;
  for (; ; ) {
    const continued = continuationOf(reader, line);
    joined.add(line.first, continued ?? line.end, line !== first && line.first > line.start);
    end = continued === void 0 ? line.end : continued + 1;
    if (continued === void 0) break;
    const next = nextContent(reader);
    if (next === void 0) break;
    line = next;
  }
  const { text, offsets } = joined.finish(end);
  const keywordEnd = /\s/.exec(text)?.index ?? text.length;
  const from = keywordEnd + (/^\s*/.exec(text.slice(keywordEnd))?.[0].length ?? 0);
  const keyword = text.slice(0, keywordEnd);
  const rest = { text: text.slice(from), offsets: offsets.slice(from) };
  const heredocs = HEREDOC_KEYWORDS.has(keyword.toUpperCase()) ? readHeredocs(reader, rest.text, keyword) : [];
  const stop = heredocs.length > 0 ? reader.position : end;
  const start = first.first;
  const keywordStop = (offsets[keywordEnd - 1] ?? start) + 1;
  return {
    keyword,
    keywordAt: { path: source.path, start, end: keywordStop },
    ...rest,
    heredocs,
    at: { path: source.path, start, end: trimBreak(source.text, stop) }
  };
});
var trimBreak = (function trimBreak(text, end) {
  let at = end;
  if (at > 0 && text[at - 1] === "\n") at--;
  if (at > 0 && text[at - 1] === "\r") at--;
  return at;
});
var readHeredocs = (function readHeredocs(reader, text, keyword) {
  if (!text.includes("<<")) return [];
  if (keyword.toUpperCase() === "ONBUILD" && !/^(?:ADD|COPY|RUN)\s/i.test(text)) return [];
  return heredocWords(text).flatMap((word) => {
    const [, chomp = "", delimiter = ""] = HEREDOC.exec(word) ?? [];
    const name = delimiter.replace(/["'\\]/g, "");
    return name === "" ? [] : [readHeredoc(reader, name, chomp === "-")];
  });
});
var splitRaw = (function splitRaw(text, escapeCharacter, quotes = true) {
  const words = [];
  let start = -1;
  let quote = "";
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    const blank = character === void 0 || quote === "" && isBlank(character);
    if (blank) {
      if (start !== -1) words.push({ text: text.slice(start, at), start, end: at });
      start = -1;
      continue;
    }
    if (start === -1) start = at;
    if (!quotes) continue;
    if (character === escapeCharacter && quote !== "'") at = Math.min(at + 1, text.length - 1);
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
  }
  return words;
});
var isBlank = (function isBlank(character) {
  return character === " " || character === "	" || character === "\v" || character === "\f" || character === "\r";
});

// src/parse/dockerfile/instruction.ts
var readInstruction2 = (function readInstruction2(line, escapeCharacter) {
  const keyword = line.keyword.toUpperCase();
  const { path } = line.at;
  const place = (start, end) => ({
    path,
    start: line.offsets[start] ?? line.at.end,
    end: end > start ? (line.offsets[end - 1] ?? line.at.end - 1) + 1 : line.offsets[start] ?? line.at.end
  });
  const flags = readFlags(line.text, escapeCharacter);
  const from = flags.end;
  const text = line.text.slice(from);
  const exec = JSON_FORM.has(keyword) ? readExecForm(text) : void 0;
  const words = exec ? jsonWords(text) : splitRaw(text, escapeCharacter, QUOTED_WORDS.has(keyword));
  return {
    keyword,
    flags: flags.words.map((word) => {
      const flag = unquoted(word.text, escapeCharacter);
      const equals = flag.indexOf("=");
      const name = flag.slice(2, equals === -1 ? void 0 : equals);
      const value = equals === -1 ? null : flag.slice(equals + 1);
      return { name, value, at: place(word.start, word.end) };
    }),
    ...exec && { exec },
    text,
    heredocs: line.heredocs,
    words: words.map((word) => ({ text: word.text, at: place(from + word.start, from + word.end) })),
    at: line.at
  };
});
var readFlags = (function readFlags(text, escapeCharacter) {
  if (!text.startsWith("--")) return { words: [], end: 0 };
  const words = [];
  for (const word of splitRaw(text, escapeCharacter)) {
    if (!word.text.startsWith("--")) return { words, end: word.start };
    if (word.text === "--") return { words, end: skipBlanks(text, word.end) };
    words.push(word);
  }
  return { words, end: text.length };
});
var readExecForm = (function readExecForm(text) {
  const list = readJsonList(text);
  return list?.every((item) => typeof item === "string") ? list : void 0;
});
var readJsonList = (function readJsonList(text) {
  const trimmed = text.trim();
  if (!trimmed.startsWith("[") || !trimmed.endsWith("]")) return void 0;
  try {
    const value = JSON.parse(trimmed);
    return Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
});
var unquoted = (function unquoted(text, escapeCharacter) {
  let result = "";
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === escapeCharacter) result += text[++at] ?? "";
    else if (quote === "" && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = "";
    else result += character;
  }
  return result;
});
var jsonWords = (function jsonWords(text) {
  return [...text.matchAll(JSON_STRING)].map((match) => ({
    text: String(JSON.parse(match[0])),
    start: match.index,
    end: match.index + match[0].length
  }));
});
var readPairs = (function readPairs(instruction) {
  const [first, ...rest] = instruction.words;
  if (first === void 0) return [];
  if (instruction.keyword !== "ARG" && !first.text.includes("=")) {
    const [, name = first.text, value] = /^(\S+)\s+(.*)$/s.exec(instruction.text.trim()) ?? [];
    const at = { ...first.at, end: rest.at(-1)?.at.end ?? first.at.end };
    return value === void 0 ? [{ name, at }] : [{ name, value, at }];
  }
  return instruction.words.map(({ text, at }) => {
    const equals = text.indexOf("=");
    return equals === -1 ? { name: text, at } : { name: text.slice(0, equals), value: text.slice(equals + 1), at };
  });
});

// src/parse/dockerfile/command.ts
var commandOf = (function commandOf(instruction, shell) {
  const { text, at, exec } = instruction;
  return exec ? { form: "exec", argv: exec, text, at } : shellCommand(text, at, shell);
});
var runScript = (function runScript(instruction, shell = DEFAULT_SHELL) {
  if (instruction.keyword !== "RUN" || instruction.exec) return void 0;
  const [heredoc] = instruction.heredocs;
  const whole = heredoc !== void 0 && instruction.words.length === 1;
  const text = whole ? heredoc.text : instruction.text;
  if (whole && /^#!(?!.*\b(?:ba|da|a)?sh\b)/.test(text)) return void 0;
  return script(text, whole ? heredoc.at : instruction.at, shell);
});
var shellCommand = (function shellCommand(text, at, shell) {
  const parsed = script(text, at, shell);
  return { form: "shell", ...parsed && { script: parsed }, text, at };
});
var script = (function script(text, at, shell) {
  return POSIX_SHELL.test(shell[0] ?? "") ? parseShell(text, at, optionsOf(shell)) : void 0;
});
var optionsOf = (function optionsOf(shell) {
  const exitOnError = shell.some((word) => /^-[a-z]*e/.test(word)) || shell.includes("errexit");
  return { exitOnError, pipefail: shell.includes("pipefail") };
});

// src/parse/dockerfile/flags.ts
var flagProblem = (function flagProblem({ keyword, flags, words }) {
  const kinds = FLAGS.get(keyword);
  if (kinds === void 0 || keyword === "HEALTHCHECK" && words[0]?.text.toUpperCase() === "NONE") return void 0;
  const seen = /* @__PURE__ */ new Set();
  for (const { name, value } of flags) {
    const kind = kinds.get(name);
    if (kind === void 0) continue;
    if (seen.has(name) && kind !== "many") return `the flag --${name} is given twice`;
    seen.add(name);
    const problem2 = valueProblem(kind, name, value);
    if (problem2 !== void 0) return problem2;
    if (keyword === "RUN" && RUN_VALUES.get(name)?.includes(value ?? "") === false)
      return `--${name} does not take this value`;
  }
  return void 0;
});
var valueProblem = (function valueProblem(kind, name, value) {
  if (kind === "switch") {
    return value === null || /^(?:true|false)$/i.test(value) ? void 0 : `the flag --${name} takes true or false`;
  }
  if (value === null) return `the flag --${name} needs a value`;
  if (value === "") return void 0;
  if (kind === "count") return /^\+?\d{1,9}$|^-0+$/.test(value) ? void 0 : `the flag --${name} takes a whole number`;
  if (kind !== "interval") return void 0;
  const seconds = /[dw]/.test(value) ? void 0 : parseDuration(value);
  if (seconds === void 0) return `the flag --${name} takes a duration such as 30s`;
  return seconds === 0 || seconds >= 1e-3 ? void 0 : `the flag --${name} cannot be less than 1ms`;
});

// src/parse/dockerfile/validate.ts
var instructionProblem = (function instructionProblem(instruction) {
  const { keyword, at } = instruction;
  const message = KEYWORDS.has(keyword) ? argumentProblem(instruction) : `unknown instruction ${shortened(keyword)}`;
  if (message === void 0) return void 0;
  return { at, message, kind: KEYWORDS.has(keyword) ? "structure" : "syntax" };
});
var argumentProblem = (function argumentProblem(instruction) {
  return flagProblem(instruction) ?? wordsProblem(instruction);
});
var wordsProblem = (function wordsProblem(instruction) {
  const { keyword, words } = instruction;
  const count = words.length;
  if (keyword === "FROM") return fromProblem(instruction);
  if (JSON_FORM.has(keyword) && isMixedList(instruction.text)) return MIXED_LIST;
  if (keyword === "COPY" || keyword === "ADD") {
    if (count < 2) return `${keyword} requires at least two arguments`;
    return isHeredoc(words.at(-1)?.text ?? "") ? `${keyword} cannot write to a heredoc` : void 0;
  }
  if (keyword === "SHELL")
    return instruction.exec?.length ? void 0 : "SHELL requires the arguments to be in JSON form";
  if (ONE_ARGUMENT.has(keyword) && count === 0) return `${keyword} requires exactly one argument`;
  if (SOME_ARGUMENTS.has(keyword) && count === 0) return `${keyword} requires at least one argument`;
  if (keyword === "ENV" || keyword === "LABEL") {
    const pair = readPairs(instruction).find((one) => one.value === void 0 || one.name === "");
    return pair && `${keyword} needs a name and a value`;
  }
  if (keyword === "ARG") return readPairs(instruction).some(({ name }) => name === "") ? "ARG needs a name" : void 0;
  if (keyword === "VOLUME") return words.some(({ text }) => text.trim() === "") ? "a VOLUME is empty" : void 0;
  if (keyword === "HEALTHCHECK") return healthcheckProblem(instruction);
  return keyword === "ONBUILD" ? onbuildProblem(instruction) : void 0;
});
var isMixedList = (function isMixedList(text) {
  return readJsonList(text)?.some((item) => typeof item !== "string") ?? false;
});
var isHeredoc = (function isHeredoc(word) {
  return /^[0-9]*<<-?[^<\s]/.test(word);
});
var fromProblem = (function fromProblem({ words }) {
  if (words.length !== 1 && words.length !== 3) return "FROM requires either one or three arguments";
  if (words.length === 1) return void 0;
  if (words[1]?.text.toUpperCase() !== "AS") return "FROM takes AS between the image and the name of the stage";
  const name = words[2]?.text.toLowerCase() ?? "";
  return /^[a-z][a-z0-9-_.]*$/.test(name) ? void 0 : "the name of a stage is not valid";
});

// src/parse/dockerfile/read.ts
var parseDockerfile = (function parseDockerfile(source) {
  const { instructions, comments, directives, escapeCharacter, problems: found } = readLines(source);
  const problems = [...found];
  const globalArguments = [];
  const stages = [];
  for (const line of instructions) {
    const instruction = readInstruction2(line, escapeCharacter);
    const problem2 = instructionProblem(instruction);
    if (problem2) problems.push(problem2);
    const stage = stages.at(-1);
    if (instruction.keyword === "FROM") stages.push(openStage(stages.length, instruction));
    else if (stage) stage.instructions.push(instruction);
    else if (instruction.keyword === "ARG")
      for (const argument of argumentsOf(instruction)) globalArguments.push(argument);
    else if (problem2?.kind !== "syntax") problems.push(outsideStage(instruction));
  }
  if (stages.length === 0) problems.push(withoutStage(source));
  problems.sort((one, other) => one.at.start - other.at.start);
  return {
    path: source.path,
    source,
    globalArguments,
    stages: stages.map(closeStage),
    problems,
    directives,
    comments,
    escapeCharacter
  };
});
var openStage = (function openStage(index, instruction) {
  const [image, as, name] = instruction.words;
  const platform = instruction.flags.find((flag) => flag.name === "platform")?.value;
  return {
    index,
    ...as?.text.toUpperCase() === "AS" && name && { name: name.text },
    from: image?.text ?? "",
    fromAt: image?.at ?? instruction.at,
    ...platform && { platform },
    instructions: [],
    instruction
  };
});
var closeStage = (function closeStage(stage) {
  const last = stage.instructions.at(-1) ?? stage.instruction;
  return { ...stage, at: { ...stage.instruction.at, end: last.at.end } };
});

// src/parse/dockerfile/expand.ts
var expansionBudget = (function expansionBudget() {
  return { left: 4e6 };
});
var expand = (function expand(text, scope) {
  return expandUntil(text, { at: 0 }, "", scope, 0);
});
var expandUntil = (function expandUntil(text, position, stop, scope, depth) {
  const pieces = [];
  let quote = "";
  let because;
  while (position.at < text.length) {
    const character = text[position.at] ?? "";
    if (quote === "" && character === stop) break;
    if (character === "$" && quote !== "'") {
      const variable2 = expandVariable(text, position, scope, depth);
      if (variable2.known) pieces.push(variable2.value);
      else because ??= variable2.because;
      continue;
    }
    position.at++;
    if (character === scope.escapeCharacter && quote !== "'") {
      const next = text[position.at] ?? "";
      const kept = quote === '"' && next !== '"' && next !== "$" && next !== scope.escapeCharacter;
      pieces.push(kept ? character + next : next);
      position.at++;
    } else if (quote === "" && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = "";
    else pieces.push(character);
  }
  if (quote !== "") because ??= "a quote is never closed";
  return because === void 0 ? { known: true, value: pieces.join("") } : { known: false, because };
});

// src/parse/dockerfile/ports.ts
var exposedPorts = (function exposedPorts(instruction, scope, already) {
  const ports = [];
  for (const { text, at } of instruction.words) {
    const expanded = expand(text, scope);
    if (!expanded.known) {
      const protocol = /\/(tcp|udp|sctp)$/i.exec(text)?.[1]?.toLowerCase() ?? "tcp";
      if (already + ports.length < PORT_LIMIT) ports.push({ port: unknown(at, expanded.because), protocol, at });
      continue;
    }
    for (const word of expanded.value.split(/\s+/)) {
      const [, first, last = first, protocol = "tcp"] = PORT.exec(word) ?? [];
      for (let port = Number(first); port <= Math.min(Number(last), 65535); port++) {
        if (already + ports.length >= PORT_LIMIT) return ports;
        ports.push({ port: known(port, at), protocol: protocol.toLowerCase(), at });
      }
    }
  }
  return ports;
});

// src/parse/dockerfile/scope.ts
var globalScope = (function globalScope(file, given) {
  const values = /* @__PURE__ */ new Map();
  const lookup = (name) => values.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? platformArgument(name) : { kind: "unset" });
  const scope = { lookup, escapeCharacter: file.escapeCharacter, budget: expansionBudget() };
  for (const { name, defaultValue } of file.globalArguments) {
    const value = argumentValue(name, defaultValue, given, scope);
    if (value || !values.has(name)) values.set(name, value ?? { kind: "unset" });
  }
  return { scope, values };
});
var stageScope = (function stageScope(variables, escapeCharacter, fromScratch) {
  return {
    escapeCharacter,
    budget: expansionBudget(),
    lookup: (name) => {
      const variable2 = variables.overridden.has(name) ? void 0 : variables.environment.get(name);
      if (variable2) {
        const { value } = variable2;
        return value.known ? { kind: "value", value: value.value } : { kind: "unknown", because: value.because };
      }
      const argument = variables.arguments.get(name);
      if (argument) return argument;
      if (fromScratch) return name === "PATH" ? { kind: "value", value: DEFAULT_PATH } : { kind: "unset" };
      return { kind: "unknown", because: `${name} is set neither here nor anywhere the repository shows` };
    }
  };
});
var declare = (function declare(instruction, variables, scope, globals, given) {
  if (instruction.keyword === "ARG") {
    for (const { name, defaultValue } of argumentsOf(instruction)) {
      const own = argumentValue(name, defaultValue, given, scope);
      const inherited = globals.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? platformArgument(name) : void 0);
      const value = own ?? inherited ?? { kind: "unset" };
      if (value.kind !== "unset") variables.overridden.add(name);
      else if (variables.arguments.has(name)) continue;
      variables.arguments.set(name, value);
    }
    return;
  }
  const pairs = readPairs(instruction).map(({ name: written, value = "", at }) => {
    const name = expand(written, scope);
    return { name: name.known ? name.value : written, at, value: fact(expand(value, scope), at) };
  });
  for (const { name, at, value } of pairs) {
    variables.overridden.delete(name);
    variables.environment.delete(name);
    variables.environment.set(name, { value, at });
  }
});
var fact = (function fact(expanded, at) {
  return expanded.known ? known(expanded.value, at) : unknown(at, expanded.because);
});

// src/parse/dockerfile/resolve.ts
var resolveDockerfile = (function resolveDockerfile(file, options) {
  const stage = chooseStage(file.stages, options.target);
  if (stage === void 0) return void 0;
  const { scope, values } = globalScope(file, options.arguments);
  const { chain, base } = chainOf(file, stage, scope);
  const fromScratch = knownValue(base)?.repository === "scratch";
  const variables = { arguments: /* @__PURE__ */ new Map(), environment: /* @__PURE__ */ new Map(), overridden: /* @__PURE__ */ new Set() };
  const stageVariables = stageScope(variables, file.escapeCharacter, fromScratch);
  const state = {
    exposed: [],
    volumes: /* @__PURE__ */ new Map(),
    folders: /* @__PURE__ */ new Map(),
    filledSources: /* @__PURE__ */ new Map(),
    shell: DEFAULT_SHELL,
    fromScratch
  };
  for (const each of chain.toReversed()) {
    state.commandSetHere = false;
    for (const instruction of each.instructions) {
      if (instruction.keyword === "ARG" || instruction.keyword === "ENV") {
        declare(instruction, variables, stageVariables, values, options.arguments);
      } else applyInstruction(instruction, state, stageVariables);
    }
  }
  const { fromScratch: _, commandSetHere: __, volumes, ...settings } = state;
  return {
    file,
    stage,
    chain,
    base,
    instructions: chain.toReversed().flatMap((each) => each.instructions),
    environment: variables.environment,
    ...settings,
    volumes: [...volumes].map(([path, at]) => ({ path, at })),
    ...options.ignoreFile && { ignoreFile: options.ignoreFile }
  };
});
var chooseStage = (function chooseStage(stages, target) {
  if (target === void 0 || target === "") return stages.at(-1);
  const name = target.toLowerCase();
  const named = stages.findLast((stage) => stage.name?.toLowerCase() === name);
  return named ?? (/^[0-9]{1,6}$/.test(target) ? stages[Number(target)] : void 0);
});
var chainOf = (function chainOf(file, stage, scope) {
  const before = parents(file.stages, scope);
  const chain = [stage];
  for (let at = stage; ; ) {
    const parent = before.get(at);
    if (parent === void 0) return { chain, base: baseOf(at, scope) };
    chain.push(parent);
    at = parent;
  }
});
var parents = (function parents(stages, scope) {
  const found = /* @__PURE__ */ new Map();
  const named = /* @__PURE__ */ new Map();
  for (const stage of stages) {
    const from = expand(stage.from, scope);
    const parent = from.known ? named.get(from.value.toLowerCase()) : void 0;
    if (parent) found.set(stage, parent);
    if (stage.name !== void 0) named.set(stage.name.toLowerCase(), stage);
  }
  return found;
});
var baseOf = (function baseOf(stage, scope) {
  const from = expand(stage.from, scope);
  if (!from.known) return unknown(stage.fromAt, from.because);
  const reference = parseImageReference(from.value);
  return reference ? known(reference, stage.fromAt) : unknown(stage.fromAt, "it is not a valid image reference");
});
var applyInstruction = (function applyInstruction(instruction, state, scope) {
  const { at, words } = instruction;
  const text = instruction.text.trim();
  switch (instruction.keyword) {
    case "USER":
      state.user = fact(expand(text, scope), words[0]?.at ?? at);
      return;
    case "WORKDIR": {
      const path = fact(expand(text, scope), words[0]?.at ?? at);
      state.folders.set(instruction, path);
      state.workdir = workdir(path, state);
      return;
    }
    case "COPY":
    case "ADD": {
      const target = words.at(-1);
      if (target) state.folders.set(instruction, fact(expand(target.text, scope), target.at));
      const sources = words.slice(0, -1);
      if (!sources.some(({ text: source }) => source.includes("$"))) return;
      const filled = sources.flatMap((source) => {
        const path = expand(source.text, scope);
        return path.known && path.value !== "" ? [path.value] : [];
      });
      if (filled.length === sources.length) state.filledSources.set(instruction, filled);
      return;
    }
    case "EXPOSE":
      state.exposed.push(...exposedPorts(instruction, scope, state.exposed.length));
      return;
    case "VOLUME":
      for (const word of words) {
        const path = expand(word.text, scope);
        state.volumes.set(path.known ? path.value : word.text, word.at);
      }
      return;
    case "STOPSIGNAL": {
      const signal = expand(text, scope);
      state.stopSignal = signal.known ? signal.value : text;
      return;
    }
    case "SHELL":
      if (instruction.exec?.length) state.shell = instruction.exec;
      return;
    default:
      applyCommand(instruction, state);
  }
});
var applyCommand = (function applyCommand(instruction, state) {
  if (instruction.keyword === "CMD") {
    state.command = commandOf(instruction, state.shell);
    state.commandSetHere = true;
  } else if (instruction.keyword === "ENTRYPOINT") {
    state.entrypoint = commandOf(instruction, state.shell);
    if (!state.commandSetHere) delete state.command;
  } else if (instruction.keyword === "HEALTHCHECK") state.healthcheck = healthcheckOf(instruction, state.shell);
});
var workdir = (function workdir(path, state) {
  if (!path.known || path.value === "") return path;
  if (path.value.startsWith("/")) return known(normalised(path.value), path.at);
  const before = state.workdir ?? (state.fromScratch ? known("/", path.at) : void 0);
  if (!before?.known) return unknown(path.at, "it is relative to the working directory of the base image");
  return known(normalised(`${before.value}/${path.value}`), path.at);
});
var normalised = (function normalised(path) {
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  known,
  knownValue,
  parseDuration,
  parseImageReference,
  parseShell,
  unknown
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/dockerfile/lines.ts



var DIRECTIVE = /^#[ \t]*([a-zA-Z][a-zA-Z0-9]*)[ \t]*=[ \t]*(\S.*)$/;
var DIRECTIVES = /* @__PURE__ */ new Set(["escape", "syntax", "check"]);

function problem(reader, line, message) {
  const at = { path: reader.source.path, start: line.first, end: line.end };
  reader.problems.push({ at, message, kind: "syntax" });
}


function nextContent(reader) {
  while (reader.position < reader.source.text.length) {
    const line = nextLine(reader);
    if (!line.blank && !addComment(reader, line)) return line;
  }
  return void 0;
}

var Joiner = class {
  #text;
  #pieces = [];
  #offsets = [];
  #space = false;
  constructor(text) {
    this.#text = text;
  }
  add(start, end, spaced) {
    let stop = end;
    while (stop > start && isBlank(this.#text[stop - 1])) stop--;
    if (stop === start) {
      this.#space ||= spaced || end > stop;
      return;
    }
    if ((this.#space || spaced) && this.#offsets.length > 0) {
      this.#pieces.push(" ");
      this.#offsets.push((this.#offsets.at(-1) ?? start) + 1);
    }
    this.#pieces.push(this.#text.slice(start, stop));
    for (let at = start; at < stop; at++) this.#offsets.push(at);
    this.#space = end > stop;
  }
  finish(end) {
    const last = this.#offsets.at(-1);
    this.#offsets.push(last === void 0 ? end : last + 1);
    return { text: this.#pieces.join(""), offsets: this.#offsets };
  }
};
var HEREDOC_KEYWORDS = /* @__PURE__ */ new Set(["ADD", "COPY", "RUN", "ONBUILD"]);
var HEREDOC = /^[0-9]*<<(-?)\s*([^<]+)$/;

function heredocWords(text) {
  const words = [];
  let word = "";
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quote === "" && /\s/.test(character)) {
      if (word !== "") words.push(word);
      word = "";
      continue;
    }
    word += character;
    if (character === "\\" && quote !== "'") word += text[++at] ?? "";
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (text.startsWith("<<", at)) {
      word += "<";
      at++;
      while (/[ \t\r]/.test(text[at + 1] ?? "")) word += text[++at];
    }
  }
  if (quote !== "") return [];
  return word === "" ? words : [...words, word];
}
function readHeredoc(reader, name, chomp) {
  const { path, text } = reader.source;
  const start = reader.position;
  const lines = [];
  let end = start;
  while (reader.position < text.length) {
    const line = nextLine(reader);
    const content = chomp ? text.slice(line.start, line.end).replace(/^\t+/, "") : text.slice(line.start, line.end);
    if (content === name) return { name, text: lines.join("\n"), at: { path, start, end } };
    lines.push(content);
    end = line.end;
  }
  const at = { path, start: Math.max(0, Math.min(start, text.length) - 1), end: Math.min(start, text.length) };
  reader.problems.push({ at, message: `the heredoc ${name} is never closed`, kind: "syntax" });
  return { name, text: lines.join("\n"), at: { path, start, end } };
}



// src/parse/dockerfile/instruction.ts
var JSON_FORM = /* @__PURE__ */ new Set(["ADD", "CMD", "COPY", "ENTRYPOINT", "RUN", "SHELL", "VOLUME"]);
var QUOTED_WORDS = /* @__PURE__ */ new Set(["ARG", "ENV", "LABEL", "RUN", "CMD", "ENTRYPOINT"]);


function skipBlanks(text, start) {
  let at = start;
  while (at < text.length && /\s/.test(text[at] ?? "")) at++;
  return at;
}



var JSON_STRING = /"(?:[^"\\]|\\.)*"/g;



// src/parse/dockerfile/command.ts
var DEFAULT_SHELL = ["/bin/sh", "-c"];
var POSIX_SHELL = /(?:^|\/)(?:ba|da|a|k|mk|z)?sh$/;

function healthcheckCommand(instruction, shell) {
  const [type] = instruction.words;
  if (type?.text.toUpperCase() !== "CMD") return void 0;
  const text = instruction.text.slice(type.text.length).trim();
  const at = { ...instruction.at, start: instruction.words[1]?.at.start ?? type.at.start };
  const argv = readExecForm(text);
  return argv ? { form: "exec", argv, text, at } : shellCommand(text, at, shell);
}





// src/parse/dockerfile/flags.ts
var FLAGS = /* @__PURE__ */ new Map([
  ["FROM", /* @__PURE__ */ new Map([["platform", "text"]])],
  [
    "ADD",
    /* @__PURE__ */ new Map([
      ["chown", "text"],
      ["chmod", "text"],
      ["link", "switch"],
      ["keep-git-dir", "switch"],
      ["checksum", "text"],
      ["unpack", "switch"],
      ["exclude", "many"]
    ])
  ],
  [
    "COPY",
    /* @__PURE__ */ new Map([
      ["chown", "text"],
      ["chmod", "text"],
      ["from", "text"],
      ["link", "switch"],
      ["parents", "switch"],
      ["exclude", "many"]
    ])
  ],
  [
    "RUN",
    /* @__PURE__ */ new Map([
      ["mount", "many"],
      ["network", "text"],
      ["security", "text"]
    ])
  ],
  [
    "HEALTHCHECK",
    /* @__PURE__ */ new Map([
      ["interval", "interval"],
      ["timeout", "interval"],
      ["start-period", "interval"],
      ["start-interval", "interval"],
      ["retries", "count"]
    ])
  ]
]);
var RUN_VALUES = /* @__PURE__ */ new Map([
  ["network", ["default", "none", "host"]],
  ["security", ["insecure", "sandbox"]]
]);



// src/parse/dockerfile/validate.ts
var KEYWORDS = /* @__PURE__ */ new Set([
  "ADD",
  "ARG",
  "CMD",
  "COPY",
  "ENTRYPOINT",
  "ENV",
  "EXPOSE",
  "FROM",
  "HEALTHCHECK",
  "LABEL",
  "MAINTAINER",
  "ONBUILD",
  "RUN",
  "SHELL",
  "STOPSIGNAL",
  "USER",
  "VOLUME",
  "WORKDIR"
]);
var ONE_ARGUMENT = /* @__PURE__ */ new Set(["STOPSIGNAL", "USER", "WORKDIR", "MAINTAINER"]);
var SOME_ARGUMENTS = /* @__PURE__ */ new Set(["ARG", "ENV", "EXPOSE", "LABEL", "VOLUME", "HEALTHCHECK", "ONBUILD"]);

function shortened(keyword) {
  return keyword.length > 40 ? `${keyword.slice(0, 40)}\u2026` : keyword;
}


function healthcheckProblem({ words, text }) {
  const type = words[0]?.text.toUpperCase();
  if (type !== "CMD" && type !== "NONE") return "HEALTHCHECK takes CMD or NONE";
  if (type === "NONE") return words.length > 1 ? "HEALTHCHECK NONE takes no arguments" : void 0;
  const command = text.trimStart().slice(type.length);
  if (isMixedList(command)) return MIXED_LIST;
  return words.length === 1 || readExecForm(command)?.length === 0 ? "HEALTHCHECK CMD requires a command" : void 0;
}
function onbuildProblem({ words, text, at }) {
  const trigger = words[0]?.text.toUpperCase() ?? "";
  if (["ONBUILD", "FROM", "MAINTAINER"].includes(trigger)) return `ONBUILD ${trigger} is not allowed`;
  if ((trigger === "ENV" || trigger === "LABEL") && !/["'\\`]/.test(text)) {
    const rest = text.trimStart().slice(trigger.length).trim();
    const pairs = readPairs({ keyword: trigger, flags: [], text: rest, heredocs: [], words: words.slice(1), at });
    return pairs.some(({ value }) => value === void 0) ? `${trigger} needs a name and a value` : void 0;
  }
  return JSON_FORM.has(trigger) && isMixedList(text.trimStart().slice(trigger.length)) ? MIXED_LIST : void 0;
}
var MIXED_LIST = "a JSON list of arguments takes strings only";




// src/parse/dockerfile/read.ts

function argumentsOf(instruction) {
  return readPairs(instruction).map(({ name, value, at }) => ({
    name,
    ...value !== void 0 && { defaultValue: value },
    at
  }));
}


function outsideStage(instruction) {
  return { at: instruction.at, message: `${instruction.keyword} stands before the first FROM`, kind: "structure" };
}
function withoutStage(source) {
  const end = source.text.indexOf("\n");
  const at = { path: source.path, start: 0, end: end === -1 ? source.text.length : end };
  return { at, message: "there is no FROM, so there is nothing to build", kind: "structure" };
}

// src/parse/dockerfile/expand.ts

var DEPTH_LIMIT = 16;


function expandVariable(text, position, scope, depth) {
  position.at++;
  if (text[position.at] === "{") return expandBraces(text, position, scope, depth);
  const name = nameAt(text, position.at);
  position.at += name.length;
  return name === "" ? { known: true, value: "$" } : plain(name, scope);
}
function nameAt(text, at) {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? "";
}
var NAME = new RegExp("[\\p{L}_][\\p{L}\\p{Nd}_]*|\\p{Nd}+|[@*#?\\-$!]", "uy");
function plain(name, scope) {
  const variable2 = scope.lookup(name);
  if (variable2.kind === "value") {
    scope.budget.left -= variable2.value.length;
    if (scope.budget.left < 0) return { known: false, because: "the variables of the file expand to too much" };
    return { known: true, value: variable2.value };
  }
  return { known: false, because: variable2.kind === "unknown" ? variable2.because : `${name} has no value here` };
}
function expandBraces(text, position, scope, depth) {
  position.at++;
  const name = nameAt(text, position.at);
  position.at += name.length;
  const [operator = ""] = /^(?::?[-+?]|[#%/]|:)/.exec(text.slice(position.at, position.at + 2)) ?? [];
  position.at += operator.length;
  if (depth >= DEPTH_LIMIT) {
    position.at = text.length;
    return { known: false, because: "its variables are nested too deep" };
  }
  const word = expandUntil(text, position, "}", scope, depth + 1);
  if (text[position.at] !== "}") return { known: false, because: "a \u201C${\u201D is never closed" };
  position.at++;
  if (name === "") return { known: false, because: "a variable name is missing" };
  if (operator === "") return plain(name, scope);
  return apply(name, operator, word, scope);
}
function apply(name, operator, word, scope) {
  const variable2 = scope.lookup(name);
  if (variable2.kind === "unknown") return { known: false, because: variable2.because };
  const empty = variable2.kind === "unset" || operator.startsWith(":") && variable2.value === "";
  switch (operator.at(-1)) {
    case "-":
      return empty ? word : plain(name, scope);
    case "+":
      return empty ? { known: true, value: "" } : word;
    case "?":
      return empty ? { known: false, because: `${name} has no value here` } : plain(name, scope);
    default:
      return { known: false, because: `a pattern is applied to ${name}` };
  }
}

// src/parse/dockerfile/ports.ts
var PORT_LIMIT = 1e3;
var PORT = /^(?:.*:)?([0-9]{1,5})(?:-([0-9]{1,5}))?(?:\/([A-Za-z]+))?$/;


// src/parse/dockerfile/scope.ts
var PLATFORM_ARGUMENTS = new Set(
  ["BUILD", "TARGET"].flatMap((side) => ["PLATFORM", "OS", "OSVERSION", "ARCH", "VARIANT"].map((part) => `${side}${part}`))
);
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";



function argumentValue(name, defaultValue, given, scope) {
  const value = given.get(name);
  if (value === null) return { kind: "unknown", because: `the build argument ${name} is given from outside` };
  if (value !== void 0) return { kind: "value", value };
  return defaultValue === void 0 ? void 0 : variable(expand(defaultValue, scope));
}
function platformArgument(name) {
  return { kind: "unknown", because: `${name} depends on the machine that builds` };
}
function variable(expanded) {
  return expanded.known ? { kind: "value", value: expanded.value } : { kind: "unknown", because: expanded.because };
}


// src/parse/dockerfile/resolve.ts







function healthcheckOf(instruction, shell) {
  const command = healthcheckCommand(instruction, shell);
  const options = new Map(instruction.flags.map((flag) => [flag.name, flag.value ?? ""]));
  const disabled = instruction.words[0]?.text.toUpperCase() === "NONE";
  return { disabled, ...command && { command }, options, at: instruction.at };
}


module.exports = {
  argumentsOf,
  house: runAudit,
  parseDockerfile,
  readPairs,
  resolveDockerfile,
  runScript
};
