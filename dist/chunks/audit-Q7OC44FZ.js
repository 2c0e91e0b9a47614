import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  changeOf,
  impliedAnswers,
  roadmap,
  withFindings
} from "./chunk-5O776TJ3.js";
import {
  WEIGHTS,
  apply,
  formatScore,
  isScored,
  openLedger,
  score,
  totalOf,
  weightsWith
} from "./chunk-NNEXXVZW.js";
import {
  DEFAULT_OPTIONS,
  TIMESTAMP_TAG,
  child,
  descend,
  exactness,
  isAtLeast,
  isSelected,
  parseBytes,
  parseDuration,
  parseYaml,
  printFloat,
  settingFor,
  textOf
} from "./chunk-W7FXUAXR.js";
import {
  SEVERITIES
} from "./chunk-7H2JSQ6Q.js";
import {
  TOOL
} from "./chunk-FH333MWT.js";
import {
  WORKLOAD_FORMATS,
  allSoftware,
  imageTools,
  parseShell,
  programOf,
  rules,
  softwareOf,
  splitWords
} from "./chunk-ZAPEUE2E.js";
import {
  didYouMean
} from "./chunk-ZLFRBKM4.js";
import {
  known,
  knownValue,
  lineOf,
  placeOf,
  unknown
} from "./chunk-UGULFUZA.js";
import {
  __commonJS,
  __toESM
} from "./chunk-R5U37ZOC.js";

// node_modules/ignore/index.js
var require_ignore = __commonJS({
  "node_modules/ignore/index.js"(exports, module) {
    function makeArray(subject) {
      return Array.isArray(subject) ? subject : [subject];
    }
    var UNDEFINED = void 0;
    var EMPTY = "";
    var SPACE = " ";
    var ESCAPE = "\\";
    var REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/;
    var BOM = "\uFEFF";
    var REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/;
    var REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/;
    var REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/;
    var REGEX_SPLITALL_CRLF = /\r?\n/g;
    var DOUBLE_SLASH = "//";
    var SLASH_CODE = 47;
    var DOT_CODE = 46;
    var SLASH = "/";
    var TMP_KEY_IGNORE = "node-ignore";
    if (typeof Symbol !== "undefined") {
      TMP_KEY_IGNORE = /* @__PURE__ */ Symbol.for("node-ignore");
    }
    var KEY_IGNORE = TMP_KEY_IGNORE;
    var define = (object, key, value) => {
      Object.defineProperty(object, key, { value });
      return value;
    };
    var RETURN_FALSE = () => false;
    var POSIX_CLASSES = {
      alnum: "0-9A-Za-z",
      alpha: "A-Za-z",
      blank: " \\t",
      cntrl: "\\x00-\\x1f\\x7f",
      digit: "0-9",
      graph: "!-.0-~",
      lower: "a-z",
      print: " -.0-~",
      punct: "!-.:-@\\[-`{-~",
      // git's `sane-ctype.h` classifies \v and \f as control, not space,
      //   unlike C's `isspace`
      space: " \\t\\n\\r",
      upper: "A-Z",
      xdigit: "0-9A-Fa-f"
    };
    var CLASS_MEMBERS_TO_ESCAPE = "\\]^-[";
    var escapeMember = (char) => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0 ? char : ESCAPE + char;
    var NON_SLASH = "(?!\\/)";
    var classSource = (negated, body) => {
      if (negated) {
        return `[^\\/${body}]`;
      }
      const source = `[${body}]`;
      return new RegExp(source).test("/") ? NON_SLASH + source : source;
    };
    var scanBracket = (pattern, start) => {
      const { length } = pattern;
      let index = start + 1;
      let negated = EMPTY;
      const lead = pattern[index];
      if (lead === "!" || lead === "^") {
        negated = "^";
        index++;
      }
      let body = EMPTY;
      let prev = EMPTY;
      for (; ; ) {
        const char = pattern[index];
        if (char === UNDEFINED) {
          return null;
        }
        if (char === ESCAPE) {
          const escaped = pattern[++index];
          body += escapeMember(escaped);
          prev = escaped;
        } else if (char === "-" && prev && index + 1 < length && pattern[index + 1] !== "]") {
          index++;
          let to = pattern[index];
          if (to === ESCAPE) {
            to = pattern[index += 1];
          }
          if (prev <= to) {
            body += `-${escapeMember(to)}`;
          }
          prev = EMPTY;
        } else if (char === "[" && pattern[index + 1] === ":") {
          const nameStart = index + 2;
          let end = nameStart;
          while (end < length && pattern[end] !== "]") {
            end++;
          }
          if (end === length) {
            return null;
          }
          if (end > nameStart && pattern[end - 1] === ":") {
            const name = pattern.slice(nameStart, end - 1);
            if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name)) {
              return null;
            }
            body += POSIX_CLASSES[name];
            prev = EMPTY;
            index = end;
          } else {
            body += escapeMember("[");
            prev = "[";
            index = nameStart - 2;
          }
        } else {
          body += escapeMember(char);
          prev = char;
        }
        index++;
        if (pattern[index] === "]") {
          return {
            end: index,
            source: classSource(negated, body)
          };
        }
      }
    };
    var NEVER_MATCH = "[]";
    var PLACEHOLDER = "\0";
    var REGEX_RESTORE_PLACEHOLDER = new RegExp(
      `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`,
      "g"
    );
    var TRAILING_WILDCARD = "\uE000";
    var TRAILING_DOUBLESTAR = "\uE001";
    var isReserved = (char) => char === PLACEHOLDER || char === TRAILING_WILDCARD || char === TRAILING_DOUBLESTAR;
    var extractBrackets = (pattern) => {
      const sources = [];
      const hold = (source) => `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`;
      const { length } = pattern;
      let out = EMPTY;
      let index = 0;
      while (index < length) {
        const char = pattern[index];
        if (char === ESCAPE) {
          const escaped = pattern[index + 1];
          if (escaped === SLASH && index + 2 === length) {
            out += hold(NEVER_MATCH);
          } else if (escaped === "*" || escaped === "[" || escaped === SPACE) {
            out += pattern.slice(index, index + 2);
          } else {
            out += hold(
              REGEX_LITERAL_SPECIAL.test(escaped) ? ESCAPE + escaped : isReserved(escaped) ? `[${escaped}]` : escaped
            );
          }
          index += 2;
        } else if (isReserved(char)) {
          out += hold(`[${char}]`);
          index++;
        } else if (char === "[") {
          const scanned = scanBracket(pattern, index);
          if (scanned === null) {
            out += hold(NEVER_MATCH);
            index = length;
          } else {
            out += hold(scanned.source);
            index = scanned.end + 1;
          }
        } else {
          out += char;
          index++;
        }
      }
      return {
        source: out,
        sources
      };
    };
    var DIRECT = null;
    var REGEX_INNER_SLASH = /\/(?!$)/;
    var WILDCARD = "[^\\/]*";
    var REPLACERS = [
      // Replace (\ ) with ' '
      // Only a space: an escaped tab or other whitespace is already a literal by
      //   the time it reaches here, and a bare tab must be left as one, not turned
      //   into a space.
      // (\ ) -> ' '
      // (\\ ) -> '\\ '
      // (\\\ ) -> '\\ '
      [
        // A run of backslashes is taken whole, from its first one, so no match
        //   ever starts again inside it -- `(\\+?) ` did, which made a long run
        //   quadratic.
        /(\\+)( ?)/g,
        (_, run, space) => space ? run.slice(0, run.length - run.length % 2) + SPACE : run,
        ESCAPE + SPACE
      ],
      // git's wildmatch() reads a run of two or more asterisks as one globstar
      //   whenever the run fills a path segment: it starts the pattern or follows
      //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
      //   already `**`; a longer one is folded into `**` here, so the steps
      //   below only ever have to know `**`.
      // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
      // git also takes a run beside a literal prefix (`a***/b`) or beside an
      //   escaped slash (`***\/b`) as a globstar, and this does not; the README
      //   lists both, under "A run of asterisks".
      [
        /(^|\/)\*{3,}(?=\/|$)/g,
        (_, start) => `${start}**`,
        "*"
      ],
      // Escape metacharacters
      // which is written down by users but means special for regular expressions.
      // > There are 12 characters with special meanings:
      // > - the backslash \,
      // > - the caret ^,
      // > - the dollar sign $,
      // > - the period or dot .,
      // > - the vertical bar or pipe symbol |,
      // > - the question mark ?,
      // > - the asterisk or star *,
      // > - the plus sign +,
      // > - the opening parenthesis (,
      // > - the closing parenthesis ),
      // > - and the opening square bracket [,
      // > - the opening curly brace {,
      // > These special characters are often called "metacharacters".
      [
        /[\\$.|*+(){^]/g,
        (match2) => `\\${match2}`
      ],
      [
        // > a question mark (?) matches a single character
        /(?!\\)\?/g,
        () => "[^/]",
        "?"
      ],
      // leading slash
      [
        // > A leading slash matches the beginning of the pathname.
        // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
        // A leading slash matches the beginning of the pathname
        /^\//,
        () => "^",
        SLASH
      ],
      // replace special metacharacter slash after the leading slash
      [
        /\//g,
        () => "\\/",
        SLASH
      ],
      [
        // > A leading "**" followed by a slash means match in all directories.
        // > For example, "**/foo" matches file or directory "foo" anywhere,
        // > the same as pattern "foo".
        // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
        // >   under directory "foo".
        // Notice that the '*'s have been replaced as '\\*'
        /^\^*(?:\\\*\\\*\\\/)+/,
        // '**/foo' <-> 'foo'
        () => "(?:^|\\/)",
        "*"
      ],
      // starting
      [
        // there will be no leading '/'
        //   (which has been replaced by section "leading slash")
        // If starts with '**', adding a '^' to the regular expression also works
        DIRECT,
        (source, pattern) => {
          if (!source || source[0] === "^" || source[0] === "(") {
            return source;
          }
          const anchor = !REGEX_INNER_SLASH.test(pattern) ? "(?:^|\\/)" : "^";
          return anchor + source;
        }
      ],
      // two globstars
      [
        // Use lookahead assertions so that we could match more than one `'/**'`
        /\\\/\\\*\\\*(?=\\\/|$)/g,
        // Zero, one or several directories
        // should not use '*', or it will be replaced by the next replacer
        // Check if it is not the last `'/**'`
        (_, index, str) => index + 6 < str.length ? str.slice(index + 6) === "\\/" ? "(?:\\/[^\\/]+)+" : "(?:\\/[^\\/]+)*" : `\\/${TRAILING_DOUBLESTAR}`,
        "*"
      ],
      // normal intermediate wildcards
      [
        // Never replace escaped '*'
        // ignore rule '\*' will match the path '*'
        // 'abc.*/' -> go
        // 'abc.*'  -> skip this rule,
        //    coz trailing single wildcard will be handed by [trailing wildcard]
        /(^|[^\\])(?:\\\*)+(?!$)/g,
        // '*.js' matches '.js'
        // '*.js' doesn't match 'abc'
        // 1. An asterisk "*" matches anything except a slash.
        // 2. Other consecutive asterisks are considered regular asterisks
        //    and collapse into one non-slash wildcard run.
        (_, p1) => p1 + WILDCARD,
        "*"
      ],
      // trailing wildcard, held apart from a literal star
      [
        // The step above leaves a trailing `*` alone, so a single `\*` is all that
        //   can be left at the end here, and what stands in front of it says which
        //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
        //   nothing before it; a literal arrives as the user's own escape, which
        //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
        //   There is no third case: every backslash still reaching the chain is
        //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
        //   own character, so a longer run can never form. This runs while the
        //   two are still distinct, before the unescape steps below collapse the
        //   literal onto the very `\*` a wildcard leaves behind.
        /(^|[^\\])((?:\\\\)*)\\\*$/,
        (match2, p1, p2) => p2 === EMPTY ? p1 + TRAILING_WILDCARD : match2,
        "*"
      ],
      [
        // unescape, revert step 3 except for back slash
        // For example, if a user escape a '\\*',
        // after step 3, the result will be '\\\\\\*'
        /\\\\\\(?=[$.|*+(){^])/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // '\\\\' -> '\\'
        /\\\\/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // Every real bracket expression -- POSIX classes included -- has already
        //   been held aside by `extractBrackets`, so the only `[` left in the
        //   pattern is an escaped, literal one.
        // A backslash could only stand at the end of the range if it quoted the
        //   `]`, and `\]` is held aside long before this.
        /\\\[([^\]/]*?)($|\])/g,
        // '\\[bar]' -> '\\\\[bar]'
        (match2, range, close) => `\\[${range}${close}`,
        "["
      ],
      // ending
      [
        // 'js' will not match 'js.'
        // 'ab' will not match 'abc'
        DIRECT,
        // WTF!
        // https://git-scm.com/docs/gitignore
        // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
        // which re-fixes #24, #38
        // > If there is a separator at the end of the pattern then the pattern
        // > will only match directories, otherwise the pattern can match both
        // > files and directories.
        // 'js*' will not match 'a.js'
        // 'js/' will not match 'a.js'
        // 'js' will match 'a.js' and 'a.js/'
        (source) => {
          const last = source[source.length - 1];
          if (!last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR) {
            return source;
          }
          return last === SLASH ? `${source}$` : `${source}(?=$|\\/$)`;
        }
      ]
    ];
    var REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/;
    var MODE_IGNORE = "regex";
    var MODE_CHECK_IGNORE = "checkRegex";
    var UNDERSCORE = "_";
    var replaceTrailingWildcard = (_, p1) => {
      const prefix = p1 ? `${p1}[^/]+` : "[^/]*";
      return `${prefix}(?=$|\\/$)`;
    };
    var REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/;
    var replaceTrailingDoublestar = () => "[\\s\\S]";
    var separatorAfter = (run, at) => {
      let separator = EMPTY;
      for (let index = at + 1; index < run.length && !run[index].wildcard; index++) {
        separator += run[index].single;
      }
      return separator;
    };
    var pinWildcards = (source) => {
      if (source.indexOf(WILDCARD) < 0) {
        return source;
      }
      const tokens = [];
      const { length } = source;
      let index = 0;
      while (index < length) {
        const char = source[index];
        if (source.startsWith(WILDCARD, index)) {
          tokens.push({ wildcard: true });
          index += WILDCARD.length;
        } else if (char === "[") {
          let end = index + 1;
          if (source[end] === "^") {
            end++;
          }
          if (source[end] === "]") {
            end++;
          }
          while (end < length && source[end] !== "]") {
            end += source[end] === ESCAPE ? 2 : 1;
          }
          end++;
          tokens.push({ single: source.slice(index, end) });
          index = end;
        } else if (char === ESCAPE) {
          tokens.push({ single: source.slice(index, index + 2) });
          index += 2;
        } else if (char === "(") {
          let depth = 0;
          let end = index;
          do {
            if (source[end] === ESCAPE) {
              end++;
            } else if (source[end] === "(") {
              depth++;
            } else if (source[end] === ")") {
              depth--;
            }
            end++;
          } while (end < length && depth > 0);
          if ("*+?".indexOf(source[end]) >= 0) {
            end++;
          }
          tokens.push({ boundary: source.slice(index, end) });
          index = end;
        } else if (char === "^" || char === "$") {
          tokens.push({ boundary: char });
          index++;
        } else {
          tokens.push({ single: char });
          index++;
        }
      }
      let out = EMPTY;
      let run = [];
      const flush = () => {
        let lastWildcard;
        run.forEach((token, at) => {
          if (token.wildcard) {
            lastWildcard = at;
          }
        });
        run.forEach((token, at) => {
          if (!token.wildcard) {
            out += token.single;
            return;
          }
          out += at === lastWildcard ? WILDCARD : `(?:(?!${separatorAfter(run, at)})[^\\/])*`;
        });
        run = [];
      };
      tokens.forEach((token) => {
        if (token.boundary === void 0) {
          run.push(token);
          return;
        }
        flush();
        out += token.boundary;
      });
      flush();
      return out;
    };
    var makeRegexPrefix = (pattern) => {
      if (REGEX_ANCHORED_GLOBSTAR.test(pattern)) {
        pattern = "**";
      }
      const { source, sources } = extractBrackets(pattern);
      const replaced = REPLACERS.reduce(
        // A pass whose matcher finds nothing hands back the very string it was
        //   given, so asking first costs a search and saves a rewrite. Ten of the
        //   fifteen passes never fire for a typical .gitignore line, and between
        //   them they were 45% of this chain.
        (prev, [matcher, replacer, required]) => {
          if (matcher === DIRECT) {
            return replacer(prev, pattern);
          }
          if (required !== UNDEFINED && prev.indexOf(required) < 0) {
            return prev;
          }
          return matcher.test(prev) ? prev.replace(matcher, replacer.bind(pattern)) : prev;
        },
        source
      );
      return sources.length ? replaced.replace(
        REGEX_RESTORE_PLACEHOLDER,
        (match2, index) => sources[index]
      ) : replaced;
    };
    var checkSourceOf = (body, prefix) => {
      if (body[body.length - 1] === SLASH) {
        prefix = makeRegexPrefix(body.slice(0, -1));
      }
      const head = prefix.slice(0, -1);
      const last = prefix[prefix.length - 1];
      return last === TRAILING_WILDCARD ? `${head}$` : last === TRAILING_DOUBLESTAR ? head : NEVER_MATCH;
    };
    var matchesBasename = (body) => {
      const index = body.indexOf(SLASH);
      return index < 0 || index === body.length - 1;
    };
    var basenameOf = (path) => {
      const end = path.length - 1;
      const index = path.lastIndexOf(
        SLASH,
        path[end] === SLASH ? end - 1 : end
      );
      return index < 0 ? path : path.slice(index + 1);
    };
    var parentOf = (path) => {
      if (path.charCodeAt(0) === SLASH_CODE || path.indexOf(DOUBLE_SLASH) >= 0) {
        const slices = path.split(SLASH).filter(Boolean);
        slices.pop();
        return slices.length ? slices.join(SLASH) + SLASH : EMPTY;
      }
      const end = path.length - 1;
      const cut = path.lastIndexOf(
        SLASH,
        path.charCodeAt(end) === SLASH_CODE ? end - 1 : end
      );
      return cut < 0 ? EMPTY : path.slice(0, cut + 1);
    };
    var isString = (subject) => typeof subject === "string";
    var checkPattern = (pattern) => pattern && isString(pattern);
    var splitPattern = (pattern) => (pattern[pattern.length - 1] === "\r" ? pattern.slice(0, -1) : pattern).split(REGEX_SPLITALL_CRLF).filter(Boolean);
    var IgnoreRule = class {
      constructor(pattern, mark2, body, ignoreCase, negative, prefix) {
        this.pattern = pattern;
        this.mark = mark2;
        this.negative = negative;
        define(this, "body", body);
        define(this, "ignoreCase", ignoreCase);
        define(this, "regexPrefix", prefix);
      }
      // Worked out on first use and kept behind an own property, the way `regex`
      //   caches itself in `_regex`. Deciding it in the constructor instead would
      //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
      //   every compile -- including the compiles of rules that are never matched
      //   against anything.
      get _basenameOnly() {
        return define(this, "_basenameOnly", matchesBasename(this.body));
      }
      get regex() {
        const key = UNDERSCORE + MODE_IGNORE;
        if (this[key]) {
          return this[key];
        }
        return this._make(MODE_IGNORE, key);
      }
      get checkRegex() {
        const key = UNDERSCORE + MODE_CHECK_IGNORE;
        if (this[key]) {
          return this[key];
        }
        return this._make(MODE_CHECK_IGNORE, key);
      }
      _make(mode, key) {
        const str = pinWildcards(
          mode === MODE_IGNORE ? this.regexPrefix.replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard).replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar) : checkSourceOf(this.body, this.regexPrefix)
        );
        const regex = this.ignoreCase ? new RegExp(str, "i") : new RegExp(str);
        return define(this, key, regex);
      }
    };
    var hasTrailingBackslash = (str) => {
      let count2 = 0;
      while (str[str.length - count2 - 1] === ESCAPE) {
        count2++;
      }
      return count2 % 2 === 1;
    };
    var trimEnd2 = (body, stripLineEnd) => {
      let lineEnd = body.length;
      let end;
      for (; ; ) {
        if (stripLineEnd && body[lineEnd - 1] === "\r") {
          lineEnd--;
        }
        end = lineEnd;
        while (body[end - 1] === SPACE) {
          end--;
        }
        if (!stripLineEnd || body[end - 1] !== "\n") {
          break;
        }
        lineEnd = end - 1;
      }
      if (end === lineEnd) {
        return body.slice(0, lineEnd);
      }
      let backslashes = 0;
      while (body[end - backslashes - 1] === ESCAPE) {
        backslashes++;
      }
      return backslashes % 2 ? body.slice(0, end - 1) + SPACE : body.slice(0, end);
    };
    var createRule = (pattern, mark2, ignoreCase, stripLineEnd, stripBOM) => {
      let body = stripBOM && pattern[0] === BOM ? pattern.slice(1) : pattern;
      if (body[0] === "#") {
        return;
      }
      let negative = false;
      if (body[0] === "!") {
        negative = true;
        body = body.slice(1);
      }
      const last = body[body.length - 1];
      if (last === SPACE || stripLineEnd && (last === "\r" || last === "\n")) {
        body = trimEnd2(body, stripLineEnd);
      }
      if (!body || hasTrailingBackslash(body)) {
        return;
      }
      body = body.replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, "!").replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, "#");
      const regexPrefix = makeRegexPrefix(body);
      return new IgnoreRule(
        pattern,
        mark2,
        body,
        ignoreCase,
        negative,
        regexPrefix
      );
    };
    var RuleManager = class {
      constructor(ignoreCase) {
        this._ignoreCase = ignoreCase;
        this._rules = [];
        this._basenameCount = 0;
      }
      _add(pattern, index) {
        if (pattern && pattern[KEY_IGNORE]) {
          this._rules = this._rules.concat(pattern._rules._rules);
          this._basenameCount += pattern._rules._basenameCount;
          this._added = true;
          return;
        }
        const isStr = isString(pattern);
        const raw = isStr ? pattern : pattern.pattern;
        const rule = checkPattern(raw) && createRule(
          raw,
          isStr ? UNDEFINED : pattern.mark,
          this._ignoreCase,
          !this._split,
          this._stripBOM && !index
        );
        if (rule) {
          this._added = true;
          this._rules.push(rule);
          if (matchesBasename(rule.body)) {
            this._basenameCount++;
          }
        }
      }
      // @param {Array<string> | string | Ignore} pattern
      add(pattern) {
        this._added = false;
        this._split = isString(pattern);
        this._stripBOM = !this._split || pattern[0] === BOM;
        makeArray(
          this._split ? splitPattern(pattern) : pattern
        ).forEach(this._add, this);
        if (this._added) {
          this._literalRules = UNDEFINED;
        }
        return this._added;
      }
      // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
      //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
      //   are left out once, rather than tested or compiled for every path.
      testLiteral(path) {
        const rules2 = this._literalRules || (this._literalRules = this._rules.filter(
          ({ body }) => body[body.length - (body[body.length - 1] === SLASH ? 2 : 1)] === "*"
        ));
        let ignored2 = false;
        let unignored = false;
        let matchedRule;
        for (let index = rules2.length - 1; index >= 0; index--) {
          const rule = rules2[index];
          if (rule.checkRegex.test(path)) {
            ignored2 = !rule.negative;
            unignored = rule.negative;
            matchedRule = rule.negative ? UNDEFINED : rule;
            break;
          }
        }
        const ret = {
          ignored: ignored2,
          unignored
        };
        if (matchedRule) {
          ret.rule = matchedRule;
        }
        return ret;
      }
      // Test one single path without recursively checking parent directories
      //
      // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`
      // @returns {TestResult}
      test(path, mode) {
        const rules2 = this._rules;
        const { length } = rules2;
        const shortcut = this._basenameCount * 2 >= length;
        const basename = shortcut ? basenameOf(path) : path;
        for (let index = length - 1; index >= 0; index--) {
          const rule = rules2[index];
          if (rule[mode].test(
            shortcut && rule._basenameOnly ? basename : path
          )) {
            const { negative } = rule;
            const ret = {
              ignored: !negative,
              unignored: negative
            };
            if (!negative) {
              ret.rule = rule;
            }
            return ret;
          }
        }
        return {
          ignored: false,
          unignored: false
        };
      }
    };
    var throwError = (message, Ctor) => {
      throw new Ctor(message);
    };
    var checkPath = (path, originalPath, doThrow) => {
      if (!isString(path)) {
        return doThrow(
          `path must be a string, but got \`${originalPath}\``,
          TypeError
        );
      }
      if (!path) {
        return doThrow(`path must not be empty`, TypeError);
      }
      if (checkPath.isNotRelative(path)) {
        const r = "`path.relative()`d";
        return doThrow(
          `path should be a ${r} string, but got "${originalPath}"`,
          RangeError
        );
      }
      return true;
    };
    var isNotRelative = (path) => {
      const first = path.charCodeAt(0);
      if (first === SLASH_CODE) {
        return true;
      }
      if (first !== DOT_CODE) {
        return false;
      }
      if (path.length === 1) {
        return true;
      }
      const second = path.charCodeAt(1);
      if (second === SLASH_CODE) {
        return true;
      }
      if (second !== DOT_CODE) {
        return false;
      }
      return path.length === 2 || path.charCodeAt(2) === SLASH_CODE;
    };
    checkPath.isNotRelative = isNotRelative;
    checkPath.convert = (p) => p;
    var convertPath = (target) => isString(target) && checkPath.convert(target);
    var Ignore = class {
      constructor({
        ignorecase = true,
        ignoreCase = ignorecase,
        allowRelativePaths = false
      } = {}) {
        define(this, KEY_IGNORE, true);
        this._rules = new RuleManager(ignoreCase);
        this._strictPathCheck = !allowRelativePaths;
        this._initCache();
      }
      _initCache() {
        this._ignoreCache = /* @__PURE__ */ Object.create(null);
        this._testCache = /* @__PURE__ */ Object.create(null);
      }
      add(pattern) {
        if (this._rules.add(pattern)) {
          this._initCache();
        }
        return this;
      }
      // legacy
      addPattern(pattern) {
        return this.add(pattern);
      }
      // @returns {TestResult}
      _test(originalPath, cache, path) {
        checkPath(
          path,
          originalPath,
          this._strictPathCheck ? throwError : RETURN_FALSE
        );
        return path ? this._t(path, cache) : {
          ignored: false,
          unignored: false
        };
      }
      checkIgnore(target) {
        const path = convertPath(target);
        if (!path || path.charCodeAt(path.length - 1) !== SLASH_CODE) {
          return this._test(target, this._testCache, path);
        }
        const dir = this._t(path, this._testCache);
        if (dir.ignored) {
          return dir;
        }
        const literal = this._rules.testLiteral(path);
        return literal.ignored || literal.unignored ? literal : dir;
      }
      _t(path, cache) {
        if (path in cache) {
          return cache[path];
        }
        const parentPath = parentOf(path);
        const parent = parentPath ? this._t(parentPath, cache) : UNDEFINED;
        return cache[path] = parent && parent.ignored ? parent : this._rules.test(path, MODE_IGNORE);
      }
      ignores(path) {
        return this._test(path, this._ignoreCache, convertPath(path)).ignored;
      }
      createFilter() {
        return (path) => !this.ignores(path);
      }
      filter(paths) {
        return makeArray(paths).filter(this.createFilter());
      }
      // @returns {TestResult}
      test(path) {
        return this._test(path, this._testCache, convertPath(path));
      }
    };
    var factory = (options) => new Ignore(options);
    var isPathValid = (path) => checkPath(convertPath(path), path, RETURN_FALSE);
    var setupWindows = () => {
      const makePosix = (str) => /^\\\\\?\\/.test(str) || /["<>|\u0000-\u001F]+/u.test(str) ? str : str.replace(/\\/g, "/");
      checkPath.convert = makePosix;
      const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i;
      checkPath.isNotRelative = (path) => REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path) || isNotRelative(path);
    };
    if (
      // Detect `process` so that it can run in browsers.
      typeof process !== "undefined" && process.platform === "win32"
    ) {
      setupWindows();
    }
    module.exports = factory;
    factory.default = factory;
    module.exports.isPathValid = isPathValid;
    define(module.exports, /* @__PURE__ */ Symbol.for("setupWindows"), setupWindows);
  }
});

// src/check.ts
import { createHash } from "node:crypto";
import { inspect } from "node:util";
function check(system, rules2, sources) {
  return rules2.toSorted((a, b) => compare(a.id, b.id)).map((rule) => judge(rule, system, sources));
}
function fingerprint(rule, path, subject, key, ordinal = 1) {
  const parts = ordinal > 1 ? [rule, path, subject, key, String(ordinal)] : [rule, path, subject, key];
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 32);
}
function judge(rule, system, sources) {
  const notes = /* @__PURE__ */ new Map();
  const keys = /* @__PURE__ */ new Map();
  const place = (at) => resolve(at, sources);
  let error;
  try {
    rule.check(contextOf(rule, system, notes, keys, place));
  } catch (thrown) {
    error = describe(thrown);
    for (const note of [...notes.values(), notesOn(notes, system.repository)]) {
      note.unverified = { because: "the rule crashed", place: place(note.subject.at) };
    }
  }
  addUnreadable(notes, rule, system.unreadable, place);
  const outcomes = [...notes.values()].sort((a, b) => compare(a.subject.id, b.subject.id)).map((note) => outcomeOf(rule, note, keys));
  return error ? { rule, outcomes, error } : { rule, outcomes };
}
function contextOf(rule, system, notes, keys, place) {
  return {
    system,
    pass: (subject) => {
      notesOn(notes, subject);
    },
    fail: (subject, at, what, options = {}) => {
      const finding = findingOf(rule, subject, spanOf(at), what, options, place);
      keys.set(finding, options.key ?? "");
      notesOn(notes, subject).findings.push(finding);
    },
    implied: (subject, by) => {
      notesOn(notes, subject).implied ??= by === void 0 ? {} : { by };
    },
    unverified: (subject, at, because) => {
      notesOn(notes, subject).unverified ??= { because, place: place(spanOf(at)) };
    }
  };
}
function notesOn(notes, subject) {
  const found = notes.get(subject.id);
  if (found) {
    found.weight = Math.max(found.weight, subject.weight);
    return found;
  }
  const fresh = { subject, weight: subject.weight, findings: [], unreadable: false };
  notes.set(subject.id, fresh);
  return fresh;
}
function findingOf(rule, subject, at, message, options, place) {
  return {
    rule: rule.id,
    category: rule.category,
    severity: options.severity ?? rule.severity,
    confidence: rule.confidence,
    subject: subject.id,
    subjectName: subject.name,
    at,
    place: place(at),
    message,
    why: options.why ?? rule.why,
    fix: options.fix ?? rule.fix,
    related: (options.related ?? []).map((other) => ({ at: other.at, place: place(other.at), message: other.message })),
    fingerprint: ""
  };
}
function addUnreadable(notes, rule, unreadable, place) {
  const broken = new Map(unreadable.filter((file) => file.production).map((file) => [file.path, file]));
  for (const note of notes.values()) {
    const path = note.subject.files.find((file2) => broken.has(file2));
    const file = path === void 0 ? void 0 : broken.get(path);
    if (!file) continue;
    note.unreadable = true;
    note.unverified ??= whyUnreadable(file, place);
  }
  const formats = /* @__PURE__ */ new Set([...WORKLOAD_FORMATS, ...rule.reads ?? []]);
  for (const file of broken.values()) {
    if (!formats.has(file.format)) continue;
    const id = `file:${file.path}`;
    const at = file.problems[0]?.at ?? { path: file.path, start: 0, end: 0 };
    const note = notes.get(id) ?? {
      subject: { id, name: file.path, at, files: [file.path] },
      weight: 0,
      findings: [],
      unreadable: true
    };
    note.weight = Math.max(note.weight, 3 * file.mayDeclare);
    note.unreadable = true;
    note.unverified ??= whyUnreadable(file, place);
    notes.set(id, note);
  }
}
function whyUnreadable(file, place) {
  const problem2 = file.problems[0];
  const because = `${file.path} could not be read${problem2 ? `: ${problem2.message}` : ""}`;
  return { because, place: place(problem2?.at ?? { path: file.path, start: 0, end: 0 }) };
}
function outcomeOf(rule, note, keys) {
  const outcome = {
    subject: note.subject.id,
    subjectName: note.subject.name,
    at: note.subject.at,
    weight: note.weight,
    status: "pass",
    severity: rule.severity,
    unreadable: note.unreadable,
    ...note.unverified,
    ...note.implied && { implied: note.implied },
    findings: []
  };
  return withFindings(rule, outcome, withFingerprints(distinct(note.findings), keys));
}
function distinct(findings) {
  const seen = /* @__PURE__ */ new Set();
  return findings.toSorted(byPlace).filter((finding) => {
    const same = JSON.stringify([finding.at.path, finding.at.start, finding.at.end, finding.message]);
    return !seen.has(same) && seen.add(same);
  });
}
function withFingerprints(findings, keys) {
  const counts = /* @__PURE__ */ new Map();
  return findings.map((finding) => {
    const key = keys.get(finding) ?? "";
    const first = fingerprint(finding.rule, finding.place.path, finding.subject, key);
    const ordinal = (counts.get(first) ?? 0) + 1;
    counts.set(first, ordinal);
    return {
      ...finding,
      fingerprint: fingerprint(finding.rule, finding.place.path, finding.subject, key, ordinal)
    };
  });
}
function byPlace(a, b) {
  return compare(a.at.path, b.at.path) || a.at.start - b.at.start || a.at.end - b.at.end || compare(a.message, b.message) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}
function resolve(at, sources) {
  const source = sources.get(at.path);
  return source ? placeOf(source, at) : { path: at.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
function spanOf(at) {
  return "at" in at ? at.at : at;
}
function describe(thrown) {
  if (!(thrown instanceof Error)) return { message: inspect(thrown) };
  return thrown.stack === void 0 ? { message: thrown.message } : { message: thrown.message, stack: thrown.stack };
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/parse/dockerfile/lines.ts
function readLines(source) {
  const reader2 = {
    source,
    position: source.text.startsWith("\uFEFF") ? 1 : 0,
    escapeCharacter: "\\",
    comments: [],
    problems: []
  };
  const directives = readDirectives(reader2);
  const instructions = [];
  while (reader2.position < source.text.length) {
    const line = nextLine(reader2);
    if (line.blank || addComment(reader2, line)) continue;
    instructions.push(readInstruction(reader2, line));
  }
  const { comments, escapeCharacter, problems } = reader2;
  return { instructions, comments, directives, escapeCharacter, problems };
}
function nextLine(reader2) {
  const { text: text2 } = reader2.source;
  const start = reader2.position;
  const feed = text2.indexOf("\n", start);
  let end = feed === -1 ? text2.length : feed;
  reader2.position = feed === -1 ? text2.length : feed + 1;
  if (end > start && text2[end - 1] === "\r") end--;
  let first = start;
  while (first < end && isBlank(text2[first])) first++;
  return { start, end, first, blank: first === end };
}
function addComment(reader2, line) {
  if (reader2.source.text[line.first] !== "#" || line.blank) return false;
  const text2 = reader2.source.text.slice(line.first, line.end);
  reader2.comments.push({ text: text2, start: line.first, end: line.end });
  return true;
}
var DIRECTIVE = /^#[ \t]*([a-zA-Z][a-zA-Z0-9]*)[ \t]*=[ \t]*(\S.*)$/;
var DIRECTIVES = /* @__PURE__ */ new Set(["escape", "syntax", "check"]);
function readDirectives(reader2) {
  const directives = /* @__PURE__ */ new Map();
  for (; ; ) {
    const before = reader2.position;
    const line = nextLine(reader2);
    const match2 = DIRECTIVE.exec(reader2.source.text.slice(line.first, line.end));
    const name = match2?.[1]?.toLowerCase();
    if (name === void 0 || before === reader2.position) {
      reader2.position = before;
      return directives;
    }
    const value = match2?.[2]?.trimEnd() ?? "";
    if (!DIRECTIVES.has(name)) addComment(reader2, line);
    else if (directives.has(name)) problem(reader2, line, `the parser directive ${name} is given twice`);
    else directives.set(name, value);
    if (name !== "escape") continue;
    if (value === "\\" || value === "`") reader2.escapeCharacter = value;
    else problem(reader2, line, "the escape directive takes \\ or ` only");
  }
}
function problem(reader2, line, message) {
  const at = { path: reader2.source.path, start: line.first, end: line.end };
  reader2.problems.push({ at, message, kind: "syntax" });
}
function continuationOf(reader2, line) {
  const { text: text2 } = reader2.source;
  let at = line.end - 1;
  while (at >= line.first && isBlank(text2[at])) at--;
  if (at < line.first || text2[at] !== reader2.escapeCharacter) return void 0;
  return at > line.start && text2[at - 1] === reader2.escapeCharacter ? void 0 : at;
}
function readInstruction(reader2, first) {
  const { source } = reader2;
  const joined = new Joiner(source.text);
  let line = first;
  let end = first.end;
  for (; ; ) {
    const continued = continuationOf(reader2, line);
    joined.add(line.first, continued ?? line.end, line !== first && line.first > line.start);
    end = continued === void 0 ? line.end : continued + 1;
    if (continued === void 0) break;
    const next = nextContent(reader2);
    if (next === void 0) break;
    line = next;
  }
  const { text: text2, offsets } = joined.finish(end);
  const keywordEnd = /\s/.exec(text2)?.index ?? text2.length;
  const from = keywordEnd + (/^\s*/.exec(text2.slice(keywordEnd))?.[0].length ?? 0);
  const keyword = text2.slice(0, keywordEnd);
  const rest = { text: text2.slice(from), offsets: offsets.slice(from) };
  const heredocs = HEREDOC_KEYWORDS.has(keyword.toUpperCase()) ? readHeredocs(reader2, rest.text, keyword) : [];
  const stop = heredocs.length > 0 ? reader2.position : end;
  const start = first.first;
  const keywordStop = (offsets[keywordEnd - 1] ?? start) + 1;
  return {
    keyword,
    keywordAt: { path: source.path, start, end: keywordStop },
    ...rest,
    heredocs,
    at: { path: source.path, start, end: trimBreak(source.text, stop) }
  };
}
function nextContent(reader2) {
  while (reader2.position < reader2.source.text.length) {
    const line = nextLine(reader2);
    if (!line.blank && !addComment(reader2, line)) return line;
  }
  return void 0;
}
function trimBreak(text2, end) {
  let at = end;
  if (at > 0 && text2[at - 1] === "\n") at--;
  if (at > 0 && text2[at - 1] === "\r") at--;
  return at;
}
var Joiner = class {
  #text;
  #pieces = [];
  #offsets = [];
  #space = false;
  constructor(text2) {
    this.#text = text2;
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
var HEREDOC = /^[0-9]*<<(-?)([^<]+)$/;
function readHeredocs(reader2, text2, keyword) {
  if (!text2.includes("<<")) return [];
  if (keyword.toUpperCase() === "ONBUILD" && !/^(?:ADD|COPY|RUN)\s/i.test(text2)) return [];
  return splitRaw(text2, reader2.escapeCharacter).flatMap((word) => {
    const [, chomp = "", delimiter = ""] = HEREDOC.exec(word.text) ?? [];
    const name = delimiter.replace(/["'\\]/g, "");
    return name === "" ? [] : [readHeredoc(reader2, name, chomp === "-")];
  });
}
function readHeredoc(reader2, name, chomp) {
  const { path, text: text2 } = reader2.source;
  const start = reader2.position;
  const lines = [];
  let end = start;
  while (reader2.position < text2.length) {
    const line = nextLine(reader2);
    const content = chomp ? text2.slice(line.start, line.end).replace(/^\t+/, "") : text2.slice(line.start, line.end);
    if (content === name) return { name, text: lines.join("\n"), at: { path, start, end } };
    lines.push(content);
    end = line.end;
  }
  const at = { path, start: Math.max(0, Math.min(start, text2.length) - 1), end: Math.min(start, text2.length) };
  reader2.problems.push({ at, message: `the heredoc ${name} is never closed`, kind: "syntax" });
  return { name, text: lines.join("\n"), at: { path, start, end } };
}
function splitRaw(text2, escapeCharacter, quotes = true) {
  const words3 = [];
  let start = -1;
  let quote = "";
  for (let at = 0; at <= text2.length; at++) {
    const character = text2[at];
    const blank = character === void 0 || quote === "" && isBlank(character);
    if (blank) {
      if (start !== -1) words3.push({ text: text2.slice(start, at), start, end: at });
      start = -1;
      continue;
    }
    if (start === -1) start = at;
    if (!quotes) continue;
    if (character === escapeCharacter && quote !== "'") at = Math.min(at + 1, text2.length - 1);
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
  }
  return words3;
}
function isBlank(character) {
  return character === " " || character === "	" || character === "\v" || character === "\f" || character === "\r";
}

// src/parse/dockerfile/instruction.ts
var JSON_FORM = /* @__PURE__ */ new Set(["ADD", "CMD", "COPY", "ENTRYPOINT", "RUN", "SHELL", "VOLUME"]);
var QUOTED_WORDS = /* @__PURE__ */ new Set(["ARG", "ENV", "LABEL", "RUN", "CMD", "ENTRYPOINT"]);
function readInstruction2(line, escapeCharacter) {
  const keyword = line.keyword.toUpperCase();
  const { path } = line.at;
  const place = (start, end) => ({
    path,
    start: line.offsets[start] ?? line.at.end,
    end: end > start ? (line.offsets[end - 1] ?? line.at.end - 1) + 1 : line.offsets[start] ?? line.at.end
  });
  const flags = readFlags(line.text, escapeCharacter);
  const from = flags.end;
  const text2 = line.text.slice(from);
  const exec = JSON_FORM.has(keyword) ? readExecForm(text2) : void 0;
  const words3 = exec ? jsonWords(text2) : splitRaw(text2, escapeCharacter, QUOTED_WORDS.has(keyword));
  return {
    keyword,
    flags: flags.words.map((word) => {
      const equals = word.text.indexOf("=");
      const name = word.text.slice(2, equals === -1 ? void 0 : equals);
      const value = equals === -1 ? null : word.text.slice(equals + 1).replace(/^(["'])(.*)\1$/s, "$2");
      return { name, value, at: place(word.start, word.end) };
    }),
    ...exec && { exec },
    text: text2,
    heredocs: line.heredocs,
    words: words3.map((word) => ({ text: word.text, at: place(from + word.start, from + word.end) })),
    at: line.at
  };
}
function readFlags(text2, escapeCharacter) {
  if (!text2.startsWith("--")) return { words: [], end: 0 };
  const words3 = [];
  for (const word of splitRaw(text2, escapeCharacter)) {
    if (!word.text.startsWith("--")) return { words: words3, end: word.start };
    if (word.text === "--") return { words: words3, end: skipBlanks(text2, word.end) };
    words3.push(word);
  }
  return { words: words3, end: text2.length };
}
function skipBlanks(text2, start) {
  let at = start;
  while (at < text2.length && /\s/.test(text2[at] ?? "")) at++;
  return at;
}
function readExecForm(text2) {
  const trimmed = text2.trim();
  if (!trimmed.startsWith("[") || !trimmed.endsWith("]")) return void 0;
  try {
    const value = JSON.parse(trimmed);
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : void 0;
  } catch {
    return void 0;
  }
}
var JSON_STRING = /"(?:[^"\\]|\\.)*"/g;
function jsonWords(text2) {
  return [...text2.matchAll(JSON_STRING)].map((match2) => ({
    text: String(JSON.parse(match2[0])),
    start: match2.index,
    end: match2.index + match2[0].length
  }));
}
function readPairs(instruction) {
  const [first, ...rest] = instruction.words;
  if (first === void 0) return [];
  if (instruction.keyword !== "ARG" && !first.text.includes("=")) {
    const last = rest.at(-1);
    if (last === void 0) return [{ name: first.text, at: first.at }];
    const value = instruction.text.slice(first.text.length).trim();
    return [{ name: first.text, value, at: { ...first.at, end: last.at.end } }];
  }
  return instruction.words.map(({ text: text2, at }) => {
    const equals = text2.indexOf("=");
    return equals === -1 ? { name: text2, at } : { name: text2.slice(0, equals), value: text2.slice(equals + 1), at };
  });
}

// src/parse/dockerfile/command.ts
var DEFAULT_SHELL = ["/bin/sh", "-c"];
var POSIX_SHELL = /(?:^|\/)(?:ba|da|a|k|mk|z)?sh$/;
function commandOf(instruction, shell) {
  const { text: text2, at, exec } = instruction;
  return exec ? { form: "exec", argv: exec, text: text2, at } : shellCommand(text2, at, shell);
}
function healthcheckCommand(instruction, shell) {
  const [type] = instruction.words;
  if (type?.text.toUpperCase() !== "CMD") return void 0;
  const text2 = instruction.text.slice(type.text.length).trim();
  const at = { ...instruction.at, start: instruction.words[1]?.at.start ?? type.at.start };
  const argv = readExecForm(text2);
  return argv ? { form: "exec", argv, text: text2, at } : shellCommand(text2, at, shell);
}
function shellCommand(text2, at, shell) {
  const parsed = script(text2, at, shell);
  return { form: "shell", ...parsed && { script: parsed }, text: text2, at };
}
function script(text2, at, shell) {
  return POSIX_SHELL.test(shell[0] ?? "") ? parseShell(text2, at, optionsOf(shell)) : void 0;
}
function optionsOf(shell) {
  const exitOnError = shell.some((word) => /^-[a-z]*e/.test(word)) || shell.includes("errexit");
  return { exitOnError, pipefail: shell.includes("pipefail") };
}

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
function instructionProblem(instruction) {
  const { keyword, at } = instruction;
  const message = KEYWORDS.has(keyword) ? argumentProblem(instruction) : `unknown instruction ${shortened(keyword)}`;
  if (message === void 0) return void 0;
  return { at, message, kind: KEYWORDS.has(keyword) ? "structure" : "syntax" };
}
function shortened(keyword) {
  return keyword.length > 40 ? `${keyword.slice(0, 40)}\u2026` : keyword;
}
function argumentProblem(instruction) {
  const { keyword, words: words3 } = instruction;
  const count2 = words3.length;
  if (keyword === "FROM") return fromProblem(instruction);
  if (keyword === "COPY" || keyword === "ADD") {
    return count2 < 2 ? `${keyword} requires at least two arguments` : void 0;
  }
  if (keyword === "SHELL")
    return instruction.exec?.length ? void 0 : "SHELL requires the arguments to be in JSON form";
  if (ONE_ARGUMENT.has(keyword) && count2 === 0) return `${keyword} requires exactly one argument`;
  if (SOME_ARGUMENTS.has(keyword) && count2 === 0) return `${keyword} requires at least one argument`;
  if (keyword === "ENV" || keyword === "LABEL") {
    const pair = readPairs(instruction).find((one) => one.value === void 0 || one.name === "");
    return pair && `${keyword} needs a name and a value`;
  }
  if (keyword === "HEALTHCHECK") {
    const type = words3[0]?.text.toUpperCase();
    if (type !== "CMD" && type !== "NONE") return "HEALTHCHECK takes CMD or NONE";
    return type === "CMD" && count2 === 1 ? "HEALTHCHECK CMD requires a command" : void 0;
  }
  return void 0;
}
function fromProblem({ words: words3 }) {
  if (words3.length !== 1 && words3.length !== 3) return "FROM requires either one or three arguments";
  if (words3.length === 1) return void 0;
  if (words3[1]?.text.toUpperCase() !== "AS") return "FROM takes AS between the image and the name of the stage";
  const name = words3[2]?.text.toLowerCase() ?? "";
  return /^[a-z][a-z0-9-_.]*$/.test(name) ? void 0 : "the name of a stage is not valid";
}

// src/parse/dockerfile/read.ts
function parseDockerfile(source) {
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
    else if (instruction.keyword === "ARG") globalArguments.push(...argumentsOf(instruction));
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
}
function argumentsOf(instruction) {
  return readPairs(instruction).map(({ name, value, at }) => ({
    name,
    ...value !== void 0 && { defaultValue: value },
    at
  }));
}
function openStage(index, instruction) {
  const [image, as, name] = instruction.words;
  const platform = instruction.flags.find((flag2) => flag2.name === "platform")?.value;
  return {
    index,
    ...as?.text.toUpperCase() === "AS" && name && { name: name.text },
    from: image?.text ?? "",
    fromAt: image?.at ?? instruction.at,
    ...platform && { platform },
    instructions: [],
    instruction
  };
}
function closeStage(stage) {
  const last = stage.instructions.at(-1) ?? stage.instruction;
  return { ...stage, at: { ...stage.instruction.at, end: last.at.end } };
}
function outsideStage(instruction) {
  return { at: instruction.at, message: `${instruction.keyword} stands before the first FROM`, kind: "structure" };
}
function withoutStage(source) {
  const end = source.text.indexOf("\n");
  const at = { path: source.path, start: 0, end: end === -1 ? source.text.length : end };
  return { at, message: "there is no FROM, so there is nothing to build", kind: "structure" };
}

// src/parse/image-reference.ts
var NAME_LIMIT = 255;
var REFERENCE_LIMIT = 1024;
var PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
var HOST_COMPONENT = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
var IPV6_HOST = /^\[[a-fA-F0-9:]+\]$/;
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST = /^[a-z0-9]+(?:[-_+.][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;
var DIGEST_LENGTHS = /* @__PURE__ */ new Map([
  ["sha256", 64],
  ["sha384", 96],
  ["sha512", 128]
]);
var IDENTIFIER = /^[a-f0-9]{64}$/;
function parseImageReference(text2) {
  if (text2.length === 0 || text2.length > REFERENCE_LIMIT || IDENTIFIER.test(text2)) return void 0;
  const [named2 = "", digest, ...more] = text2.split("@");
  if (more.length > 0 || digest !== void 0 && !isDigest(digest)) return void 0;
  const colon = named2.indexOf(":", named2.lastIndexOf("/") + 1);
  const tag = colon === -1 ? void 0 : named2.slice(colon + 1);
  if (tag !== void 0 && !TAG.test(tag)) return void 0;
  const repository = repositoryOf(colon === -1 ? named2 : named2.slice(0, colon));
  if (repository === void 0) return void 0;
  return { text: text2, repository, ...tag !== void 0 && { tag }, ...digest !== void 0 && { digest } };
}
function repositoryOf(name) {
  if (name.length === 0 || name.length > NAME_LIMIT) return void 0;
  const slash = name.indexOf("/");
  const first = slash === -1 ? "" : name.slice(0, slash);
  const hasRegistry = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
  const path = hasRegistry ? name.slice(slash + 1) : name;
  if (!path.split("/").every((component) => PATH_COMPONENT.test(component))) return void 0;
  if (!hasRegistry || first === "docker.io" || first === "index.docker.io") {
    const official = path.startsWith("library/") ? path.slice("library/".length) : path;
    return official.includes("/") ? path : official;
  }
  return isRegistry(first) ? `${first}/${path}` : void 0;
}
function isRegistry(text2) {
  const port4 = /:([0-9]+)$/.exec(text2);
  const host = port4 ? text2.slice(0, port4.index) : text2;
  return IPV6_HOST.test(host) || host.split(".").every((component) => HOST_COMPONENT.test(component));
}
function isDigest(text2) {
  if (!DIGEST.test(text2)) return false;
  const colon = text2.indexOf(":");
  const length = DIGEST_LENGTHS.get(text2.slice(0, colon));
  const hex = text2.slice(colon + 1);
  return length === void 0 || hex.length === length && hex === hex.toLowerCase();
}

// src/parse/dockerfile/expand.ts
var DEPTH_LIMIT = 16;
function expand(text2, scope) {
  return expandUntil(text2, { at: 0 }, "", scope, 0);
}
function expandUntil(text2, position, stop, scope, depth) {
  const pieces = [];
  let quote = "";
  let because;
  while (position.at < text2.length) {
    const character = text2[position.at] ?? "";
    if (quote === "" && character === stop) break;
    if (character === "$" && quote !== "'") {
      const variable2 = expandVariable(text2, position, scope, depth);
      if (variable2.known) pieces.push(variable2.value);
      else because ??= variable2.because;
      continue;
    }
    position.at++;
    if (character === scope.escapeCharacter && quote !== "'") {
      const next = text2[position.at] ?? "";
      const kept = quote === '"' && next !== '"' && next !== "$" && next !== scope.escapeCharacter;
      pieces.push(kept ? character + next : next);
      position.at++;
    } else if (quote === "" && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = "";
    else pieces.push(character);
  }
  if (quote !== "") because ??= "a quote is never closed";
  return because === void 0 ? { known: true, value: pieces.join("") } : { known: false, because };
}
function expandVariable(text2, position, scope, depth) {
  position.at++;
  if (text2[position.at] === "{") return expandBraces(text2, position, scope, depth);
  const name = nameAt(text2, position.at);
  position.at += name.length;
  return name === "" ? { known: true, value: "$" } : plain(name, scope);
}
function nameAt(text2, at) {
  NAME.lastIndex = at;
  return NAME.exec(text2)?.[0] ?? "";
}
var NAME = /[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?\-$!]/y;
function plain(name, scope) {
  const variable2 = scope.lookup(name);
  if (variable2.kind === "value") return { known: true, value: variable2.value };
  return { known: false, because: variable2.kind === "unknown" ? variable2.because : `${name} has no value here` };
}
function expandBraces(text2, position, scope, depth) {
  position.at++;
  const name = nameAt(text2, position.at);
  position.at += name.length;
  const [operator = ""] = /^(?::?[-+?]|[#%/]|:)/.exec(text2.slice(position.at, position.at + 2)) ?? [];
  position.at += operator.length;
  if (depth >= DEPTH_LIMIT) {
    position.at = text2.length;
    return { known: false, because: "its variables are nested too deep" };
  }
  const word = expandUntil(text2, position, "}", scope, depth + 1);
  if (text2[position.at] !== "}") return { known: false, because: "a \u201C${\u201D is never closed" };
  position.at++;
  if (name === "") return { known: false, because: "a variable name is missing" };
  if (operator === "") return plain(name, scope);
  return apply2(name, operator, word, scope);
}
function apply2(name, operator, word, scope) {
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
function exposedPorts(instruction, scope, already) {
  const ports2 = [];
  for (const { text: text2, at } of instruction.words) {
    const expanded = expand(text2, scope);
    if (!expanded.known) {
      const protocol = /\/(tcp|udp|sctp)$/i.exec(text2)?.[1]?.toLowerCase() ?? "tcp";
      if (already + ports2.length < PORT_LIMIT) ports2.push({ port: unknown(at, expanded.because), protocol, at });
      continue;
    }
    for (const word of expanded.value.split(/\s+/)) {
      const [, first, last = first, protocol = "tcp"] = PORT.exec(word) ?? [];
      for (let port4 = Number(first); port4 <= Math.min(Number(last), 65535); port4++) {
        if (already + ports2.length >= PORT_LIMIT) return ports2;
        ports2.push({ port: known(port4, at), protocol: protocol.toLowerCase(), at });
      }
    }
  }
  return ports2;
}

// src/parse/dockerfile/scope.ts
var PLATFORM_ARGUMENTS = new Set(
  ["BUILD", "TARGET"].flatMap((side) => ["PLATFORM", "OS", "OSVERSION", "ARCH", "VARIANT"].map((part) => `${side}${part}`))
);
function globalScope(file, given) {
  const values = /* @__PURE__ */ new Map();
  const lookup = (name) => values.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? platformArgument(name) : { kind: "unset" });
  const scope = { lookup, escapeCharacter: file.escapeCharacter };
  for (const { name, defaultValue } of file.globalArguments) {
    values.set(name, argumentValue(name, defaultValue, given, scope) ?? { kind: "unset" });
  }
  return { scope, values };
}
function stageScope(variables, escapeCharacter, fromScratch) {
  return {
    escapeCharacter,
    lookup: (name) => {
      const variable2 = variables.environment.get(name);
      if (variable2) {
        const { value } = variable2;
        return value.known ? { kind: "value", value: value.value } : { kind: "unknown", because: value.because };
      }
      const argument = variables.arguments.get(name);
      if (argument) return argument;
      if (fromScratch) return { kind: "unset" };
      return { kind: "unknown", because: `${name} is set neither here nor anywhere the repository shows` };
    }
  };
}
function declare(instruction, variables, scope, globals, given) {
  if (instruction.keyword === "ARG") {
    for (const { name, defaultValue } of argumentsOf(instruction)) {
      const own = argumentValue(name, defaultValue, given, scope);
      const inherited = globals.get(name) ?? (PLATFORM_ARGUMENTS.has(name) ? platformArgument(name) : void 0);
      variables.arguments.set(name, own ?? inherited ?? { kind: "unset" });
    }
    return;
  }
  const pairs2 = readPairs(instruction).map(({ name, value = "", at }) => ({
    name,
    at,
    value: fact(expand(value, scope), at)
  }));
  for (const { name, at, value } of pairs2) {
    variables.environment.delete(name);
    variables.environment.set(name, { value, at });
  }
}
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
function fact(expanded, at) {
  return expanded.known ? known(expanded.value, at) : unknown(at, expanded.because);
}

// src/parse/dockerfile/resolve.ts
function resolveDockerfile(file, options) {
  const stage = chooseStage(file.stages, options.target);
  if (stage === void 0) return void 0;
  const { scope, values } = globalScope(file, options.arguments);
  const { chain, base } = chainOf(file, stage, scope);
  const fromScratch = knownValue(base)?.repository === "scratch";
  const variables = { arguments: /* @__PURE__ */ new Map(), environment: /* @__PURE__ */ new Map() };
  const stageVariables = stageScope(variables, file.escapeCharacter, fromScratch);
  const state = { exposed: [], volumes: /* @__PURE__ */ new Map(), shell: DEFAULT_SHELL, fromScratch };
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
}
function chooseStage(stages, target) {
  if (target === void 0 || target === "") return stages.at(-1);
  const name = target.toLowerCase();
  const named2 = stages.findLast((stage) => stage.name?.toLowerCase() === name);
  return named2 ?? (/^[0-9]{1,6}$/.test(target) ? stages[Number(target)] : void 0);
}
function chainOf(file, stage, scope) {
  const before = parents(file.stages, scope);
  const chain = [stage];
  for (let at = stage; ; ) {
    const parent = before.get(at);
    if (parent === void 0) return { chain, base: baseOf(at, scope) };
    chain.push(parent);
    at = parent;
  }
}
function parents(stages, scope) {
  const found = /* @__PURE__ */ new Map();
  const named2 = /* @__PURE__ */ new Map();
  for (const stage of stages) {
    const from = expand(stage.from, scope);
    const parent = from.known ? named2.get(from.value.toLowerCase()) : void 0;
    if (parent) found.set(stage, parent);
    if (stage.name !== void 0) named2.set(stage.name.toLowerCase(), stage);
  }
  return found;
}
function baseOf(stage, scope) {
  const from = expand(stage.from, scope);
  if (!from.known) return unknown(stage.fromAt, from.because);
  const reference = parseImageReference(from.value);
  return reference ? known(reference, stage.fromAt) : unknown(stage.fromAt, "it is not a valid image reference");
}
function applyInstruction(instruction, state, scope) {
  const { at, words: words3 } = instruction;
  const text2 = instruction.text.trim();
  switch (instruction.keyword) {
    case "USER":
      state.user = fact(expand(text2, scope), words3[0]?.at ?? at);
      return;
    case "WORKDIR":
      state.workdir = workdir(fact(expand(text2, scope), words3[0]?.at ?? at), state);
      return;
    case "EXPOSE":
      state.exposed.push(...exposedPorts(instruction, scope, state.exposed.length));
      return;
    case "VOLUME":
      for (const word of words3) {
        const path = expand(word.text, scope);
        state.volumes.set(path.known ? path.value : word.text, word.at);
      }
      return;
    case "STOPSIGNAL": {
      const signal = expand(text2, scope);
      state.stopSignal = signal.known ? signal.value : text2;
      return;
    }
    case "SHELL":
      if (instruction.exec?.length) state.shell = instruction.exec;
      return;
    default:
      applyCommand(instruction, state);
  }
}
function applyCommand(instruction, state) {
  if (instruction.keyword === "CMD") {
    state.command = commandOf(instruction, state.shell);
    state.commandSetHere = true;
  } else if (instruction.keyword === "ENTRYPOINT") {
    state.entrypoint = commandOf(instruction, state.shell);
    if (!state.commandSetHere) delete state.command;
  } else if (instruction.keyword === "HEALTHCHECK") state.healthcheck = healthcheckOf(instruction, state.shell);
}
function healthcheckOf(instruction, shell) {
  const command2 = healthcheckCommand(instruction, shell);
  const options = new Map(instruction.flags.map((flag2) => [flag2.name, flag2.value ?? ""]));
  const disabled = instruction.words[0]?.text.toUpperCase() === "NONE";
  return { disabled, ...command2 && { command: command2 }, options, at: instruction.at };
}
function workdir(path, state) {
  if (!path.known || path.value.startsWith("/") || path.value === "") return path;
  const before = state.workdir ?? (state.fromScratch ? known("/", path.at) : void 0);
  if (!before?.known) return unknown(path.at, "it is relative to the working directory of the base image");
  return known(normalised(`${before.value}/${path.value}`), path.at);
}
function normalised(path) {
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

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
  return directory === "." ? !path.startsWith("..") : path === directory || path.startsWith(`${directory}/`);
}
function depthOf(directory) {
  return directory === "." ? 0 : directory.split("/").length;
}
function nameWords(name) {
  return name.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}

// src/comments.ts
var WORD = "erp-audit-ignore";
function commentsOf(sources) {
  const found = /* @__PURE__ */ new Map();
  for (const source of sources.values()) if (source.text.includes(WORD)) found.set(source.path, commentsIn(source));
  return found;
}
function commentsIn(source) {
  const name = fileName(source.path).toLowerCase();
  if (/\.ya?ml$/.test(name)) return parseYaml(source).comments;
  if (/dockerfile|containerfile/.test(name)) return parseDockerfile(source).comments;
  return lineComments(source);
}
function lineComments(source) {
  const comments = [];
  for (const match2 of source.text.matchAll(/^[ \t]*(#[^\n]*)/gm)) {
    const text2 = match2[1] ?? "";
    const start = match2.index + match2[0].length - text2.length;
    comments.push({ text: text2, start, end: start + text2.length });
  }
  return comments;
}

// src/config/apply.ts
function enabledRules(rules2, config2) {
  return config2.rules.length === 0 ? rules2 : rules2.filter((rule) => settingFor(config2, rule)?.off !== true);
}
function withSettings(judgements, config2) {
  if (config2.rules.length === 0) return judgements;
  return judgements.map((judgement) => {
    const severity = settingFor(config2, judgement.rule)?.severity;
    if (!severity) return judgement;
    const outcomes = judgement.outcomes.map((outcome) => ({
      ...outcome,
      severity,
      findings: outcome.findings.map((finding) => ({ ...finding, severity }))
    }));
    return { ...judgement, outcomes };
  });
}
function ignoresOf(config2) {
  return config2.rules.filter((setting) => setting.ignore.length > 0).map(({ pattern, ignore: ignore3, reason, line }) => ({
    rule: pattern,
    globs: ignore3,
    ...reason === void 0 ? {} : { reason },
    ...config2.path === void 0 ? {} : { path: config2.path },
    ...line === void 0 ? {} : { line }
  }));
}
function isShown({ rule }, options) {
  return isSelected(options.selection, rule) && (options.advice || rule.confidence !== "C");
}

// src/gain.ts
function gains(judgements, options) {
  const ledger = openLedger(judgements, options.weights ?? WEIGHTS);
  const before = options.deployable ? totalOf(ledger) : null;
  const released = releasedBy(impliedAnswers(judgements));
  const known2 = /* @__PURE__ */ new Map();
  const worth = (changes) => {
    if (before === null) return 0;
    const kind = JSON.stringify(changes.map(({ rule, points, strikes }) => [rule, points, strikes]));
    const gain = known2.get(kind) ?? (totalOf(apply(ledger, changes)) ?? 0) - before;
    known2.set(kind, gain);
    return gain;
  };
  const found = /* @__PURE__ */ new Map();
  for (const { rule, outcomes } of judgements) {
    for (const outcome of outcomes) {
      for (const finding of outcome.findings) {
        const own = changeOf({ rule, outcome }, (other) => other === finding);
        const implied = (released.get(finding) ?? []).map((answer) => changeOf(answer, () => false, true));
        found.set(finding, worth([own, ...implied]));
      }
    }
  }
  return found;
}
function releasedBy(answers) {
  const released = /* @__PURE__ */ new Map();
  for (const answer of answers) {
    const [holder, another] = answer.holders;
    if (!holder || another) continue;
    const others = released.get(holder);
    if (others) others.push(answer);
    else released.set(holder, [answer]);
  }
  return released;
}

// src/conclude.ts
function conclude(conclusion) {
  const { system, judgements, scoring, sources, options } = conclusion;
  const shown = judgements.filter((judgement) => isShown(judgement, options));
  const findings = worstFirst(shown, gains(judgements, scoring));
  const production = system.deployments.filter((deployment) => deployment.purpose === "production");
  return {
    tool: { name: TOOL.name, version: TOOL.version },
    deployments: system.deployments,
    scope: { workloads: system.workloads.length, images: system.images.length, deployments: production.length },
    judgements: shown,
    findings,
    score: conclusion.score,
    roadmap: conclusion.roadmap,
    gate: conclusion.gate,
    unverified: shown.flatMap(unverifiedOf),
    unreadable: system.unreadable,
    notEvaluated: system.notEvaluated,
    notices: conclusion.notices,
    internalErrors: judgements.flatMap(({ rule, error }) => error ? [{ rule: rule.id, ...error }] : []),
    sources: pointedAt(findings, sources)
  };
}
function worstFirst(judgements, worth) {
  const all = judgements.flatMap(({ outcomes }) => outcomes.flatMap(({ findings }) => findings));
  const rank = (finding) => SEVERITIES.indexOf(finding.severity);
  return all.map((finding) => ({ ...finding, gain: worth.get(finding) ?? 0 })).sort(
    (a, b) => rank(a) - rank(b) || b.gain - a.gain || compare2(a.place.path, b.place.path) || a.place.line - b.place.line || compare2(a.rule, b.rule)
  );
}
function compare2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function unverifiedOf({ rule, outcomes }) {
  return outcomes.filter((outcome) => outcome.status === "unverified").map(({ subject, subjectName, because, place }) => ({
    rule: rule.id,
    subject,
    subjectName,
    because: because ?? "the repository does not tell",
    ...place ? { place } : {}
  }));
}
function pointedAt(findings, sources) {
  const paths = new Set(
    findings.flatMap((finding) => [finding.place.path, ...finding.related.map((related) => related.place.path)])
  );
  return new Map([...sources].filter(([path]) => paths.has(path)));
}

// src/discover.ts
import { readFileSync as readFileSync2, realpathSync as realpathSync2 } from "node:fs";
import { join as join3, relative as relative2, sep as sep2 } from "node:path";

// src/discover/classify.ts
var BY_EXTENSION = new Map([
  ...pairs("yaml", ["yaml", "yml"]),
  ...pairs("json", ["json", "jsonc", "json5"]),
  ...pairs("toml", ["toml"]),
  ...pairs("shell", ["sh", "bash", "ksh", "zsh", "ash", "bats"]),
  ...pairs("makefile", ["mk", "just"]),
  ...pairs("crontab", ["cron", "crontab"]),
  ...pairs("lock", ["lock", "lockb", "sum"]),
  ...pairs("source", [
    "ts",
    "tsx",
    "mts",
    "cts",
    "js",
    "jsx",
    "mjs",
    "cjs",
    "py",
    "pyi",
    "go",
    "rb",
    "php",
    "java",
    "kt"
  ]),
  ...pairs("source", ["cs", "rs", "scala", "ex", "exs", "vue", "svelte", "sql", "prisma", "graphql", "proto", "lua"]),
  ...pairs("binary", ["png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "tiff", "psd", "heic"]),
  ...pairs("binary", ["woff", "woff2", "ttf", "otf", "eot", "pdf", "docx", "xlsx", "pptx", "odt"]),
  ...pairs("binary", ["zip", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "jar", "war", "whl", "tar"]),
  ...pairs("binary", ["mp3", "mp4", "mov", "avi", "webm", "wav", "ogg", "exe", "dll", "so", "dylib", "a", "o", "wasm"]),
  ...pairs("binary", ["class", "pyc", "sqlite", "sqlite3", "db", "dump", "rdb", "parquet", "bin", "node"])
]);
function pairs(format2, extensions) {
  return extensions.map((extension) => [extension, format2]);
}
var COMPOSE = /^(?:.+[._-])?(?:docker-?)?compose(?:[._-].+)?\.ya?ml$|^docker-stack(?:[._-].+)?\.ya?ml$/i;
var DOCKERFILE = /^(?:dockerfile|containerfile)(?:[._-].+)?$|\.(?:dockerfile|containerfile)$/i;
var DOTENV = /^\.env(?:[._-].+)?$|^.+\.env$|^(?:dot)?env[._-](?:.+[._-])?(?:example|sample|template|dist)$|^\.flaskenv$/i;
var NOT_DOTENV = /\.(?:[cm]?[jt]sx?|py|rb|php|sh|enc|encrypted|gpg|pgp|age|sops|vault|me|json|ya?ml|toml|md)$/i;
var CI = new RegExp(
  [
    String.raw`(?:^|/)\.(?:github|gitea|forgejo)/(?:workflows|actions)/.+\.ya?ml$`,
    String.raw`(?:^|/)\.gitlab(?:-ci[^/]*|/.+)\.ya?ml$`,
    String.raw`(?:^|/)\.(?:circleci|buildkite|woodpecker)/[^/]+\.ya?ml$`,
    String.raw`(?:^|/)(?:azure-pipelines[^/]*|bitbucket-pipelines|cloudbuild[^/]*|buildspec[^/]*)\.ya?ml$`,
    String.raw`(?:^|/)\.(?:drone|travis|woodpecker)\.ya?ml$`,
    String.raw`(?:^|/)Jenkinsfile[^/]*$`
  ].join("|")
);
var LOCK = /^(?:package-lock|npm-shrinkwrap|composer\.lock|pnpm-lock|packages\.lock)\.?(?:json|ya?ml)?$|-lock\.ya?ml$/i;
function formatOf(path, text2) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const extension = dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
  const named2 = byName(path, name, extension);
  if (named2) return named2;
  const format2 = BY_EXTENSION.get(extension);
  if (format2 === "yaml") return looksLikeCompose(text2() ?? "") ? "compose" : "yaml";
  if (format2) return format2;
  return extension === "" && SHELL_LINE.test(text2()?.slice(0, 200) ?? "") ? "shell" : "text";
}
var SHELL_LINE = /^#!.*\b(?:ba|da|a|k|z)?sh\b/;
function byName(path, name, extension) {
  if (/\.dockerignore$|^\.containerignore$/i.test(name)) return "dockerignore";
  if (CI.test(path)) return "ci";
  if (name === "package.json") return "package-json";
  if (LOCK.test(name)) return "lock";
  if (COMPOSE.test(name)) return "compose";
  if (DOCKERFILE.test(name) && isDockerfile(name, extension)) return "dockerfile";
  if (DOTENV.test(name) && !NOT_DOTENV.test(name)) return "dotenv";
  if (/^(?:gnu)?makefile$|^\.?justfile$|^taskfile(?:\.dist)?\.ya?ml$/i.test(name)) return "makefile";
  if (/^crontabs?(?:\.txt)?$|^cron\.\w+$/i.test(name) || /(?:^|\/)cron\.d\/[^/.]+$/.test(path)) return "crontab";
  return name === ".envrc" ? "shell" : void 0;
}
function isDockerfile(name, extension) {
  if (/\.(?:docker|container)file$/i.test(name)) return true;
  const format2 = BY_EXTENSION.get(extension);
  const other = /\.(?:md|mdx|rst|txt|html?|j2|tmpl|tpl|erb|template|xml|css)$/i.test(name);
  return !other && (format2 === void 0 || format2 === "source" && name.startsWith("Dockerfile"));
}
function looksLikeCompose(text2) {
  const top = /^(?:services|"services"|'services')[ \t]*:[ \t]*(?:&\S+[ \t]*)?(?:#.*)?\r?$/m.exec(text2);
  if (top === null) return false;
  let service2 = -1;
  let setting = -1;
  for (let at = text2.indexOf("\n", top.index) + 1; at > 0 && at < text2.length; ) {
    const end = text2.indexOf("\n", at);
    const line = text2.slice(at, end === -1 ? text2.length : Math.min(end, at + 200));
    at = end === -1 ? text2.length : end + 1;
    const indent = line.search(/[^ ]/);
    if (indent === -1 || /^\s*(?:#|$)/.test(line)) continue;
    if (indent === 0 || line.trimStart().startsWith("- ")) {
      if (indent === 0) return false;
      continue;
    }
    if (service2 === -1) service2 = indent;
    if (indent <= service2) setting = -1;
    else if (setting === -1) setting = indent;
    if (indent === setting && /^\s*["']?(?:image|build)["']?[ \t]*:/.test(line)) return true;
  }
  return false;
}

// src/discover/git.ts
import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve as resolve2, sep } from "node:path";

// src/discover/git-index.ts
var HEADER = 12;
var DIRECTORY = 16384;
var GITLINK = 57344;
function readGitIndex(data, hashSize) {
  if (data.length < HEADER + hashSize || data.toString("latin1", 0, 4) !== "DIRC") return void 0;
  const version = data.readUInt32BE(4);
  if (version < 2 || version > 4) return void 0;
  const count2 = data.readUInt32BE(8);
  const paths = /* @__PURE__ */ new Set();
  const opaque = /* @__PURE__ */ new Set();
  let at = HEADER;
  let previous = Buffer.alloc(0);
  for (let index = 0; index < count2; index++) {
    const entry = readEntry(data, at, version, hashSize, previous);
    if (entry === void 0) return void 0;
    const path = entry.name.toString("utf8");
    if (entry.mode === DIRECTORY) opaque.add(path.replace(/\/$/, ""));
    else paths.add(path);
    if (entry.mode === GITLINK) opaque.add(path);
    previous = entry.name;
    at = entry.end;
  }
  return isSplit(data, at, hashSize) ? void 0 : { paths, opaque };
}
function readEntry(data, start, version, hashSize, previous) {
  const flagsAt = start + 40 + hashSize;
  if (flagsAt + 4 > data.length) return void 0;
  const mode = data.readUInt32BE(start + 24) & 61440;
  const extended = version >= 3 && (data.readUInt16BE(flagsAt) & 16384) !== 0;
  const nameAt2 = flagsAt + (extended ? 4 : 2);
  if (version < 4) {
    const zero2 = data.indexOf(0, nameAt2);
    if (zero2 === -1) return void 0;
    return { name: data.subarray(nameAt2, zero2), mode, end: start + (zero2 - start + 8 & ~7) };
  }
  let at = nameAt2;
  let byte = data[at++] ?? 0;
  let dropped = byte & 127;
  while (byte & 128) {
    if (at - nameAt2 > 4) return void 0;
    byte = data[at++] ?? 0;
    dropped = dropped + 1 << 7 | byte & 127;
  }
  const zero = data.indexOf(0, at);
  if (zero === -1 || dropped > previous.length) return void 0;
  const name = Buffer.concat([previous.subarray(0, previous.length - dropped), data.subarray(at, zero)]);
  return { name, mode, end: zero + 1 };
}
function isSplit(data, extensions, hashSize) {
  for (let at = extensions; at + 8 <= data.length - hashSize; ) {
    const size = data.readUInt32BE(at + 4);
    if (data.toString("latin1", at, at + 4) === "link") {
      return data.subarray(at + 8, at + 8 + hashSize).some((byte) => byte !== 0);
    }
    at += 8 + size;
  }
  return false;
}

// src/discover/git.ts
var UPWARD_LIMIT = 40;
var INDEX_LIMIT = 128 * 1024 * 1024;
var SMALL_FILE_LIMIT = 256 * 1024;
function findWorkTree(root) {
  let top = root;
  for (let level = 0; level < UPWARD_LIMIT; level++) {
    const directory = gitDirectory(top);
    if (directory) return openWorkTree(root, top, directory);
    const parent = dirname(top);
    if (parent === top) return void 0;
    top = parent;
  }
  return void 0;
}
function openWorkTree(root, top, directory) {
  const config2 = readSmall(join(directory.common, "config")) ?? "";
  const data = readBytes(join(directory.own, "index"), INDEX_LIMIT);
  const hashSize = /^\s*objectformat\s*=\s*sha256\s*$/im.test(config2) ? 32 : 20;
  return {
    top,
    prefix: relative(top, root).split(sep).join("/"),
    exclude: readSmall(join(directory.common, "info", "exclude")) ?? "",
    index: data && readGitIndex(data, hashSize)
  };
}
function gitDirectory(top) {
  const path = join(top, ".git");
  const kind = kindOf(path);
  if (kind?.isDirectory()) return kindOf(join(path, "HEAD"))?.isFile() ? { own: path, common: path } : void 0;
  if (!kind?.isFile()) return void 0;
  const target = /^gitdir: ([^\r\n]+)/.exec(readSmall(path) ?? "")?.[1];
  const own = target === void 0 ? void 0 : realPath(resolve2(top, target));
  if (own === void 0 || !belongsTo(own, path)) return void 0;
  const common = readSmall(join(own, "commondir"))?.trim();
  return { own, common: common === void 0 ? own : realPath(resolve2(own, common)) ?? own };
}
function belongsTo(own, gitFile) {
  const parts = own.split(sep);
  const back = readSmall(join(own, "gitdir"))?.trim();
  if (parts.includes("worktrees") && back !== void 0) return realPath(resolve2(own, back)) === realPath(gitFile);
  const modules = parts.lastIndexOf("modules");
  const git = parts.lastIndexOf(".git");
  return git !== -1 && modules === git + 1 && gitFile.startsWith(parts.slice(0, git).join(sep) + sep);
}
function kindOf(path) {
  return lstatSync(path, { throwIfNoEntry: false });
}
function realPath(path) {
  try {
    return realpathSync(path);
  } catch {
    return void 0;
  }
}
function readBytes(path, limit) {
  try {
    const status = lstatSync(path);
    return status.isFile() && status.size <= limit ? readFileSync(path) : void 0;
  } catch {
    return void 0;
  }
}
function readSmall(path) {
  return readBytes(path, SMALL_FILE_LIMIT)?.toString("utf8");
}

// src/discover/ignore-rules.ts
var import_ignore = __toESM(require_ignore(), 1);
var PATTERN_LIMIT = 5e3;
var PATTERN_LENGTH = 1e3;
function readIgnoreRules(base, text2) {
  const patterns2 = text2.replace(/^\ufeff/, "").split(/\r?\n/, PATTERN_LIMIT).filter((line) => line !== "" && !line.startsWith("#") && isHarmless(line));
  if (patterns2.length === 0) return void 0;
  const matcher = (0, import_ignore.default)({ ignorecase: false });
  for (const pattern of patterns2) addPattern(matcher, pattern);
  return { base, matcher };
}
function addPattern(matcher, pattern) {
  try {
    matcher.add(pattern);
  } catch {
  }
}
function isHarmless(pattern) {
  if (pattern.length > PATTERN_LENGTH) return false;
  const parts = pattern.split("/");
  const deep = parts.filter((part) => /^!?\*\*$/.test(part)).length;
  return deep <= 3 && parts.every((part) => /^!?\*\*$/.test(part) || (part.match(/\*+/g)?.length ?? 0) <= 2);
}
function isIgnored(rules2, path) {
  for (let at = rules2.length - 1; at >= 0; at--) {
    const { base = "", matcher } = rules2[at] ?? {};
    const inner = base === "" ? path : path.slice(base.length + 1);
    const result = matcher?.test(inner);
    if (result?.ignored) return true;
    if (result?.unignored) return false;
  }
  return false;
}

// src/discover/walk.ts
import { lstatSync as lstatSync2, readdirSync } from "node:fs";
import { join as join2 } from "node:path";

// src/discover/leave-out.ts
var GENERATED = /* @__PURE__ */ new Set([
  ".angular",
  ".bundle",
  ".cache",
  ".dart_tool",
  ".eggs",
  ".git",
  ".gradle",
  ".hg",
  ".mypy_cache",
  ".next",
  ".nuxt",
  ".nx",
  ".nyc_output",
  ".output",
  ".parcel-cache",
  ".pnpm-store",
  ".pytest_cache",
  ".ruff_cache",
  ".serverless",
  ".svelte-kit",
  ".svn",
  ".terraform",
  ".terragrunt-cache",
  ".tox",
  ".turbo",
  ".venv",
  ".vercel",
  ".yarn",
  "__pycache__",
  "bower_components",
  "jspm_packages",
  "node_modules",
  "site-packages"
]);
var ARCHIVES = /* @__PURE__ */ new Set(["archive", "archives", "archived", "_archive", "_archived", ".archive"]);
var COPIES = /* @__PURE__ */ new Set(["backup", "backups", "_backup", ".backup", "old", "_old", ".old"]);
var COPY = /(?:\.(?:bak|backup|old|orig|save|swp|rej|disabled)(?:[-._]?\d[\d.:_-]*)?|~)$/i;
function isGeneratedFolder(name) {
  return GENERATED.has(name) || ARCHIVES.has(name.toLowerCase());
}
function isCopy(name) {
  return COPY.test(name);
}
function isLeftOutByEvidence(name, inside, beside) {
  if (inside.has("CACHEDIR.TAG") || inside.has("pyvenv.cfg")) return true;
  const lower = name.toLowerCase();
  if (COPIES.has(lower)) return ![...inside].some(isWorkedOn);
  switch (lower) {
    case "vendor":
      return inside.has("modules.txt") || inside.has("autoload.php") || inside.has("bundle") && beside.has("Gemfile");
    case "coverage":
    case "htmlcov":
      return ["lcov.info", "lcov-report", "coverage-final.json", "clover.xml", "status.json"].some(
        (one) => inside.has(one)
      );
    case "target":
      return beside.has("Cargo.toml") && inside.has("debug") || beside.has("pom.xml") && inside.has("classes");
    case "pods":
      return inside.has("Manifest.lock");
    case "dist":
    case "build":
    case "out":
      return ["package.json", "pyproject.toml", "setup.py"].some((one) => beside.has(one)) && isBuilt(inside);
    default:
      return false;
  }
}
function isWorkedOn(name) {
  return /\.(?:sh|bash|py|js|ts|go)$|^(?:Dockerfile|Containerfile|Makefile|crontab)/i.test(name);
}
function isBuilt(inside) {
  let built = false;
  for (const name of inside) {
    if (/dockerfile|containerfile|compose.*\.ya?ml$|\.sh$/i.test(name)) return false;
    built ||= /\.(?:map|d\.[cm]?ts|whl|chunk\.\w+|min\.\w+)$|^(?:index\.html|asset-manifest\.json|bin)$/.test(name);
  }
  return built;
}

// src/discover/walk.ts
var FILE_LIMIT = 1e5;
var DEPTH_LIMIT2 = 64;
function walk(options) {
  const workTree = options.workTree;
  const excluded = readIgnoreRules("", options.exclude.join("\n"));
  const walker = {
    files: /* @__PURE__ */ new Map(),
    directories: /* @__PURE__ */ new Set(),
    leftOut: /* @__PURE__ */ new Set(),
    links: [],
    skipped: [],
    options,
    prefix: workTree?.prefix ? `${workTree.prefix}/` : "",
    excluded: excluded ? [excluded] : [],
    trackedFolders: foldersOf(workTree?.index?.paths ?? []),
    full: false
  };
  const waiting = [{ path: "", depth: 0, rules: outerRules(workTree), ignored: false, beside: /* @__PURE__ */ new Set() }];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (walker.full) break;
    waiting.push(...enter(walker, folder));
  }
  return walker;
}
function foldersOf(paths) {
  const folders = /* @__PURE__ */ new Set();
  for (const path of paths) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
function outerRules(workTree) {
  if (workTree === void 0) return [];
  const rules2 = [readIgnoreRules("", workTree.exclude)];
  const parts = workTree.prefix === "" ? [] : workTree.prefix.split("/");
  for (let depth = 0; depth < parts.length; depth++) {
    const base = parts.slice(0, depth).join("/");
    rules2.push(readIgnoreRules(base, readSmall(join2(workTree.top, base, ".gitignore")) ?? ""));
  }
  return rules2.filter((one) => one !== void 0);
}
function enter(walker, folder) {
  const entries = list(walker, folder.path);
  const names = new Set(entries.map((entry) => entry.name));
  const name = folder.path.slice(folder.path.lastIndexOf("/") + 1);
  if (folder.path !== "" && isLeftOutByEvidence(name, names, folder.beside)) {
    walker.leftOut.add(folder.path);
    return [];
  }
  walker.directories.add(folder.path);
  const rules2 = withOwnRules(walker, folder, entries);
  return entries.flatMap((entry) => {
    const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
    if (entry.name === ".git" || isIgnored(walker.excluded, entry.isDirectory() ? `${path}/` : path)) return [];
    if (entry.isDirectory()) return enterable(walker, folder, rules2, path, names);
    if (isWanted(walker, folder, rules2, path)) addFile(walker, entry, path);
    return [];
  });
}
function list(walker, path) {
  try {
    return readdirSync(join2(walker.options.root, path), { withFileTypes: true });
  } catch {
    walker.skipped.push({ path: path || ".", because: "the folder cannot be read" });
    return [];
  }
}
function withOwnRules(walker, folder, entries) {
  if (!entries.some((entry) => entry.name === ".gitignore" && entry.isFile())) return folder.rules;
  const base = walker.prefix + folder.path;
  const text2 = readSmall(join2(walker.options.root, folder.path, ".gitignore")) ?? "";
  const own = readIgnoreRules(base.replace(/\/$/, ""), text2);
  return own ? [...folder.rules, own] : folder.rules;
}
function enterable(walker, folder, rules2, path, beside) {
  const full = walker.prefix + path;
  const ignored2 = folder.ignored || isIgnored(rules2, `${full}/`);
  if (ignored2 && !walker.trackedFolders.has(full)) return [];
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isGeneratedFolder(name)) {
    walker.leftOut.add(path);
    return [];
  }
  if (folder.depth >= DEPTH_LIMIT2) {
    walker.skipped.push({ path, because: `it lies more than ${DEPTH_LIMIT2} folders deep` });
    return [];
  }
  return [{ path, depth: folder.depth + 1, rules: rules2, ignored: ignored2, beside }];
}
function isWanted(walker, folder, rules2, path) {
  const full = walker.prefix + path;
  if (!folder.ignored && !isIgnored(rules2, full)) return true;
  return walker.options.workTree?.index?.paths.has(full) ?? false;
}
function addFile(walker, entry, path) {
  if (entry.isSymbolicLink()) {
    walker.links.push(path);
    return;
  }
  if (!entry.isFile()) return;
  if (isCopy(entry.name)) {
    walker.leftOut.add(path);
    return;
  }
  if (walker.files.size >= FILE_LIMIT) {
    if (!walker.full) walker.skipped.push({ path, because: `it comes after the first ${FILE_LIMIT} files` });
    walker.full = true;
    return;
  }
  const status = lstatSync2(join2(walker.options.root, path), { throwIfNoEntry: false });
  if (status?.isFile()) walker.files.set(path, status.size);
}

// src/discover.ts
var DEFAULT_FILE_SIZE = 1024 * 1024;
var BINARY_PROBE = 8 * 1024;
function discover(root, options = {}) {
  const real = realPath2(root);
  if (real === void 0) return emptyDiscovery(root);
  const workTree = workTreeOf(real);
  const found = walk({ root: real, workTree, exclude: options.exclude ?? [] });
  const limit = options.maximumFileSize ?? DEFAULT_FILE_SIZE;
  const readFound = reader(real, found, limit);
  const skipped = [...found.skipped];
  const resolve3 = resolver(real, found, skipped);
  const files = classified(found, readFound, limit, skipped);
  return {
    root: real,
    files,
    read: (path) => {
      const target = resolve3(path);
      return target === void 0 ? void 0 : readFound(target);
    },
    exists: (path) => exists(real, found, resolve3(path)),
    skipped: skipped.sort((one, other) => compareBytes(one.path, other.path)),
    tracked: (path) => tracked(workTree, resolve3(path) ?? path)
  };
}
function emptyDiscovery(root) {
  const skipped = [{ path: ".", because: "the folder cannot be read" }];
  return { root, files: [], read: () => void 0, exists: () => false, skipped, tracked: () => void 0 };
}
function workTreeOf(root) {
  const workTree = findWorkTree(root);
  if (workTree === void 0 || workTree.prefix === "") return workTree;
  return isIgnored(outerRules(workTree), `${workTree.prefix}/`) ? void 0 : workTree;
}
function tracked(workTree, path) {
  if (workTree?.index === void 0) return void 0;
  const full = workTree.prefix === "" ? path : `${workTree.prefix}/${path}`;
  if (workTree.index.paths.has(full)) return true;
  for (let at = full.indexOf("/"); at !== -1; at = full.indexOf("/", at + 1)) {
    if (workTree.index.opaque.has(full.slice(0, at))) return void 0;
  }
  return false;
}
function reader(root, found, limit) {
  const sources = /* @__PURE__ */ new Map();
  return (path) => {
    if (sources.has(path)) return sources.get(path);
    const size = found.files.get(path);
    const text2 = size === void 0 || size > limit ? void 0 : readText(join3(root, path), limit);
    const source = text2 === void 0 ? void 0 : { path, text: text2 };
    sources.set(path, source);
    return source;
  };
}
function readText(path, limit) {
  try {
    const data = readFileSync2(path);
    if (data.length > limit || data.subarray(0, BINARY_PROBE).includes(0)) return void 0;
    return data.toString("utf8").replace(/^\ufeff/, "");
  } catch {
    return void 0;
  }
}
function classified(found, read, limit, skipped) {
  const charts = new Set([...found.files.keys()].filter(isChart).map((path) => path.slice(0, -"Chart.yaml".length)));
  const files = [];
  for (const [path, size] of found.files) {
    const text2 = () => read(path)?.text;
    const named2 = formatOf(path, text2);
    const format2 = isHelmTemplate(path, charts) && text2()?.includes("{{") ? "helm" : named2;
    files.push({ path, size, format: format2 });
    if (format2 === "helm" && /\.ya?ml$/.test(path)) skipped.push({ path, because: "Helm template: not evaluated" });
    else if (size > limit && isSaid(format2)) skipped.push({ path, because: `larger than ${limit} bytes: not read` });
  }
  return files.sort((one, other) => compareBytes(one.path, other.path));
}
function isChart(path) {
  return path === "Chart.yaml" || path.endsWith("/Chart.yaml");
}
function isHelmTemplate(path, charts) {
  if (charts.size === 0) return false;
  for (let at = path.indexOf("templates/"); at !== -1; at = path.indexOf("templates/", at + 1)) {
    if (charts.has(path.slice(0, at))) return true;
  }
  return false;
}
function isSaid(format2) {
  return format2 !== "binary" && format2 !== "lock" && format2 !== "text";
}
function resolver(root, found, skipped) {
  const links = /* @__PURE__ */ new Map();
  for (const link of found.links) {
    const target = realPath2(join3(root, link));
    const inside = target === void 0 ? void 0 : insideOf(root, target);
    if (inside !== void 0) links.set(link, inside);
    else if (isSaid(formatOf(link, () => void 0))) {
      skipped.push({ path: link, because: "a symbolic link that leads out of the repository or nowhere" });
    }
  }
  return (path) => {
    if (path.startsWith("/") || path.includes("\0")) return void 0;
    let at = joinPath(".", path);
    for (let hops = 0; hops < 16 && links.size > 0; hops++) {
      const next = throughLink(at, links);
      if (next === void 0) break;
      at = next;
    }
    return at === ".." || at.startsWith("../") ? void 0 : at;
  };
}
function throughLink(path, links) {
  for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
    const target = links.get(end === -1 ? path : path.slice(0, end));
    if (target !== void 0) return joinPath(target, end === -1 ? "" : path.slice(end + 1));
    if (end === -1) return void 0;
  }
}
function exists(root, found, path) {
  if (path === void 0) return false;
  if (path === "." || found.files.has(path) || found.directories.has(path) || found.leftOut.has(path)) return true;
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    if (!found.leftOut.has(path.slice(0, end))) continue;
    const target = realPath2(join3(root, path));
    return target !== void 0 && insideOf(root, target) !== void 0;
  }
  return false;
}
function realPath2(path) {
  try {
    return realpathSync2(path);
  } catch {
    return void 0;
  }
}
function insideOf(root, target) {
  const path = relative2(root, target).split(sep2).join("/");
  if (path === "" || path === ".." || path.startsWith("../") || target === path) return void 0;
  return path;
}
function compareBytes(one, other) {
  if (one === other) return 0;
  if (/[\ud800-\udfff]/.test(one + other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
}

// src/gate.ts
var NAMED = 3;
function gate(judgements, score2, options) {
  const open = openFindings(judgements, options.known ?? /* @__PURE__ */ new Set());
  const conditions = [];
  if (score2) conditions.push(scoreCondition(score2.total, options.minScore));
  if (options.failOn !== "never") {
    conditions.push(criticalCondition(open.filter((finding) => finding.severity === "critical")));
    if (options.failOn !== "critical") conditions.push(severityCondition(open, options.failOn));
  }
  return { passed: conditions.every((condition) => condition.passed), conditions };
}
function scoreCondition(total, minScore) {
  const passed = total >= minScore;
  const shown = `score ${formatScore(total)}`;
  return { kind: "score", passed, message: passed ? `${shown} reaches ${minScore}` : `${shown} is below ${minScore}` };
}
function criticalCondition(open) {
  if (open.length === 0) return { kind: "critical", passed: true, message: "no critical finding is open" };
  return { kind: "critical", passed: false, message: `${count(open, "critical")}: ${naming(open)}` };
}
function severityCondition(open, limit) {
  const kind = "severity";
  const bad = open.filter((finding) => finding.severity !== "critical" && isAtLeast(finding.severity, limit));
  const what = limit === "high" ? "high" : `high to ${limit}`;
  if (bad.length === 0) return { kind, passed: true, message: `no ${what} finding is open` };
  return { kind, passed: false, message: `${count(bad, what)}: ${naming(bad)}` };
}
function count(findings, what) {
  return findings.length === 1 ? `1 ${what} finding is open` : `${findings.length} ${what} findings are open`;
}
function naming(findings) {
  const named2 = findings.slice(0, NAMED).map(({ rule, subjectName, place }) => `${rule} on ${subjectName} (${place.path}:${place.line})`);
  const rest = findings.length - named2.length;
  return rest > 0 ? `${named2.join(", ")} and ${rest} more` : named2.join(", ");
}
function openFindings(judgements, known2) {
  return judgements.filter((judgement) => isScored(judgement.rule)).flatMap((judgement) => judgement.outcomes).filter((outcome) => outcome.weight > 0).flatMap((outcome) => outcome.findings).filter((finding) => !finding.suppressed && !known2.has(finding.fingerprint));
}

// src/knowledge/secret-values.ts
function entropy(text2) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text2) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count2 of counts.values()) bits -= count2 / text2.length * Math.log2(count2 / text2.length);
  return bits;
}
function hasSequence(text2, least) {
  let up = 1;
  let down = 1;
  for (let at = 1; at < text2.length; at++) {
    const step2 = text2.charCodeAt(at) - text2.charCodeAt(at - 1);
    up = step2 === 1 ? up + 1 : 1;
    down = step2 === -1 ? down + 1 : 1;
    if (up >= least || down >= least) return true;
  }
  return false;
}
function isRepetition(text2) {
  if (text2.length < 6) return false;
  for (let period = 1; period <= Math.min(64, Math.floor(text2.length / 3)); period++) {
    let at = period;
    while (at < text2.length && text2[at] === text2[at - period]) at++;
    if (at === text2.length) return true;
  }
  return false;
}
function mask(value) {
  const shown = value.length >= 20 ? 5 : value.length >= 12 ? 3 : value.length >= 8 ? 2 : 0;
  const start = value.slice(0, shown).replace(/[^\x21-\x7e]/g, "?");
  return `${start}\u2026 (${value.length} character${value.length === 1 ? "" : "s"})`;
}

// src/knowledge/private-keys.ts
var PEM_KEYWORD = "-----BEGIN ";
var BEGIN = /-----BEGIN ((?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY)( BLOCK)?-----/y;
var LONGEST_BODY = 2e4;
var PUBLISHED = [
  // jwt.io's example.
  "MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8cKj",
  // https://github.com/hashicorp/vagrant/tree/main/keys
  "MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr"
];
var OPENSSH_PLAIN = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU";
function privateKeyAt(text2, start) {
  BEGIN.lastIndex = start;
  const begin = BEGIN.exec(text2);
  if (!begin) return void 0;
  const from = BEGIN.lastIndex;
  const footer = text2.slice(from, from + LONGEST_BODY).indexOf("-----END ");
  if (footer === -1) return void 0;
  const inside = text2.slice(from, from + footer);
  if (inside.includes(PEM_KEYWORD)) return void 0;
  const pgp = begin[2] !== void 0;
  const body = bodyOf(inside);
  if (body === void 0 || !isPlausible(body, pgp)) return void 0;
  const kind = begin[1] ?? "PRIVATE KEY";
  const encrypted = kind.startsWith("ENCRYPTED") || /Proc-Type:\s*4,ENCRYPTED/.test(inside) || isLockedOpenSsh(body);
  const closed = text2.indexOf("-----", from + footer + 9);
  const end = closed === -1 || closed > from + footer + 60 ? from + footer : closed + 5;
  return { start, end, name: nameOf(kind, encrypted), encrypted, length: body.length };
}
function nameOf(kind, encrypted) {
  const type = kind.replace(/ ?PRIVATE KEY$/, "").replace("ENCRYPTED", "").replace("OPENSSH", "OpenSSH");
  return `${type === "" ? "Private key" : `${type} private key`}${encrypted ? ", encrypted" : ""}`;
}
function bodyOf(inside) {
  const lines = inside.replace(/\\r|\\n|\\t/g, "\n").split(/[\r\n]+/);
  let body = "";
  for (const line of lines) {
    const text2 = line.replace(/^[\s"'`+|>*#/,;-]+(?=$|[A-Za-z0-9+/=:])/, "").replace(/[\s"'`+\\,;]+$/, "");
    if (text2 === "" || /^[A-Za-z][A-Za-z0-9-]{2,20}:\s/.test(text2)) continue;
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text2)) return void 0;
    body += text2;
  }
  return body;
}
function isPlausible(body, pgp) {
  if (PUBLISHED.some((known2) => body.startsWith(known2))) return false;
  const form = pgp || /^(?:M[CHI]|b3BlbnNzaC1rZXktdjE)/.test(body);
  const long = body.length >= (body.startsWith("MC4CAQAw") ? 64 : 100);
  return form && long && entropy(body.slice(0, 4e3)) >= (body.length < 100 ? 4 : 4.5);
}
function isLockedOpenSsh(body) {
  return body.startsWith("b3BlbnNzaC1rZXktdjE") && !body.startsWith(OPENSSH_PLAIN);
}

// src/knowledge/provider-formats/format.ts
function format(name, keywords, pattern, source, rest = {}) {
  return {
    name,
    keywords: keywords.split(" "),
    pattern: new RegExp(pattern.source, `${pattern.flags}y`),
    before: 0,
    source,
    ...rest
  };
}

// src/knowledge/provider-formats/cloud.ts
var AZURITE_KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq";
var cloud = [
  format(
    "AWS access key",
    "AKIA ASIA",
    /(?:AKIA|ASIA)([A-Z2-7]{16})(?![A-Za-z0-9+/=])/,
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
  ),
  format(
    "Google API key",
    "AIza",
    /AIza([\w-]{35})(?![\w-])/,
    "https://docs.cloud.google.com/docs/authentication/api-keys",
    {
      // Keys of Firebase web apps are made to be public: https://firebase.google.com/docs/projects/api-keys
      unless: /firebase|authDomain|messagingSenderId|mobilesdk_app_id|maps\.googleapis\.com\/maps\/api\/js/i
    }
  ),
  format(
    "Google OAuth client secret",
    "GOCSPX-",
    /GOCSPX-([\w-]{28})(?![\w-])/,
    "https://developers.google.com/identity/protocols/oauth2"
  ),
  format(
    "Azure storage account key",
    "AccountKey=",
    /AccountKey=([A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])/i,
    "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
    {
      valid: (token) => !token.includes(AZURITE_KEY)
    }
  ),
  format(
    "Microsoft Entra client secret",
    "Q~",
    /([A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![\w~.-])/,
    "https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret",
    { before: 4 }
  ),
  format(
    "DigitalOcean token",
    "dop_v1_ doo_v1_ dor_v1_",
    /do[por]_v1_([0-9a-f]{64})(?![0-9a-zA-Z])/,
    "https://docs.digitalocean.com/reference/api/create-personal-access-token/"
  ),
  format(
    "Cloudflare origin CA key",
    "v1.0-",
    /v1\.0-([0-9a-f]{24}-[0-9a-f]{146})(?![0-9a-zA-Z])/,
    "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/"
  ),
  format(
    "Heroku API key",
    "HRKU-",
    /HRKU-([\w-]{36,60})(?![\w-])/,
    "https://devcenter.heroku.com/articles/oauth#prefixed-oauth-tokens"
  ),
  format("Fly.io token", "fo1_", /fo1_([\w-]{43})(?![\w-])/, "https://fly.io/docs/security/tokens/"),
  format(
    "Pulumi access token",
    "pul-",
    /pul-([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://www.pulumi.com/docs/administration/access-identity/access-tokens/"
  ),
  format(
    "HCP Terraform token",
    ".atlasv1.",
    /([A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70})(?![\w-])/,
    "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    { before: 14 }
  ),
  format(
    "Vault token",
    "hvs. hvb.",
    /hv[sb]\.([\w-]{90,300})(?![\w-])/,
    "https://developer.hashicorp.com/vault/docs/concepts/tokens"
  ),
  format(
    "Doppler token",
    "dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.",
    /dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]{2,35}\.)?([A-Za-z0-9]{40,44})(?![\w-])/,
    "https://docs.doppler.com/reference/auth-token-formats"
  ),
  format(
    "1Password service account token",
    "ops_eyJ",
    /ops_(eyJ[A-Za-z0-9+/_-]{200,2000})/,
    "https://developer.1password.com/docs/service-accounts/"
  ),
  format(
    "Tailscale key",
    "tskey-",
    /tskey-(?:auth|api|client|scim)-[A-Za-z0-9]{8,20}-([A-Za-z0-9]{20,40})(?![\w-])/,
    "https://tailscale.com/kb/1085/auth-keys"
  ),
  format(
    "Databricks token",
    "dapi",
    /dapi([0-9a-f]{32})(?:-\d)?(?![0-9a-zA-Z])/,
    "https://docs.databricks.com/aws/en/dev-tools/auth/pat"
  ),
  format(
    "PlanetScale credential",
    "pscale_",
    /pscale_(?:tkn|pw|oauth)_([\w.-]{32,64})(?![\w-])/,
    "https://planetscale.com/docs/api/reference/service-tokens"
  ),
  format(
    "Supabase access token",
    "sbp_",
    /sbp_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://supabase.com/docs/reference/api/introduction"
  ),
  format(
    "Supabase secret key",
    "sb_secret_",
    /sb_secret_([\w-]{31})(?![\w-])/,
    "https://supabase.com/docs/guides/api/api-keys"
  ),
  format(
    "Supabase service role key",
    "eyJhbGciOi",
    /(eyJhbGciOi[\w-]{10,60}\.eyJ[\w-]{20,600}\.[\w-]{43})(?![\w-])/,
    "https://supabase.com/docs/guides/api/api-keys",
    {
      valid: isServiceRole
    }
  ),
  format(
    "age secret key",
    "AGE-SECRET-KEY-1",
    /AGE-SECRET-KEY-1([QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9])/,
    "https://github.com/FiloSottile/age"
  )
];
function isServiceRole(token) {
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
  return /"role"\s*:\s*"service_role"/.test(payload) && !/supabase-demo/.test(payload);
}

// src/knowledge/provider-formats/code.ts
var code = [
  format(
    "GitHub token",
    "ghp_ gho_ ghu_ ghs_ ghr_",
    /gh[pousr]_([A-Za-z0-9]{36,251})(?!\w)/,
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats"
  ),
  format(
    "GitHub fine-grained token",
    "github_pat_",
    /github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?!\w)/,
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats"
  ),
  format(
    "GitLab token",
    "glpat- gldt- glrt- glcbt- glptt- glft- glsoat- glimt- glagent-",
    /gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent)-([\w-]{20,300}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?)(?![\w-])/,
    "https://docs.gitlab.com/security/tokens/#token-prefixes"
  ),
  format(
    "Bitbucket app password",
    "ATBB",
    /ATBB([A-Za-z0-9]{24,32})(?![\w-])/,
    "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/"
  ),
  format(
    "Atlassian API token",
    "ATATT3 ATCTT3",
    /AT[AC]TT3([\w=-]{100,300})/,
    "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/"
  ),
  format("npm token", "npm_", /npm_([A-Za-z0-9]{36})(?!\w)/, "https://docs.npmjs.com/about-access-tokens"),
  format("PyPI token", "pypi-AgE", /pypi-(AgE[\w-]{80,400})(?![\w-])/, "https://pypi.org/help/#apitoken"),
  format(
    "RubyGems API key",
    "rubygems_",
    /rubygems_([0-9a-f]{48})(?![0-9a-zA-Z])/,
    "https://guides.rubygems.org/api-key-scopes/"
  ),
  format(
    "Docker Hub token",
    "dckr_pat_ dckr_oat_",
    /dckr_[po]at_([\w-]{27,64})(?![\w-])/,
    "https://docs.docker.com/security/access-tokens/"
  ),
  format(
    "JFrog API key",
    "AKCp",
    /AKCp([A-Za-z0-9]{69})(?![A-Za-z0-9])/,
    "https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key"
  ),
  format(
    "Buildkite token",
    "bkua_",
    /bkua_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://buildkite.com/docs/apis/managing-api-tokens"
  ),
  format(
    "CircleCI token",
    "CCIPAT_ CCIPRJ_",
    /CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://circleci.com/docs/guides/toolkit/managing-api-tokens/"
  ),
  format(
    "Postman API key",
    "PMAK-",
    /PMAK-([0-9a-f]{24}-[0-9a-f]{34})(?![0-9a-zA-Z])/,
    "https://learning.postman.com/docs/developer/postman-api/authentication/"
  ),
  format(
    "Sentry token",
    "sntrys_eyJ sntryu_",
    /(?:sntrys_(eyJ[\w+/=-]{80,1000})|sntryu_[0-9a-f]{64}(?![0-9a-zA-Z]))/,
    "https://docs.sentry.io/account/auth-tokens/"
  ),
  format(
    "Grafana token",
    "glsa_ glc_eyJ",
    /(?:glsa_([A-Za-z0-9]{32}_[0-9a-fA-F]{8})(?!\w)|glc_eyJ[A-Za-z0-9+/=]{40,400})/,
    "https://grafana.com/docs/grafana/latest/administration/service-accounts/"
  ),
  format(
    "New Relic user key",
    "NRAK-",
    /NRAK-([A-Z0-9]{27})(?![A-Za-z0-9])/,
    "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
  ),
  format(
    "New Relic license key",
    "NRAL",
    /([0-9a-f]{36}NRAL)(?![A-Za-z0-9])/,
    "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    { before: 36 }
  )
];

// src/knowledge/provider-formats/services.ts
var services = [
  format(
    "Slack token",
    "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe-",
    /xox[abprse]-((?:\d{1,14}-){1,3}[A-Za-z0-9-]{20,64})(?!\w)/,
    "https://docs.slack.dev/authentication/tokens/"
  ),
  format(
    "Slack app token",
    "xapp-",
    /xapp-\d-[A-Z0-9]{9,14}-\d{10,14}-([0-9a-f]{64})(?!\w)/,
    "https://docs.slack.dev/authentication/tokens/"
  ),
  format(
    "Slack webhook",
    "hooks.slack.com/",
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/T[A-Z0-9]{7,12}\/[AB][A-Z0-9]{7,12}\/([A-Za-z0-9]{20,26})(?!\w)/,
    "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/"
  ),
  format(
    "Discord webhook",
    "/api/webhooks/",
    /\/api\/webhooks\/\d{17,20}\/([\w-]{60,80})(?![\w-])/,
    "https://discord.com/developers/docs/resources/webhook"
  ),
  format(
    "Telegram bot token",
    ":AA",
    /(\d{8,10}:AA[\w-]{33})(?![\w-])/,
    "https://core.telegram.org/bots/api#authorizing-your-bot",
    { before: 10 }
  ),
  format(
    "Stripe live key",
    "sk_live_ rk_live_",
    /[sr]k_live_([A-Za-z0-9]{24,120})(?!\w)/,
    "https://docs.stripe.com/keys"
  ),
  format(
    "Webhook signing secret",
    "whsec_",
    /whsec_([A-Za-z0-9+/]{32,64}={0,2})(?![A-Za-z0-9+/=])/,
    "https://docs.stripe.com/webhooks#verify-official-libraries"
  ),
  format(
    "Square access token",
    "sq0atp- sq0csp-",
    /sq0(?:atp-[\w-]{22}|csp-[\w-]{43})(?![\w-])/,
    "https://developer.squareup.com/docs/build-basics/access-tokens"
  ),
  format(
    "Shopify token",
    "shpat_ shpca_ shppa_ shpss_",
    /shp(?:at|ca|pa|ss)_([0-9a-fA-F]{32})(?![0-9a-zA-Z])/,
    "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens"
  ),
  format(
    "SendGrid API key",
    "SG.",
    /SG\.([\w-]{22}\.[\w-]{43})(?![\w-])/,
    "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys"
  ),
  format(
    "Mailgun API key",
    "key-",
    /key-([0-9a-f]{32})(?![0-9a-zA-Z])/,
    "https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/",
    { context: /mailgun/i }
  ),
  format(
    "Brevo API key",
    "xkeysib-",
    /xkeysib-([0-9a-f]{64}-[A-Za-z0-9]{16})(?!\w)/,
    "https://developers.brevo.com/docs/getting-started"
  ),
  format(
    "OpenAI API key",
    "sk-",
    /sk-(?:proj-|svcacct-|admin-)?([\w-]{48,220})(?![\w-])/,
    "https://platform.openai.com/docs/api-reference/authentication",
    // The name of the company in base64 stands in the middle of every key.
    { valid: (token) => token.includes("T3BlbkFJ") }
  ),
  format(
    "Anthropic API key",
    "sk-ant-",
    /sk-ant-[a-z]{3,6}\d{2}-([\w-]{80,120})(?![\w-])/,
    "https://docs.claude.com/en/api/overview"
  ),
  format(
    "Hugging Face token",
    "hf_",
    /hf_([A-Za-z0-9]{34,40})(?!\w)/,
    "https://huggingface.co/docs/hub/security-tokens"
  ),
  format(
    "Replicate token",
    "r8_",
    /r8_([A-Za-z0-9]{37})(?!\w)/,
    "https://replicate.com/docs/topics/security/api-tokens"
  ),
  format("Groq API key", "gsk_", /gsk_([A-Za-z0-9]{52})(?!\w)/, "https://console.groq.com/docs/quickstart"),
  format(
    "Perplexity API key",
    "pplx-",
    /pplx-([A-Za-z0-9]{48})(?!\w)/,
    "https://docs.perplexity.ai/guides/getting-started"
  ),
  format("xAI API key", "xai-", /xai-([A-Za-z0-9]{80})(?!\w)/, "https://docs.x.ai/docs/overview"),
  format(
    "Linear API key",
    "lin_api_",
    /lin_api_([A-Za-z0-9]{40})(?!\w)/,
    "https://linear.app/developers/graphql#personal-api-keys"
  ),
  format("Notion token", "ntn_", /ntn_([A-Za-z0-9]{46})(?!\w)/, "https://developers.notion.com/docs/authorization"),
  format("Figma token", "figd_", /figd_([\w-]{40})(?![\w-])/, "https://www.figma.com/developers/api#access-tokens"),
  format(
    "Contentful token",
    "CFPAT-",
    /CFPAT-([\w-]{43})(?![\w-])/,
    "https://www.contentful.com/developers/docs/references/authentication/"
  ),
  format(
    "Airtable token",
    "pat",
    /pat[A-Za-z0-9]{14}\.([0-9a-f]{64})(?!\w)/,
    "https://airtable.com/developers/web/guides/personal-access-tokens"
  ),
  format("EasyPost key", "EZAK", /EZAK([A-Za-z0-9]{54})(?!\w)/, "https://docs.easypost.com/docs/authentication")
];

// src/knowledge/provider-formats.ts
var PROVIDER_FORMATS = [...cloud, ...code, ...services];

// src/knowledge/providers.ts
var MOST_LEAKS = 200;
var NEARBY = 300;
var LONGEST_TOKEN = 2100;
var byKeyword = /* @__PURE__ */ new Map();
for (const format2 of PROVIDER_FORMATS) {
  for (const keyword of format2.keywords) byKeyword.set(keyword, [...byKeyword.get(keyword) ?? [], format2]);
}
var KEYWORDS2 = new RegExp(
  [PEM_KEYWORD, ...byKeyword.keys()].sort((one, other) => other.length - one.length).map((keyword) => keyword.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
  "g"
);
var DISCORD_BOT = {
  name: "Discord bot token",
  keywords: [],
  pattern: /([MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40})(?![\w-])/y,
  before: 0,
  source: "https://discord.com/developers/docs/reference#authentication"
};
function scanText(source) {
  const { text: text2, path } = source;
  const found = [];
  let free = 0;
  const add = (kind, name, masked, start, end) => {
    found.push({ kind, name, masked, at: { path, start, end } });
    free = end;
  };
  KEYWORDS2.lastIndex = 0;
  for (let hit = KEYWORDS2.exec(text2); hit && found.length < MOST_LEAKS; hit = KEYWORDS2.exec(text2)) {
    KEYWORDS2.lastIndex = Math.max(hit.index + 1, free);
    if (hit.index < free) continue;
    if (hit[0] === PEM_KEYWORD) {
      const key = privateKeyAt(text2, hit.index);
      if (key) add("private-key", key.name, maskedKey(key.length), key.start, key.end);
      continue;
    }
    for (const format2 of byKeyword.get(hit[0]) ?? []) {
      const token = tokenAround(text2, hit.index, format2, free);
      if (!token) continue;
      add("token", format2.name, mask(token.text), token.start, token.start + token.text.length);
      break;
    }
  }
  return withDiscord(source, found);
}
function maskedKey(length) {
  return `-----BEGIN\u2026 (${length} characters)`;
}
function tokenAround(text2, at, format2, free) {
  const first = Math.max(free, at - format2.before);
  for (let start = first; start <= at; start++) {
    if (isInsideWord(text2, start)) continue;
    const token = tokenAt(text2, start, format2);
    if (token !== void 0 && start + token.length > at) return { start, text: token };
  }
  return void 0;
}
function isInsideWord(text2, start) {
  return start > 0 && /[A-Za-z0-9]/.test(text2[start - 1] ?? "") && /[A-Za-z0-9]/.test(text2[start] ?? "") && !isEscape(text2, start);
}
function isEscape(text2, start) {
  return /(?:\\[nrt]|%[0-9A-Fa-f]{2}|\\u[0-9a-fA-F]{4})$/.test(text2.slice(Math.max(0, start - 6), start));
}
function tokenAt(text2, start, format2) {
  format2.pattern.lastIndex = start;
  const match2 = format2.pattern.exec(text2);
  if (!match2 || match2[0].length > LONGEST_TOKEN) return void 0;
  const secret2 = match2[1] ?? match2[0];
  if (isExample(secret2) || format2.valid?.(match2[0]) === false) return void 0;
  if (format2.context && !speaksOf(text2, format2.context)) return void 0;
  const near = () => text2.slice(Math.max(0, start - NEARBY), start + match2[0].length + NEARBY);
  if (format2.unless?.test(near())) return void 0;
  return match2[0];
}
var lastAsked = { text: "", answers: /* @__PURE__ */ new Map() };
function speaksOf(text2, context) {
  if (lastAsked.text !== text2) lastAsked = { text: text2, answers: /* @__PURE__ */ new Map() };
  const known2 = lastAsked.answers.get(context);
  if (known2 !== void 0) return known2;
  const answer = context.test(text2);
  lastAsked.answers.set(context, answer);
  return answer;
}
var EXAMPLE_WORDS = /example|placeholder|redacted|changeme|dummy|sample|insert|replace|your[_-]|[_-]here|x{4}|0{6}|\*{3}|\.{3}/i;
function isExample(secret2) {
  return EXAMPLE_WORDS.test(secret2) || /(.)\1{5}/.test(secret2) || hasSequence(secret2, 7) || isRepetition(secret2) || entropy(secret2) < 3;
}
function withDiscord(source, found) {
  const { text: text2, path } = source;
  const all = [...found];
  if (!/discord/i.test(text2)) return all;
  const candidate = /(?<![\w.-])[MNO](?=[\w-]{23,27}\.[\w-]{6}\.)/g;
  for (let hit = candidate.exec(text2); hit && all.length < MOST_LEAKS; hit = candidate.exec(text2)) {
    const token = tokenAt(text2, hit.index, DISCORD_BOT);
    if (token === void 0) continue;
    const at = { path, start: hit.index, end: hit.index + token.length };
    if (all.some((leak) => leak.at.start < at.end && at.start < leak.at.end)) continue;
    all.push({ kind: "token", name: DISCORD_BOT.name, masked: mask(token), at });
  }
  return all.sort((one, other) => one.at.start - other.at.start);
}

// src/parse/dotenv.ts
var EXAMPLE = /(?:^|[._-])(?:examples?|samples?|templates?|tmpl|tpl|dist|defaults?|skeleton|stub)(?=$|[._-])/i;
function environmentFilePurpose(path) {
  return EXAMPLE.test(path.slice(path.lastIndexOf("/") + 1)) ? "example" : "live";
}
function parseEnvironmentFile(source) {
  const entries = [];
  const problems = [];
  let position = source.text.startsWith("\uFEFF") ? 1 : 0;
  for (; ; ) {
    position = statementStart(source.text, position);
    if (position >= source.text.length) return { entries, problems };
    const statement = readStatement(source, position);
    if (statement.entry) entries.push(statement.entry);
    if (statement.problem) problems.push(statement.problem);
    position = statement.end;
  }
}
function readStatement(source, start) {
  const { text: text2 } = source;
  const lineEnd = endOfLine(text2, start);
  const keyStart = skipExport(text2, start, lineEnd);
  const key = readKey(text2, keyStart, lineEnd);
  const keyAt = span(source, keyStart, keyStart + key.name.length);
  if (key.unexpected !== void 0) {
    const at2 = span(source, keyStart, trimmedEnd(text2, keyStart, lineEnd));
    return { end: lineEnd, problem: syntax(at2, `unexpected character ${key.unexpected} in a variable name`) };
  }
  if (key.name.includes(" ")) return { end: lineEnd, problem: syntax(keyAt, "a variable name cannot contain a space") };
  if (key.separator === void 0) {
    return { end: lineEnd, ...key.name && { entry: { name: key.name, value: null, quote: "", keyAt, at: keyAt } } };
  }
  const value = readValue(text2, skipBlanks2(text2, key.separator + 1, text2.length), endOfLine(text2, key.separator));
  if (value === void 0) {
    const at2 = span(source, keyStart, trimmedEnd(text2, keyStart, lineEnd));
    return { end: lineEnd, problem: syntax(at2, `the quote that opens the value of ${key.name} is never closed`) };
  }
  const at = value.start < value.stop ? span(source, value.start, value.stop) : span(source, keyStart, key.separator + 1);
  const entry = { name: key.name, value: value.text, quote: value.quote, keyAt, at };
  return { end: value.end, ...key.name && { entry } };
}
function readKey(text2, start, lineEnd) {
  for (let at = start; at < lineEnd; ) {
    const character = String.fromCodePoint(text2.codePointAt(at) ?? 0);
    if (character === "=" || character === ":") return { name: trimEnd(text2.slice(start, at)), separator: at };
    if (!isBlank2(character) && !/[\p{L}\p{N}_.\-[\]]/u.test(character))
      return { name: "", unexpected: quoted(character) };
    at += character.length;
  }
  return { name: trimEnd(text2.slice(start, lineEnd)) };
}
function readValue(text2, start, lineEnd) {
  const quote = text2[start];
  if (quote === '"' || quote === "'") return start < lineEnd ? readQuoted(text2, start, quote) : emptyValue(lineEnd);
  if (start >= lineEnd) return emptyValue(lineEnd);
  const comment = text2.slice(start, lineEnd).indexOf(" #");
  const stop = trimmedEnd(text2, start, comment === -1 ? lineEnd : start + comment);
  return { text: text2.slice(start, stop), quote: "", start, stop, end: lineEnd };
}
function emptyValue(end) {
  return { text: "", quote: "", start: end, stop: end, end };
}
function readQuoted(text2, start, quote) {
  const pieces = [];
  let from = start + 1;
  for (let at = start + 1; at < text2.length; at++) {
    if (text2[at] === "\\") {
      if (text2[at + 1] === quote) {
        pieces.push(text2.slice(from, at));
        from = at + 1;
      }
      at++;
    } else if (text2[at] === quote) {
      pieces.push(text2.slice(from, at));
      const inner = pieces.join("");
      return { text: quote === '"' ? resolveEscapes(inner) : inner, quote, start, stop: at + 1, end: at + 1 };
    }
  }
  return void 0;
}
var ESCAPES = /* @__PURE__ */ new Map([
  ["a", "\x07"],
  ["b", "\b"],
  ["c", "\\c"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"],
  ["v", "\v"],
  ["$", "$$"],
  ['"', '"'],
  ["\\", "\\"]
]);
function resolveEscapes(text2) {
  return text2.replace(/\\([abcfnrtv$"\\]|0\d{0,3})/g, (match2, code2) => {
    if (!code2.startsWith("0")) return ESCAPES.get(code2) ?? match2;
    const digits = code2.slice(1);
    const value = /^[0-7]{3}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
    return value <= 255 ? String.fromCharCode(value) : match2;
  });
}
function statementStart(text2, start) {
  let at = start;
  while (at < text2.length) {
    if (text2[at] === "#") at = endOfLine(text2, at);
    else if (isSpace(text2[at] ?? "")) at++;
    else return at;
  }
  return at;
}
function skipExport(text2, start, lineEnd) {
  const after = start + "export".length;
  if (!text2.startsWith("export", start) || after < lineEnd && !isBlank2(text2[after] ?? "")) return start;
  return after < text2.length ? skipBlanks2(text2, after, lineEnd) : start;
}
function skipBlanks2(text2, start, end) {
  let at = start;
  while (at < end && isBlank2(text2[at] ?? "")) at++;
  return at;
}
function endOfLine(text2, start) {
  const end = text2.indexOf("\n", start);
  return end === -1 ? text2.length : end;
}
function trimmedEnd(text2, start, end) {
  let at = end;
  while (at > start && isSpace(text2[at - 1] ?? "")) at--;
  return at;
}
function trimEnd(text2) {
  return text2.slice(0, trimmedEnd(text2, 0, text2.length));
}
function isBlank2(character) {
  return character !== "" && "	\v\f\r \x85\xA0".includes(character);
}
function isSpace(character) {
  return character === "\n" || isBlank2(character) || /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(character);
}
function quoted(character) {
  return /[\p{P}\p{S}]/u.test(character) ? `\u201C${character}\u201D` : `U+${hexOf(character)}`;
}
function hexOf(character) {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
function span(source, start, end) {
  return { path: source.path, start, end };
}
function syntax(at, message) {
  return { at, message, kind: "syntax" };
}

// src/model/backups.ts
var VOLUME_TOOLS = /* @__PURE__ */ new Set(["restic", "borg", "duplicity", "velero", "kopia", "rsnapshot"]);
var OFF_HOST_TOOLS = /* @__PURE__ */ new Set([
  "aws",
  "gsutil",
  "gcloud",
  "az",
  "azcopy",
  "rclone",
  "s3cmd",
  "s5cmd",
  "mc",
  "b2",
  "swift",
  "scp",
  "sftp",
  "lftp",
  "ossutil",
  "wal-g",
  "wal-e",
  "pgbackrest",
  "barman-cloud-backup"
]);
var REMOTE_TARGET = /\b(s3|gs|b2|azure|swift|sftp|rclone|rest|wasb):|@[\w.-]+:|\bs3\b/;
var SCRIPT_FORMATS = /* @__PURE__ */ new Set(["shell", "makefile", "yaml", "text", "ci", "crontab"]);
function backupsOf(workloads, tree) {
  const tools = backupTools();
  const ofWorkloads = workloads.flatMap((workload2) => workloadBackups(workload2, tools, tree));
  const ofScripts = scriptBackups(tree, tools, workloads);
  return [...ofWorkloads, ...ofScripts];
}
function backupTools() {
  const tools = /* @__PURE__ */ new Map();
  for (const software of allSoftware)
    for (const tool of software.backupTools) tools.set(tool, [...tools.get(tool) ?? [], software.id]);
  for (const tool of VOLUME_TOOLS) tools.set(tool, ["volume"]);
  return tools;
}
function workloadBackups(workload2, tools, tree) {
  if (workload2.software?.kind === "backup") return [dedicated(workload2)];
  const script2 = workload2.start?.script ?? referencedScript(workload2, tree);
  if (!script2) return [];
  const dumps = dumpCommands(script2, tools);
  if (dumps.length === 0) return [];
  const covers = [...new Set(dumps.flatMap((dump) => dump.covers))];
  const first = dumps[0];
  const host = first && optionValue(first.command.words, ["-h", "--host"]);
  return [
    {
      covers,
      tool: first?.tool ?? "",
      workload: workload2,
      ...host === void 0 ? {} : { host },
      destination: destinationOf(script2),
      scheduled: workload2.longRunning || script2.commands.some((command2) => command2.inside.includes("loop")),
      script: script2,
      missingTools: missingTools(script2, workload2.image, script2.at),
      at: workload2.start?.at ?? workload2.at
    }
  ];
}
function dedicated(workload2) {
  const image = workload2.software?.backup;
  const values = [...workload2.environment.values()];
  const isSet2 = (name) => workload2.environment.has(name);
  const remote = values.some(
    (variable2) => image?.offHost.some((pattern) => pattern.test(variable2.name)) && !isLocal(variable2)
  );
  const host = values.find((variable2) => image?.hostVariables.includes(variable2.name));
  return {
    covers: image?.covers ?? ["volume"],
    tool: workload2.software?.name ?? workload2.name,
    workload: workload2,
    ...host?.value.known ? { host: host.value.value } : {},
    destination: remote ? "off-host" : image && image.offHost.length > 0 ? "host" : "unknown",
    scheduled: image?.scheduled === "built-in" || image?.scheduled === "variable" && image.scheduleVariables.some(isSet2),
    missingTools: [],
    at: workload2.at
  };
}
function isLocal(variable2) {
  return variable2.value.known && (variable2.value.value === "" || /^(\/|\.|file:)/.test(variable2.value.value));
}
function referencedScript(workload2, tree) {
  for (const word of workload2.start?.argv ?? []) {
    if (word === null || !/\.(sh|bash)$/.test(word)) continue;
    const name = word.slice(word.lastIndexOf("/") + 1);
    const candidates = [
      ...workload2.mounts.flatMap((mount3) => {
        const target = knownValue(mount3.target);
        const source = knownValue(mount3.source);
        if (mount3.type !== "bind" || target === void 0 || source === void 0) return [];
        if (target === word) return [source];
        return word.startsWith(`${target}/`) ? [`${source}/${word.slice(target.length + 1)}`] : [];
      }),
      ...workload2.image?.context ? [`${workload2.image.context.path}/${name}`, `${workload2.image.context.path}/scripts/${name}`] : []
    ];
    for (const path of candidates) {
      const source = tree.read(path.replace(/^\.\//, ""));
      if (source) return parseShell(source.text, { path: source.path, start: 0, end: source.text.length });
    }
  }
  return void 0;
}
function dumpCommands(script2, tools) {
  return script2.commands.flatMap((command2) => {
    const program = programOf(command2.words);
    const through = program === "docker" || program === "docker-compose" || program === "kubectl" || program === "podman";
    const names = through ? command2.words.map((word) => word.slice(word.lastIndexOf("/") + 1)) : program === void 0 ? [] : [program];
    const tool = names.find((name) => tools.has(name));
    return tool === void 0 ? [] : [{ tool, covers: tools.get(tool) ?? [], command: command2 }];
  });
}
function destinationOf(script2) {
  const remote = script2.commands.some((command2) => {
    const program = programOf(command2.words);
    return program !== void 0 && OFF_HOST_TOOLS.has(program) || command2.words.slice(1).some((word) => REMOTE_TARGET.test(word));
  });
  if (remote) return "off-host";
  return script2.commands.some(
    (command2) => command2.words.some((word) => /^\$\{?[A-Z_]*(REMOTE|UPLOAD|BUCKET|DEST)/.test(word))
  ) ? "unknown" : "host";
}
function missingTools(script2, image, at) {
  const tools = imageTools(image, [script2]);
  const called = script2.commands.flatMap((command2) => programOf(command2.words) ?? []);
  const functions = new Set(called.filter((name) => new RegExp(`(^|\\n)\\s*(function\\s+)?${name.replace(/\W/g, ".")}\\s*\\(\\)`).test(script2.text)));
  const missing = [...new Set(called)].filter((name) => /^[a-z][\w.-]*$/i.test(name) && !functions.has(name) && tools.has(name) === false);
  return missing.map((tool) => ({ tool, at }));
}
function scriptBackups(tree, tools, workloads) {
  const mention = new RegExp(`\\b(${[...tools.keys()].map((tool) => tool.replace(/[^\w-]/g, ".")).join("|")})\\b`);
  const runBy = new Set(workloads.flatMap((workload2) => workload2.mounts.flatMap((mount3) => knownValue(mount3.source) ?? [])));
  const found = [];
  for (const file of tree.files) {
    if (!SCRIPT_FORMATS.has(file.format) || file.format === "text" && !/(^|\/)(crontab|cron\.\w+|[^/]*\.cron)$/.test(file.path))
      continue;
    if (file.format === "yaml" && !/^\.github\/|^\.gitlab|\/cronjobs?[./-]|backup/i.test(file.path)) continue;
    const source = tree.read(file.path);
    if (!source || !mention.test(source.text)) continue;
    const script2 = parseShell(source.text, { path: file.path, start: 0, end: source.text.length });
    const dumps = dumpCommands(script2, tools);
    const first = dumps[0];
    if (!first) continue;
    const start = first.command.start;
    found.push({
      covers: [...new Set(dumps.flatMap((dump) => dump.covers))],
      tool: first.tool,
      destination: destinationOf(script2),
      scheduled: isScheduled(file.path, tree, source.text) || [...runBy].some((path) => file.path.startsWith(path)),
      script: script2,
      missingTools: [],
      at: { path: file.path, start, end: Math.min(first.command.end, source.text.length) }
    });
  }
  return found;
}
function isScheduled(path, tree, text2) {
  if (/cron/i.test(path) || /^\s*-?\s*schedule:|^\s*kind:\s*CronJob/m.test(text2)) return true;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return tree.files.some((file) => {
    if (file.path === path || !(SCRIPT_FORMATS.has(file.format) || file.format === "compose")) return false;
    const other = tree.read(file.path)?.text;
    return other?.includes(name) === true && /(\bcron|schedule:|\* \* \*|OnCalendar=|@daily|@hourly)/.test(other);
  });
}
function optionValue(words3, names) {
  for (const [index, word] of words3.entries()) {
    for (const name of names) {
      if (word === name) return words3[index + 1];
      if (name.startsWith("--") && word.startsWith(`${name}=`)) return word.slice(name.length + 1);
      if (!name.startsWith("--") && word.startsWith(name) && word.length > 2 && !word.startsWith("--"))
        return word.slice(2);
    }
  }
  return void 0;
}

// src/parse/compose/attributes.ts
import { posix } from "node:path";

// src/parse/compose/nodes.ts
function scalarOf(text2, at, type = "string") {
  return { kind: "scalar", at, text: text2, type };
}
function nullAt(at) {
  return { kind: "scalar", at, text: null, type: "null" };
}
function mapOf(at, pairs2) {
  const entries = /* @__PURE__ */ new Map();
  for (const [key, node] of pairs2) if (node) entries.set(key, { keyAt: node.at, node });
  return { kind: "map", at, entries };
}
function listOf(at, items) {
  return { kind: "list", at, items };
}
function withEntry(map2, key, node, keyAt = node.at) {
  const entries = new Map(map2.entries);
  const before = entries.get(key);
  entries.set(key, before ? { ...before, node } : { keyAt, node });
  return { ...map2, entries };
}
function without(map2, ...keys) {
  if (!keys.some((key) => map2.entries.has(key))) return map2;
  const entries = new Map(map2.entries);
  for (const key of keys) entries.delete(key);
  return { ...map2, entries };
}
function mapEntries(map2, change2) {
  let entries;
  for (const [key, entry] of map2.entries) {
    const node = change2(entry.node, key);
    if (node === entry.node) continue;
    entries ??= new Map(map2.entries);
    if (node) entries.set(key, { ...entry, node });
    else entries.delete(key);
  }
  return entries ? { ...map2, entries } : map2;
}
function mapItems(list3, change2) {
  let items;
  for (const [index, item] of list3.items.entries()) {
    const node = change2(item, index);
    if (node === item) continue;
    items ??= [...list3.items];
    items[index] = node;
  }
  return items ? { ...list3, items } : list3;
}
function below(path, key) {
  return path === "" ? key : `${path}.${key}`;
}
function isUnknown(node) {
  return node?.kind === "scalar" && (node.interpolation?.state === "unknown" || node.interpolation?.state === "required");
}
function isNull(node) {
  return node?.kind === "scalar" && node.text === null;
}
function knownText(node) {
  return node?.kind === "scalar" && node.text !== null && !isUnknown(node) ? node.text : void 0;
}
function sameNode(a, b) {
  if (a === b) return true;
  if (a.kind === "scalar" && b.kind === "scalar") return a.text === b.text && a.type === b.type;
  if (a.kind === "list" && b.kind === "list") {
    return a.items.length === b.items.length && a.items.every((item, i) => sameNode(item, b.items[i] ?? item));
  }
  if (a.kind !== "map" || b.kind !== "map" || a.entries.size !== b.entries.size) return false;
  for (const [key, { node }] of a.entries) {
    const other = b.entries.get(key);
    if (!other || !sameNode(node, other.node)) return false;
  }
  return true;
}
function fingerprint2(node) {
  if (node.kind === "scalar") return `${node.type.charAt(0)}${JSON.stringify(node.text)}`;
  if (node.kind === "list") return `[${node.items.map(fingerprint2).join()}]`;
  const parts = [...node.entries].map(([key, entry]) => `${JSON.stringify(key)}:${fingerprint2(entry.node)}`);
  return `{${parts.sort().join()}}`;
}
function patterns(byPath2) {
  const root = { children: /* @__PURE__ */ new Map() };
  for (const [path, value] of byPath2) {
    let at = root;
    for (const part of path.split(".")) {
      const next = at.children.get(part) ?? { children: /* @__PURE__ */ new Map() };
      at.children.set(part, next);
      at = next;
    }
    at.value = value;
  }
  return root;
}
function step(pattern, key) {
  return pattern?.children.get(key) ?? pattern?.children.get("*");
}
function rewrite(node, pattern, apply3, inside = "not-inside") {
  if (!pattern) return node;
  const changed = pattern.value === void 0 ? node : apply3(pattern.value, node);
  if (pattern.value !== void 0 && inside === "not-inside" || pattern.children.size === 0) return changed;
  if (changed.kind === "map") {
    return mapEntries(changed, (child2, key) => rewrite(child2, step(pattern, key), apply3, inside));
  }
  if (changed.kind === "scalar") return changed;
  return mapItems(changed, (item) => rewrite(item, step(pattern, "[]"), apply3, inside));
}

// src/parse/compose/template.ts
var NAME2 = /[_a-zA-Z][_a-zA-Z0-9]*/y;
var OPERATOR = /:?[-+?]/y;
function parseTemplate(text2) {
  const pieces = [];
  let literalFrom = 0;
  let dollar = text2.indexOf("$");
  while (dollar !== -1) {
    const next = text2.charAt(dollar + 1);
    const piece = next === "$" ? void 0 : next === "{" ? readBraced(text2, dollar) : readBare(text2, dollar);
    if (piece === "invalid") return void 0;
    if (piece || next === "$") {
      if (dollar > literalFrom) pieces.push({ kind: "literal", text: text2.slice(literalFrom, dollar) });
      pieces.push(piece ?? { kind: "literal", text: "$" });
      literalFrom = piece?.end ?? dollar + 2;
    }
    dollar = text2.indexOf("$", Math.max(literalFrom, dollar + 1));
  }
  if (literalFrom < text2.length) pieces.push({ kind: "literal", text: text2.slice(literalFrom) });
  return pieces;
}
function match(pattern, text2, at) {
  pattern.lastIndex = at;
  return pattern.exec(text2)?.[0];
}
function readBare(text2, dollar) {
  const name = match(NAME2, text2, dollar + 1);
  if (name === void 0) return void 0;
  return { kind: "variable", name, operator: "", argument: "", start: dollar, end: dollar + 1 + name.length };
}
function readBraced(text2, dollar) {
  const name = match(NAME2, text2, dollar + 2);
  if (name === void 0) return "invalid";
  const behind = dollar + 2 + name.length;
  if (text2.charAt(behind) === "}") {
    return { kind: "variable", name, operator: "", argument: "", start: dollar, end: behind + 1 };
  }
  const operator = match(OPERATOR, text2, behind);
  if (operator === void 0) return "invalid";
  const from = behind + operator.length;
  const lineBreak = text2.indexOf("\n", from);
  const close = closingBrace(text2, from, lineBreak === -1 ? text2.length : lineBreak);
  if (close === void 0) return "invalid";
  return { kind: "variable", name, operator, argument: text2.slice(from, close), start: dollar, end: close + 1 };
}
function closingBrace(text2, from, lineEnd) {
  let open = 1;
  let last;
  for (let i = from; i < lineEnd; i += 1) {
    const character = text2.charCodeAt(i);
    if (character === 125) {
      last = i;
      open -= 1;
      if (open === 0) return i;
    } else if (character === 123) {
      open += 1;
      i += 1;
      if (text2.charCodeAt(i) === 125 && i < lineEnd) last = i;
    }
  }
  return last;
}

// src/parse/compose/interpolate.ts
var MAX_DEPTH = 100;
function interpolateText(text2, variables, placed) {
  return evaluate(text2, variables, placed, 0);
}
function evaluate(text2, variables, placed, depth) {
  if (!text2.includes("$")) return { text: text2, state: "literal", uses: [] };
  const pieces = depth > MAX_DEPTH ? void 0 : parseTemplate(text2);
  if (!pieces) return { text: text2, state: "invalid", uses: [] };
  const parts = pieces.map((piece) => {
    if (piece.kind === "literal") return { text: piece.text, state: "literal", uses: [] };
    const at = placed(piece.start, piece.end);
    const argumentAt = piece.end - 1 - piece.argument.length;
    return evaluateVariable(
      piece,
      variables,
      at,
      () => evaluate(piece.argument, variables, (start, end) => placed(argumentAt + start, argumentAt + end), depth + 1)
    );
  });
  return join4(parts);
}
function evaluateVariable({ name, operator, argument }, variables, at, evaluateArgument) {
  const value = variables.lookup(name);
  const useOf = (source) => ({
    name,
    operator,
    ...operator === "" ? {} : { argument },
    at,
    ...value?.at ? { valueAt: value.at } : {},
    source
  });
  const fromEnvironment = (text2, known2 = true) => ({
    text: text2,
    state: known2 ? "resolved" : "unknown",
    uses: [useOf("environment")]
  });
  const set = value !== void 0 && (!operator.startsWith(":") || value.text !== "" || !value.known);
  if (operator.endsWith("+")) {
    if (set) return join4([fromEnvironment(""), evaluateArgument()]);
    if (value === void 0 && variables.unset === "unknown")
      return { text: "", state: "unknown", uses: [useOf("none")] };
    return fromEnvironment("");
  }
  if (set) return fromEnvironment(value.text, value.known);
  if (operator.endsWith("-"))
    return join4([{ text: "", state: "defaulted", uses: [useOf("default")] }, evaluateArgument()]);
  if (operator.endsWith("?")) {
    const reason = evaluateArgument();
    if (reason.state === "invalid") return reason;
    return { text: "", state: "required", uses: [useOf("none")], missing: { name, reason: reason.text } };
  }
  return { text: "", state: variables.unset === "unknown" ? "unknown" : "resolved", uses: [useOf("none")] };
}
var WORST_FIRST = ["invalid", "required", "unknown", "defaulted", "resolved", "literal"];
function join4(parts) {
  const state = WORST_FIRST.find((candidate) => parts.some((part) => part.state === candidate)) ?? "literal";
  const missing = parts.find((part) => part.missing)?.missing;
  const text2 = parts.map((part) => part.text).join("");
  return { text: text2, state, uses: parts.flatMap((part) => part.uses), ...missing ? { missing } : {} };
}
function interpolateFile(root, context) {
  return mapEntries(root, (node, key) => interpolateNode(node, context, step(CASTS, key), key));
}
function interpolateNode(node, context, cast, path) {
  if (node.kind === "map") {
    return mapEntries(node, (child2, key) => interpolateNode(child2, context, step(cast, key), below(path, key)));
  }
  if (node.kind === "list") {
    return mapItems(node, (item) => interpolateNode(item, context, step(cast, "[]"), below(path, "[]")));
  }
  if (node.type !== "string" || node.text === null) return node;
  const value = interpolateScalar(node, context, path);
  return cast?.value && !isUnknown(value) ? castScalar(value, cast.value, context, path) : value;
}
function interpolateScalar(scalar2, context, path) {
  const raw = scalar2.text ?? "";
  if (!raw.includes("$")) return scalar2;
  const result = interpolateText(raw, context, finder(scalar2, raw, context));
  const problem2 = (message, code2) => context.report({ at: scalar2.at, message, kind: "structure", code: code2 });
  if (result.state === "literal") return { ...scalar2, text: result.text };
  if (result.state === "invalid") {
    problem2(`Invalid interpolation format for ${path}; a $ that is meant is written $$`, "interpolation");
    return { ...scalar2, interpolation: { raw, state: "unknown", uses: [] } };
  }
  if (result.state === "required" && context.unset === "empty") {
    const reason = result.missing?.reason ? `: ${result.missing.reason}` : "";
    problem2(`The required variable ${result.missing?.name} has no value${reason}`, "required-variable");
  }
  const open = result.state === "unknown" || result.state === "required";
  return { ...scalar2, text: open ? raw : result.text, interpolation: { raw, state: result.state, uses: result.uses } };
}
function finder(scalar2, raw, context) {
  const { path, start: from, end: to } = scalar2.at;
  const written = context.sourceOf(path)?.text.slice(from, to) ?? "";
  const whole2 = written.indexOf(raw);
  if (whole2 !== -1) return (start, end) => ({ path, start: from + whole2 + start, end: from + whole2 + end });
  let cursor = 0;
  return (start, end) => {
    const expression = raw.slice(start, end);
    const found = written.indexOf(expression, cursor);
    if (found === -1) return scalar2.at;
    cursor = found + 2;
    return { path, start: from + found, end: from + found + expression.length };
  };
}
var CASTS = patterns(castPaths());
function castPaths() {
  const container2 = [
    ...[
      "cpu_count",
      "cpu_period",
      "cpu_quota",
      "cpu_rt_period",
      "cpu_rt_runtime",
      "cpu_shares",
      "oom_score_adj",
      "pids_limit",
      "ulimits.*",
      "ulimits.*.hard",
      "ulimits.*.soft"
    ].map((key) => [key, "integer"]),
    ...[
      "init",
      "networks.*.use_service_name_alias",
      "oom_kill_disable",
      "privileged",
      "read_only",
      "volumes.[].read_only",
      "volumes.[].volume.nocopy"
    ].map((key) => [key, "boolean"]),
    ["cpu_percent", "float"],
    ["cpus", "float32"],
    ["umask", "umask"]
  ];
  const workload2 = [
    ...["depends_on.*.required", "depends_on.*.restart", "healthcheck.disable", "stdin_open", "tty"].map(
      (key) => [key, "boolean"]
    ),
    ["healthcheck.retries", "integer"],
    ["ports.[].target", "integer"]
  ];
  const service2 = [
    ...[
      "deploy.replicas",
      "deploy.update_config.parallelism",
      "deploy.rollback_config.parallelism",
      "deploy.restart_policy.max_attempts",
      "deploy.placement.max_replicas_per_node",
      "scale"
    ].map((key) => [key, "integer"]),
    ["deploy.update_config.max_failure_ratio", "float"],
    ["deploy.rollback_config.max_failure_ratio", "float"]
  ];
  const under2 = (prefix, casts) => casts.map(([key, cast]) => [`${prefix}.${key}`, cast]);
  return [
    ...["external", "internal", "attachable", "enable_ipv4", "enable_ipv6"].map((key) => [
      `networks.*.${key}`,
      "boolean"
    ]),
    ...["volumes", "secrets", "configs"].map((key) => [`${key}.*.external`, "boolean"]),
    ...under2("services.*", [...container2, ...workload2, ...service2]),
    ...under2("services.*.pre_start.*", container2),
    ...under2("jobs.*", [...container2, ...workload2])
  ];
}
var BOOLEANS = new Map([
  ...["true", "y", "yes", "on"].map((word) => [word, "true"]),
  ...["false", "n", "no", "off"].map((word) => [word, "false"])
]);
function castText(text2, cast) {
  if (cast === "boolean") return BOOLEANS.get(text2.toLowerCase());
  if (cast === "integer") return /^[-+]?\d+$/.test(text2) ? String(BigInt(text2.replace(/^\+/, ""))) : void 0;
  if (cast === "umask") {
    return /^(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.test(text2) ? String(Number(text2.replace(/^0(?=[0-7])/, "0o"))) : void 0;
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text2)) return void 0;
  return Number.isFinite(Number(text2)) ? printFloat(Number(text2)) : void 0;
}
function castScalar(scalar2, cast, context, path) {
  const text2 = castText(scalar2.text ?? "", cast);
  if (text2 !== void 0) return { ...scalar2, text: text2, type: cast === "boolean" ? "boolean" : "number" };
  const wanted = cast === "boolean" ? "a boolean" : cast === "float" || cast === "float32" ? "a number" : "a whole number";
  const message = `${path} must be ${wanted}, not ${JSON.stringify(scalar2.text)}`;
  context.report({ at: scalar2.at, message, kind: "structure", code: "wrong-type" });
  return scalar2;
}

// src/parse/compose/moment.ts
var MOMENT = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9}))?(?:Z|([-+]\d\d):(\d\d))?)?$/;
function printMoment(source) {
  const parts = MOMENT.exec(source);
  if (!parts) return source;
  const [, year = "", month = "", day = "", hour = "0", minute = "0", second = "0", fraction = "", zone, zoneMinute] = parts;
  const two = (part) => part.padStart(2, "0");
  const rest = fraction.replace(/0+$/, "");
  const offset = `${zone ?? "+00"}${zoneMinute ?? "00"}`;
  const name = offset.endsWith("0000") ? "UTC" : offset;
  const time = `${two(hour)}:${two(minute)}:${two(second)}${rest === "" ? "" : `.${rest}`}`;
  return `${year}-${two(month)}-${two(day)} ${time} ${offset.replace("-0000", "+0000")} ${name}`;
}

// src/parse/compose/key-value.ts
function splitKeyValue(item, separator = "=") {
  const text2 = item.text ?? "";
  const cut = text2.indexOf(separator);
  if (cut === -1) return { key: text2, value: nullAt(item.at) };
  const key = text2.slice(0, cut);
  const value = scalarOf(text2.slice(cut + separator.length), item.at);
  const { interpolation } = item;
  if (!interpolation) return { key, value };
  const raw = interpolation.raw.slice(interpolation.raw.indexOf(separator) + separator.length);
  return { key, value: { ...value, interpolation: { ...interpolation, raw } } };
}
function keyValueMap(node, separator = "=") {
  if (node.kind === "map") return node;
  const entries = /* @__PURE__ */ new Map();
  for (const item of node.items) {
    if (item.kind !== "scalar") continue;
    const { key, value } = splitKeyValue(item, separator);
    entries.set(key, { keyAt: item.at, node: value });
  }
  return { kind: "map", at: node.at, entries };
}
function asText(node) {
  if (node.kind !== "scalar" || node.text === null) return node;
  if (node.tag === TIMESTAMP_TAG) {
    const { tag: _, ...scalar2 } = node;
    return { ...scalar2, text: printMoment(node.text) };
  }
  return node.type === "string" ? node : { ...node, type: "string" };
}

// src/parse/compose/loading.ts
function reject(loading, at, code2, message) {
  loading.report({ at, message, kind: "structure", code: code2 });
}

// src/parse/compose/environment.ts
function readVariables(files, shell, loading) {
  const variables = /* @__PURE__ */ new Map();
  for (const { path, at } of files) {
    const source = loading.read(path);
    if (!source) {
      if (at) loading.missing(path, at);
      continue;
    }
    loading.took(path);
    const lookup = (name) => shell.get(name) ?? variables.get(name);
    for (const { name, value } of readLines2(source, lookup, loading)) if (value) variables.set(name, value);
  }
  return variables;
}
function* readLines2(source, lookup, loading) {
  const { entries, problems } = parseEnvironmentFile(source);
  for (const problem2 of problems) loading.report(problem2);
  for (const entry of entries) yield readLine(entry, lookup, loading);
}
function readLine(entry, lookup, loading) {
  const { name, keyAt, at, value: raw, quote } = entry;
  if (raw === null) {
    const value = lookup(name);
    return { name, keyAt, at, value: value && { ...value, at }, raw: "" };
  }
  if (quote === "'" || !raw.includes("$")) return { name, keyAt, at, value: { text: raw, known: true, at }, raw };
  const result = interpolateText(raw, { lookup, unset: loading.unset }, () => at);
  if (result.state === "invalid") {
    reject(loading, at, "interpolation", `Invalid interpolation format for ${name}; a $ that is meant is written $$`);
  }
  if (result.state === "required" && loading.unset === "empty") {
    reject(loading, at, "required-variable", `The required variable ${result.missing?.name} has no value`);
  }
  const known2 = !["invalid", "unknown", "required"].includes(result.state);
  return { name, keyAt, at, value: { text: known2 ? result.text : raw, known: known2, at }, raw, result };
}
function resolveEnvironment(service2, variables, loading) {
  const own = ownEnvironment(service2.entries.get("environment")?.node, variables);
  const files = service2.entries.get("env_file")?.node;
  const entries = /* @__PURE__ */ new Map();
  for (const [name, entry] of own.entries()) if (knownValue2(entry.node)) entries.set(name, entry);
  const fromFiles = /* @__PURE__ */ new Map();
  const lookup = (name) => variables.get(name) ?? valueOfEntry(own.get(name)) ?? fromFiles.get(name);
  for (const item of files?.kind === "list" ? files.items : []) {
    for (const line of environmentFile(item, lookup, loading)) {
      if (!line.value) continue;
      fromFiles.set(line.name, line.value);
      entries.set(line.name, { keyAt: line.keyAt, node: lineNode(line) });
    }
  }
  for (const [name, entry] of own) entries.set(name, entry);
  if (entries.size === 0 && !service2.entries.has("environment")) return service2;
  const before = service2.entries.get("environment");
  const at = before?.node.at ?? files?.at ?? service2.at;
  const keyAt = before?.keyAt ?? files?.at ?? service2.at;
  const node = { kind: "map", at, entries };
  return { ...service2, entries: new Map([...service2.entries, ["environment", { keyAt, node }]]) };
}
function knownValue2(node) {
  return node.kind === "scalar" && node.text !== null;
}
function valueOfEntry(entry) {
  const node = entry?.node;
  if (node?.kind !== "scalar" || node.text === null) return void 0;
  return { text: node.text, known: !isUnknown(node), at: node.at };
}
function ownEnvironment(node, variables) {
  const own = /* @__PURE__ */ new Map();
  if (node?.kind !== "map" && node?.kind !== "list") return own;
  for (const [name, entry] of keyValueMap(node).entries) {
    const value = variables.get(name);
    const passed = entry.node.kind === "scalar" && entry.node.text === null && value;
    own.set(
      name,
      passed ? { ...entry, node: passedThrough(name, entry, value) } : { ...entry, node: asText(entry.node) }
    );
  }
  return own;
}
function passedThrough(name, entry, value) {
  const use = {
    name,
    operator: "",
    at: entry.keyAt,
    ...value.at ? { valueAt: value.at } : {},
    source: "environment"
  };
  const state = value.known ? "resolved" : "unknown";
  return {
    kind: "scalar",
    at: entry.keyAt,
    text: value.text,
    type: "string",
    interpolation: { raw: "", state, uses: [use] }
  };
}
function lineNode({ at, value, result, raw }) {
  const scalar2 = { kind: "scalar", at, text: value?.text ?? null, type: "string" };
  const state = result?.state;
  if (!result || state === void 0 || state === "literal") return scalar2;
  return { ...scalar2, interpolation: { raw, state: state === "invalid" ? "unknown" : state, uses: result.uses } };
}
function environmentFile(item, lookup, loading) {
  const pathNode = item.kind === "map" ? item.entries.get("path")?.node : item;
  const path = knownText(pathNode);
  if (path === void 0 || !pathNode) return [];
  const source = loading.read(path);
  if (!source) {
    const required = item.kind === "map" ? item.entries.get("required")?.node : void 0;
    if (required?.kind !== "scalar" || required.text === "true") loading.missing(path, pathNode.at);
    return [];
  }
  loading.took(path);
  const format2 = item.kind === "map" ? knownText(item.entries.get("format")?.node) : void 0;
  if (format2 === "raw") return rawLines(source, lookup, loading);
  if (format2 !== void 0 && format2 !== "") {
    reject(loading, item.at, "wrong-type", `${JSON.stringify(format2)} is not a format of env files`);
  }
  return readLines2(source, lookup, loading);
}
function* rawLines(source, lookup, loading) {
  let start = source.text.startsWith("\uFEFF") ? 1 : 0;
  for (const line of source.text.slice(start).split("\n")) {
    const text2 = line.replace(/\r$/, "").trimStart();
    const from = start + line.indexOf(text2);
    start += line.length + 1;
    if (text2 === "" || text2.startsWith("#")) continue;
    const cut = text2.indexOf("=");
    const name = cut === -1 ? text2 : text2.slice(0, cut);
    const keyAt = { path: source.path, start: from, end: from + name.length };
    const at = cut === -1 ? keyAt : { path: source.path, start: from + cut + 1, end: from + text2.length };
    if (name === "" || /\s/.test(name)) reject(loading, keyAt, "wrong-type", "The line has no proper variable name");
    else if (cut === -1) yield { name, keyAt, at, value: lookup(name), raw: "" };
    else yield { name, keyAt, at, value: { text: text2.slice(cut + 1), known: true, at }, raw: text2.slice(cut + 1) };
  }
}
function resolveLabels(service2, loading) {
  const files = service2.entries.get("label_file")?.node;
  if (files?.kind !== "list") return service2;
  const entries = /* @__PURE__ */ new Map();
  const labels = /* @__PURE__ */ new Map();
  for (const item of files.items) {
    for (const line of environmentFile(item, (name) => labels.get(name), loading)) {
      if (!line.value) continue;
      labels.set(line.name, line.value);
      entries.set(line.name, { keyAt: line.keyAt, node: lineNode(line) });
    }
  }
  const own = service2.entries.get("labels");
  if (own?.node.kind === "map") for (const [name, entry] of own.node.entries) entries.set(name, entry);
  const node = { kind: "map", at: own?.node.at ?? files.at, entries };
  return { ...service2, entries: new Map([...service2.entries, ["labels", { keyAt: own?.keyAt ?? files.at, node }]]) };
}

// src/parse/compose/words.ts
function commandWords(text2, keepBraces = false) {
  const words3 = [];
  let word = "";
  let started = false;
  let quote = "";
  let backquote = false;
  let substitution = false;
  for (let i = 0; i < text2.length; i += 1) {
    const character = text2.charAt(i);
    if (character === "\\" && quote !== "'") {
      i += 1;
      if (i >= text2.length) return void 0;
      word += text2.charAt(i);
      started = true;
      continue;
    }
    const braced = keepBraces && text2.startsWith("${", i) ? text2.indexOf("}", i) : -1;
    if (braced !== -1 && quote === "") {
      word += text2.slice(i, braced + 1);
      started = true;
      i = braced;
      continue;
    }
    const open = quote !== "" || backquote || substitution;
    if (/[ \t\r\n]/.test(character)) {
      if (open) word += character;
      else if (started) {
        words3.push(word);
        word = "";
        started = false;
      }
      continue;
    }
    if (character === "`" && quote === "" && !substitution) backquote = !backquote;
    else if (character === ")" && quote === "" && !backquote) substitution = !substitution;
    else if (character === "(" && quote === "" && !backquote) {
      if (substitution || !word.endsWith("$")) return void 0;
      substitution = true;
      word += character;
      continue;
    } else if ((character === '"' || character === "'") && !substitution && (quote === "" || quote === character)) {
      if (quote !== "") started = true;
      quote = quote === "" ? character : "";
      continue;
    } else if (!open && /[;&|<>]/.test(character)) {
      if (character === ">" && /^[0-9]/.test(word)) started = false;
      break;
    }
    word += character;
    started = true;
  }
  if (quote !== "" || backquote || substitution) return void 0;
  return started ? [...words3, word] : words3;
}

// src/parse/compose/attributes.ts
function finishAttribute(node, key, finishing, scale) {
  switch (key) {
    case "command":
    case "entrypoint":
      return isNull(node) ? void 0 : words(node, finishing.loading);
    case "labels":
    case "annotations":
    case "sysctls":
      return texts(node);
    case "extra_hosts":
      return hosts(node, finishing.loading);
    case "build":
      return build(node, finishing);
    case "healthcheck":
      return node.kind === "map" ? mapEntries(node, (child2, name) => name === "test" ? test(child2) : child2) : node;
    case "deploy":
      return deploy(node, scale);
    case "volumes":
      return node.kind === "list" ? mapItems(node, cleanTarget) : node;
    case "pull_policy":
      return knownText(node) === "if_not_present" ? { ...node, text: "missing" } : node;
    case "post_start":
    case "pre_stop":
      return hooks(node, finishing);
    default:
      return node;
  }
}
function deploy(node, scale) {
  if (node.kind !== "map") return node;
  const result = mapEntries(node, (child2, key) => key === "labels" ? texts(child2) : child2);
  return scale && !result.entries.has("replicas") ? withEntry(result, "replicas", scale) : result;
}
function hooks(node, finishing) {
  if (node.kind !== "list") return node;
  const items = node.items.map((item) => {
    if (item.kind !== "map") return item;
    const hook2 = mapEntries(
      item,
      (child2, key) => key === "command" && !isNull(child2) ? words(child2, finishing.loading) : child2
    );
    return resolveEnvironment(hook2, finishing.variables, finishing.loading);
  });
  return { ...node, items };
}
function words(node, loading) {
  if (node.kind !== "scalar") return node;
  const open = isUnknown(node);
  const found = commandWords(node.text ?? "", open);
  if (!found) {
    if (!open) reject(loading, node.at, "invalid-command", "The command has an open quote or parenthesis");
    return listOf(node.at, [node]);
  }
  return listOf(
    node.at,
    found.map((word) => wordOf(node, word, open))
  );
}
function wordOf(node, word, open) {
  const scalar2 = scalarOf(word, node.at);
  if (!node.interpolation || open && !word.includes("$")) return scalar2;
  return { ...scalar2, interpolation: open ? { ...node.interpolation, raw: word } : node.interpolation };
}
function test(node) {
  if (node.kind !== "scalar" || node.text === null) return node;
  return listOf(node.at, [scalarOf("CMD-SHELL", node.at), node]);
}
function texts(node) {
  if (node.kind === "scalar") return node;
  const map2 = keyValueMap(node);
  return mapEntries(map2, (child2) => isNull(child2) ? scalarOf("", child2.at) : asText(child2));
}
function hosts(node, loading) {
  if (node.kind === "scalar") return node;
  const entries = /* @__PURE__ */ new Map();
  const add = (host, keyAt, addresses) => {
    if (host === "" || /[:=]/.test(host))
      reject(loading, keyAt, "wrong-type", `${JSON.stringify(host)} is not a host name`);
    const before = entries.get(host)?.node;
    const items = before?.kind === "list" ? [...before.items, ...addresses] : addresses;
    entries.set(host, { keyAt, node: listOf(keyAt, items) });
  };
  const clean = (address) => ({ ...address, text: (address.text ?? "").replace(/^\[(.+)\]$/, "$1") });
  if (node.kind === "map") {
    for (const [host, entry] of node.entries) {
      const values = entry.node.kind === "list" ? entry.node.items : [entry.node];
      add(host, entry.keyAt, values.filter((value) => value.kind === "scalar").map(clean));
    }
    return { kind: "map", at: node.at, entries };
  }
  for (const item of node.items) {
    if (item.kind !== "scalar") continue;
    const separator = item.text?.includes("=") ? "=" : ":";
    const { key, value } = splitKeyValue(item, separator);
    if (value.text !== null) {
      add(
        key,
        item.at,
        value.text.split(",").map((text2) => clean({ ...value, text: text2 }))
      );
    } else if (!isUnknown(item)) {
      reject(loading, item.at, "wrong-type", `The extra host ${JSON.stringify(item.text)} has no address`);
    }
  }
  return { kind: "map", at: node.at, entries };
}
function build(node, { loading, variables }) {
  if (node.kind !== "map") return node;
  let result = node;
  if (!result.entries.has("context")) result = withEntry(result, "context", scalarOf(".", node.at));
  if (!result.entries.has("dockerfile") && !result.entries.has("dockerfile_inline")) {
    result = withEntry(result, "dockerfile", scalarOf("Dockerfile", node.at));
  }
  return mapEntries(result, (child2, key) => {
    if (key === "labels") return texts(child2);
    if (key === "extra_hosts") return hosts(child2, loading);
    return key === "args" ? buildArguments(child2, variables, loading) : child2;
  });
}
function buildArguments(node, variables, loading) {
  if (node.kind === "scalar") return node;
  return mapEntries(keyValueMap(node), (child2, name) => {
    if (!isNull(child2)) return asText(child2);
    const value = variables.get(name);
    if (value)
      return {
        ...scalarOf(value.text, child2.at),
        ...value.known ? {} : { interpolation: { raw: "", state: "unknown", uses: [] } }
      };
    return loading.unset === "unknown" ? child2 : void 0;
  });
}
function cleanTarget(item) {
  const target = item.kind === "map" ? item.entries.get("target")?.node : void 0;
  if (item.kind !== "map" || target?.kind !== "scalar" || !knownText(target)) return item;
  const text2 = posix.normalize(target.text ?? "").replace(/(?<=.)\/$/, "");
  return text2 === target.text ? item : withEntry(item, "target", { ...target, text: text2 });
}

// src/parse/compose/merge.ts
function mergeNodes(base, over, path, report2) {
  let rules2 = RULES;
  for (const part of path) rules2 = step(rules2, part);
  return merge(base, over, { path: path.join("."), rules: rules2, report: report2 });
}
function merge(base, over, at) {
  if (at.rules?.value) return at.rules.value(base, over, at);
  if (isNull(over)) return base;
  if (base.kind === "scalar") return over;
  if (base.kind === "map" && over.kind === "map") return mergeMaps(base, over, at);
  if (base.kind === "list" && over.kind === "list") return appendNew(base, over);
  return conflict(base, over, at);
}
function conflict(base, over, at) {
  const words3 = { map: "a mapping", list: "a list", scalar: "a single value" };
  const message = `${at.path} is ${words3[over.kind]} here and cannot override ${words3[base.kind]}`;
  at.report({ at: over.at, message, kind: "structure", code: "cannot-override" });
  return base;
}
function mergeMaps(base, over, at) {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const before = entries.get(key);
    const next = { path: below(at.path, key), rules: step(at.rules, key), report: at.report };
    entries.set(key, before ? { ...entry, node: merge(before.node, entry.node, next) } : entry);
  }
  return { kind: "map", at: over.at, entries };
}
function appendNew(base, over) {
  const seen = new Set(base.items.map(fingerprint2));
  const items = [...base.items];
  for (const item of over.items) {
    const print = fingerprint2(item);
    if (seen.has(print)) continue;
    seen.add(print);
    items.push(item);
  }
  return listOf(over.items.length > 0 ? over.at : base.at, items);
}
var replace = (_base, over) => over;
var byKey = (base, over) => {
  const entries = /* @__PURE__ */ new Map();
  for (const side of [base, over]) {
    if (side.kind === "scalar") {
      if (side.text !== null && side.type === "string")
        entries.set(side.text, { keyAt: side.at, node: nullAt(side.at) });
      continue;
    }
    for (const [key, entry] of keyValueMap(side).entries) entries.set(key, { ...entry, node: asText(entry.node) });
  }
  return { kind: "map", at: isNull(over) ? base.at : over.at, entries };
};
var asList = (base, over) => appendNew(toList(base), toList(over));
function toList(node) {
  if (node.kind === "list") return node;
  if (node.kind === "scalar") return listOf(node.at, node.text !== null && node.type === "string" ? [node] : []);
  const items = [];
  for (const [key, { keyAt, node: value }] of node.entries) {
    const values = value.kind === "list" ? value.items : [value];
    for (const one of values) {
      if (one.kind !== "scalar") continue;
      const text2 = one.text === null ? key : `${key}=${one.text}`;
      const { interpolation } = one;
      const item = scalarOf(text2, { ...keyAt, end: Math.max(keyAt.end, one.at.path === keyAt.path ? one.at.end : 0) });
      items.push(
        interpolation ? { ...item, interpolation: { ...interpolation, raw: `${key}=${interpolation.raw}` } } : item
      );
    }
  }
  return listOf(node.at, items);
}
function byName2(shortForm) {
  return (base, over, at) => mergeMaps(named(base, shortForm), named(over, shortForm), at);
}
function named(node, shortForm) {
  if (node.kind === "map") return node;
  const entries = /* @__PURE__ */ new Map();
  for (const item of node.kind === "list" ? node.items : [node]) {
    if (item.kind === "scalar" && item.text !== null) entries.set(item.text, { keyAt: item.at, node: shortForm(item) });
  }
  return { kind: "map", at: node.at, entries };
}
function startedDependency(name) {
  const entries = /* @__PURE__ */ new Map([
    ["condition", { keyAt: name.at, node: scalarOf("service_started", name.at) }],
    ["required", { keyAt: name.at, node: scalarOf("true", name.at, "boolean") }]
  ]);
  return { kind: "map", at: name.at, entries };
}
var build2 = (base, over, at) => mergeMaps(buildMap(base), buildMap(over), at);
function buildMap(node) {
  if (node.kind === "map") return node;
  const entries = /* @__PURE__ */ new Map();
  if (node.kind === "scalar" && node.type === "string") entries.set("context", { keyAt: node.at, node });
  return { kind: "map", at: node.at, entries };
}
var logging = (base, over, at) => {
  if (base.kind !== "map" || over.kind !== "map") return conflict(base, over, at);
  const before = base.entries.get("driver")?.node;
  const after = over.entries.get("driver")?.node;
  const same = !before || !after || fingerprint2(before) === fingerprint2(after);
  return same ? mergeMaps(base, over, at) : over;
};
var ulimit = (base, over, at) => base.kind === "map" && over.kind === "map" ? mergeMaps(base, over, at) : over;
var addressPools = (base, over, at) => {
  if (base.kind !== "list" || over.kind !== "list") return conflict(base, over, at);
  const pools = [];
  const subnet = (pool) => {
    const node = pool.entries.get("subnet")?.node;
    return node ? fingerprint2(node) : "";
  };
  const maps = (list3) => list3.items.filter((item) => item.kind === "map");
  for (const pool of [...maps(base), ...maps(over)]) {
    const index = pools.findIndex((other) => subnet(other) === subnet(pool));
    const before = pools[index];
    if (before) pools[index] = mergeMaps(before, pool, at);
    else pools.push(pool);
  }
  return listOf(over.at, pools);
};
var RULES = patterns([
  ["networks.*.ipam.config", addressPools],
  ...["networks", "volumes", "secrets", "configs"].map((key) => [`${key}.*.labels`, byKey]),
  ["services.*.deploy.labels", byKey],
  ...["services", "jobs"].flatMap(
    (key) => containerRules().map(([path, rule]) => [`${key}.*.${path}`, rule])
  )
]);
function containerRules() {
  const keyed = [
    "annotations",
    "build.args",
    "build.additional_contexts",
    "build.labels",
    "environment",
    "labels",
    "sysctls",
    "volumes.*.volume.labels"
  ];
  const listed = ["build.extra_hosts", "dns", "dns_opt", "dns_search", "env_file", "label_file", "extra_hosts", "tmpfs"];
  return [
    ...keyed.map((path) => [path, byKey]),
    ...listed.map((path) => [path, asList]),
    ...["command", "entrypoint", "healthcheck.test"].map((path) => [path, replace]),
    ["build", build2],
    ["depends_on", byName2(startedDependency)],
    ["logging", logging],
    ["models", byName2((name) => nullAt(name.at))],
    ["networks", byName2((name) => nullAt(name.at))],
    ["ulimits.*", ulimit]
  ];
}
function takeRemovals(root) {
  const removals = { children: /* @__PURE__ */ new Map() };
  return { root: withoutResets(root, removals), removals };
}
function withoutResets(node, removals) {
  if (node.tag === "!reset" || node.tag === "!override") {
    removals.value = true;
    return node.tag === "!reset" ? void 0 : node;
  }
  if (node.kind === "scalar") return node;
  const keep = (child2, key) => {
    const next = { children: /* @__PURE__ */ new Map() };
    const kept = withoutResets(child2, next);
    if (next.value || next.children.size > 0) removals.children.set(key, next);
    return kept;
  };
  if (node.kind === "map") return mapEntries(node, keep);
  return { ...node, items: node.items.map((item) => keep(item, "[]")).filter((item) => item !== void 0) };
}
function applyRemovals(node, removals) {
  if (!removals || removals.children.size === 0 || node.kind !== "map") return node;
  return mapEntries(node, (child2, key) => {
    const next = removals.children.get(key);
    return next?.value ? void 0 : applyRemovals(child2, next);
  });
}

// src/parse/compose/shape.ts
function scalar(...types) {
  return { scalar: { types } };
}
function words2(...oneOf) {
  return { scalar: { types: ["string"], oneOf } };
}
function list2(item, unique) {
  return { list: { item, unique: unique === "unique" } };
}
function map(keys, ...required) {
  return { map: { keys: new Map(Object.entries(keys)), open: false, extensions: true, required } };
}
function strictMap(keys, ...required) {
  return { map: { keys: new Map(Object.entries(keys)), open: false, extensions: false, required } };
}
function dictionary(shape, pattern = /./, open = "closed") {
  return {
    map: { keys: /* @__PURE__ */ new Map(), others: { pattern, shape }, open: open === "open", extensions: false, required: [] }
  };
}
function either(...shapes) {
  return Object.assign({}, ...shapes);
}

// src/parse/compose/schema.ts
var NAME3 = /^[a-zA-Z0-9._-]+$/;
var text = scalar("string");
var flag = scalar("boolean", "string");
var whole = scalar("integer", "string");
var number = scalar("number", "string");
var anything = { any: true };
var texts2 = list2(text);
var distinctTexts = list2(text, "unique");
var oneOrMore = either(text, distinctTexts);
var keyValues = either(dictionary(scalar("string", "number", "boolean", "null")), distinctTexts);
var command = either(scalar("string", "null"), texts2);
var driverOptions = dictionary(scalar("string", "number"), /./, "open");
var extraHosts = either(dictionary(either(text, texts2)), distinctTexts);
var from0 = (max) => ({
  scalar: { types: ["integer", "string"], min: 0, ...max === void 0 ? {} : { max } }
});
var grants = list2(either(text, map({ source: text, target: text, uid: text, gid: text, mode: number })));
var ulimits = dictionary(either(whole, map({ hard: whole, soft: whole }, "soft", "hard")), /^[a-z]+$/, "open");
var device = {
  capabilities: distinctTexts,
  count: whole,
  device_ids: distinctTexts,
  driver: text,
  options: keyValues
};
var hook = map({ command, user: text, privileged: flag, working_dir: text, environment: keyValues }, "command");
var blockWeight = strictMap({ path: text, weight: whole });
var blockLimit = strictMap({ path: text, rate: whole });
var blockIo = strictMap({
  device_read_bps: list2(blockLimit),
  device_read_iops: list2(blockLimit),
  device_write_bps: list2(blockLimit),
  device_write_iops: list2(blockLimit),
  weight: whole,
  weight_device: list2(blockWeight)
});
var attachment = map({
  aliases: distinctTexts,
  interface_name: text,
  ipv4_address: text,
  ipv6_address: text,
  link_local_ips: distinctTexts,
  mac_address: text,
  driver_opts: driverOptions,
  priority: scalar("number"),
  gw_priority: scalar("number"),
  use_service_name_alias: flag
});
var mount = map(
  {
    type: words2("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: map({
      propagation: text,
      create_host_path: flag,
      recursive: words2("enabled", "disabled", "writable", "readonly"),
      selinux: words2("z", "Z")
    }),
    volume: map({ labels: keyValues, nocopy: flag, subpath: text }),
    tmpfs: map({ size: from0(), mode: number }),
    image: map({ subpath: text })
  },
  "type"
);
var PULL_POLICY = /^(?:always|never|build|if_not_present|missing|refresh|daily|weekly|every_(?:[0-9]+[wdhms])+)$/;
var container = {
  annotations: keyValues,
  blkio_config: blockIo,
  cap_add: distinctTexts,
  cap_drop: distinctTexts,
  cgroup: words2("host", "private"),
  cgroup_parent: text,
  command,
  configs: grants,
  cpu_count: from0(),
  cpu_percent: from0(100),
  cpu_shares: number,
  cpu_quota: number,
  cpu_period: number,
  cpu_rt_period: number,
  cpu_rt_runtime: number,
  cpus: number,
  cpuset: text,
  credential_spec: map({ config: text, file: text, registry: text }),
  device_cgroup_rules: distinctTexts,
  devices: list2(either(text, map({ source: text, target: text, permissions: text }, "source"))),
  dns: oneOrMore,
  dns_opt: distinctTexts,
  dns_search: oneOrMore,
  domainname: text,
  entrypoint: command,
  env_file: either(text, list2(either(text, strictMap({ path: text, format: text, required: flag }, "path")))),
  label_file: either(text, texts2),
  environment: keyValues,
  extra_hosts: extraHosts,
  gpus: either(words2("all"), list2({ map: openMap(device) })),
  group_add: list2(scalar("string", "number"), "unique"),
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: text,
  labels: keyValues,
  logging: map({ driver: text, options: dictionary(scalar("string", "number", "null"), /./, "open") }),
  mac_address: text,
  mem_limit: number,
  mem_reservation: whole,
  mem_swappiness: whole,
  memswap_limit: number,
  network_mode: text,
  models: either(
    distinctTexts,
    dictionary(either(map({ endpoint_var: text, model_var: text }), scalar("null")), NAME3, "open")
  ),
  networks: either(distinctTexts, dictionary(either(attachment, scalar("null")), NAME3)),
  oom_kill_disable: flag,
  oom_score_adj: { scalar: { types: ["integer", "string"], min: -1e3, max: 1e3 } },
  pid: scalar("string", "null"),
  pids_limit: number,
  platform: text,
  privileged: flag,
  pull_policy: { scalar: { types: ["string"], pattern: PULL_POLICY } },
  pull_refresh_after: text,
  read_only: flag,
  runtime: text,
  security_opt: distinctTexts,
  shm_size: number,
  secrets: grants,
  sysctls: keyValues,
  stop_grace_period: text,
  stop_signal: text,
  storage_opt: dictionary(anything),
  tmpfs: oneOrMore,
  ulimits,
  umask: { scalar: { types: ["integer", "string", "null"], min: 0, max: 4294967295 } },
  use_api_socket: scalar("boolean"),
  user: text,
  uts: text,
  userns_mode: text,
  volumes: list2(either(text, mount), "unique"),
  volumes_from: distinctTexts,
  working_dir: text
};
var CONTAINER_KEYS = new Set(Object.keys(container));
function openMap(keys) {
  return { keys: new Map(Object.entries(keys)), open: true, extensions: true, required: [] };
}
var build3 = map({
  context: text,
  dockerfile: text,
  dockerfile_inline: text,
  entitlements: texts2,
  args: keyValues,
  ssh: keyValues,
  labels: keyValues,
  cache_from: texts2,
  cache_to: texts2,
  no_cache: flag,
  no_cache_filter: oneOrMore,
  additional_contexts: keyValues,
  network: text,
  provenance: flag,
  sbom: flag,
  pull: flag,
  target: text,
  shm_size: whole,
  extra_hosts: extraHosts,
  isolation: text,
  privileged: flag,
  secrets: grants,
  tags: texts2,
  ulimits,
  platforms: texts2
});
var dependency = map(
  {
    restart: flag,
    required: scalar("boolean"),
    condition: words2("service_started", "service_healthy", "service_completed_successfully")
  },
  "condition"
);
var port = either(
  scalar("number", "string"),
  map({ name: text, mode: text, host_ip: text, target: whole, published: whole, protocol: text, app_protocol: text })
);
var workload = {
  build: either(text, build3),
  depends_on: either(distinctTexts, dictionary(dependency, NAME3)),
  healthcheck: map({
    disable: flag,
    interval: text,
    retries: number,
    test: either(text, texts2),
    timeout: text,
    start_period: text,
    start_interval: text
  }),
  ports: list2(port, "unique"),
  expose: list2(scalar("string", "number"), "unique"),
  stdin_open: flag,
  tty: flag
};
var rollout = map({
  parallelism: whole,
  delay: text,
  failure_action: text,
  monitor: text,
  max_failure_ratio: number,
  order: words2("start-first", "stop-first")
});
var deploy2 = either(
  scalar("null"),
  map({
    mode: text,
    endpoint_mode: text,
    replicas: whole,
    labels: keyValues,
    rollback_config: rollout,
    update_config: rollout,
    resources: map({
      limits: map({ cpus: number, memory: text, pids: whole }),
      reservations: map({
        cpus: number,
        memory: text,
        generic_resources: list2(map({ discrete_resource_spec: map({ kind: text, value: number }) })),
        devices: list2(map(device, "capabilities"))
      })
    }),
    restart_policy: map({ condition: text, delay: text, max_attempts: whole, window: text }),
    placement: map({ constraints: texts2, preferences: list2(map({ spread: text })), max_replicas_per_node: whole })
  })
);
var watch = map(
  {
    ignore: oneOrMore,
    include: oneOrMore,
    path: text,
    action: words2("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
    target: text,
    exec: hook,
    initial_sync: scalar("boolean")
  },
  "path",
  "action"
);
var providerOption = scalar("string", "number", "boolean");
var service = map({
  ...container,
  ...workload,
  deploy: deploy2,
  develop: either(scalar("null"), map({ watch: list2(watch) })),
  profiles: distinctTexts,
  restart: text,
  scale: whole,
  attach: flag,
  container_name: { scalar: { types: ["string"], pattern: /[a-zA-Z0-9][a-zA-Z0-9_.-]+/ } },
  provider: map({ type: text, options: dictionary(either(providerOption, list2(providerOption)), /./, "open") }, "type"),
  extends: either(text, strictMap({ service: text, file: text }, "service")),
  links: distinctTexts,
  external_links: distinctTexts,
  pre_start: list2(map({ ...container, per_replica: flag })),
  post_start: list2(hook),
  pre_stop: list2(hook)
});
var schedule = map(
  { cron: text, timezone: text, concurrency: words2("forbid", "queue"), missed_fires: words2("one", "skip") },
  "cron"
);
var job = map(
  {
    ...container,
    ...workload,
    profiles: distinctTexts,
    triggers: map({ manual: flag, schedule: list2(either(text, schedule)) })
  },
  "triggers"
);
var external = either(flag, map({ name: text }));
var looseExternal = either(flag, { map: openMap({ name: text }) });
var network = either(
  scalar("null"),
  map({
    name: text,
    driver: text,
    driver_opts: driverOptions,
    ipam: map({
      driver: text,
      config: list2(map({ subnet: text, ip_range: text, gateway: text, aux_addresses: dictionary(text) })),
      options: dictionary(text)
    }),
    external,
    internal: flag,
    enable_ipv4: flag,
    enable_ipv6: flag,
    attachable: flag,
    labels: keyValues
  })
);
var volume = either(
  scalar("null"),
  map({ name: text, driver: text, driver_opts: driverOptions, external, labels: keyValues })
);
var secret = map({
  name: text,
  environment: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  driver: text,
  driver_opts: driverOptions,
  template_driver: text
});
var config = map({
  name: text,
  content: text,
  environment: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  template_driver: text
});
var model = map({ name: text, model: text, context_size: scalar("integer"), runtime_flags: texts2 }, "model");
var PROJECT_SHAPE = map({
  version: text,
  name: text,
  include: anything,
  services: dictionary(service, NAME3),
  models: dictionary(model, NAME3),
  networks: dictionary(network, NAME3),
  volumes: dictionary(volume, NAME3),
  secrets: dictionary(secret, NAME3),
  configs: dictionary(config, NAME3),
  jobs: dictionary(job, NAME3)
});

// src/parse/compose/canonical.ts
function canonicalService(service2, finishing) {
  const connected = withImpliedDependencies(withDefaultNetwork(service2));
  const withHooks = mapEntries(
    connected,
    (node, key) => key === "pre_start" ? startHooks(node, connected, finishing) : node
  );
  const result = mapEntries(
    withHooks,
    (node, key) => finishAttribute(node, key, finishing, service2.entries.get("scale")?.node)
  );
  return withFiles(result, finishing);
}
function withFiles(container2, { loading, variables, enabled }) {
  checkVariableNames(container2, loading);
  const quiet = { ...loading, report: () => void 0, missing: () => void 0, took: () => void 0 };
  const files = enabled ? loading : quiet;
  return resolveLabels(resolveEnvironment(container2, variables, files), files);
}
function startHooks(node, service2, finishing) {
  if (node.kind !== "list") return node;
  const base = containerPart(service2);
  const items = node.items.map((hook2) => {
    const merged = hook2.kind === "map" ? mergeNodes(base, hook2, ["services", "hook"], finishing.loading.report) : hook2;
    if (merged.kind !== "map") return hook2;
    const result = mapEntries(merged, (child2, key) => finishAttribute(child2, key, finishing));
    return { ...withFiles(result, finishing), at: hook2.at };
  });
  return { ...node, items };
}
function containerPart(service2) {
  const entries = [...service2.entries].filter(([key]) => key !== "volumes" && CONTAINER_KEYS.has(key));
  return { ...service2, entries: new Map(entries) };
}
function checkVariableNames(container2, loading) {
  const node = container2.entries.get("environment")?.node;
  if (node?.kind !== "list") return;
  for (const item of node.items) {
    const name = item.kind === "scalar" ? (item.text ?? "").split("=", 1)[0] : void 0;
    if (name !== void 0 && /\s$/.test(name)) {
      reject(loading, item.at, "wrong-type", `The name of the variable ${JSON.stringify(name)} ends with a space`);
    }
  }
}
function withDefaultNetwork(service2) {
  if (service2.entries.has("provider") || service2.entries.has("network_mode")) return service2;
  const networks = service2.entries.get("networks");
  const empty = networks?.node.kind === "map" && networks.node.entries.size === 0;
  if (networks && !empty) return service2;
  const at = networks?.node.at ?? service2.at;
  return withEntry(
    without(service2, "networks"),
    "networks",
    mapOf(at, [["default", nullAt(at)]]),
    networks?.keyAt ?? at
  );
}
function withImpliedDependencies(service2) {
  const written = service2.entries.get("depends_on");
  const entries = new Map(written?.node.kind === "map" ? written.node.entries : []);
  const imply = (name, at2, restart) => {
    if (entries.has(name)) return;
    const node = mapOf(at2, [
      ["condition", scalarOf("service_started", at2)],
      ["restart", scalarOf(String(restart), at2, "boolean")],
      ["required", scalarOf("true", at2, "boolean")]
    ]);
    entries.set(name, { keyAt: at2, node });
  };
  for (const link of knownItems(service2, "links")) {
    const parts = (link.text ?? "").split(":");
    imply(parts.length === 2 ? parts[0] ?? "" : link.text ?? "", link.at, true);
  }
  for (const key of ["network_mode", "ipc", "pid", "uts", "cgroup"]) {
    const node = service2.entries.get(key)?.node;
    const mode = knownText(node);
    if (node && mode?.startsWith("service:")) imply(mode.slice("service:".length), node.at, true);
  }
  for (const from of knownItems(service2, "volumes_from")) {
    if (!from.text?.startsWith("container:")) imply((from.text ?? "").split(":", 1)[0] ?? "", from.at, false);
  }
  if (entries.size === 0) return service2;
  const [first] = entries.values();
  const at = written?.node.at ?? first?.node.at ?? service2.at;
  return {
    ...service2,
    entries: new Map([
      ...service2.entries,
      ["depends_on", { keyAt: written?.keyAt ?? at, node: { kind: "map", at, entries } }]
    ])
  };
}
function knownItems(service2, key) {
  const node = service2.entries.get(key)?.node;
  const items = node?.kind === "list" ? node.items : [];
  return items.filter((item) => item.kind === "scalar").filter((item) => knownText(item) !== void 0);
}

// src/parse/compose/cycles.ts
function checkCycles(project, loading) {
  const state = /* @__PURE__ */ new Map();
  for (const root of project.services.keys()) {
    if (state.has(root)) continue;
    const stack = [enter2(root, project, state)];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const step2 = frame.next.next();
      if (step2.done) {
        state.set(frame.name, "done");
        stack.pop();
      } else if (!project.services.has(step2.value)) continue;
      else if (state.get(step2.value) === "open") report(frame.name, step2.value, stack, project, loading);
      else if (!state.has(step2.value)) stack.push(enter2(step2.value, project, state));
    }
  }
}
function enter2(name, project, state) {
  state.set(name, "open");
  return { name, next: dependencies(name, project).keys() };
}
function dependencies(name, project) {
  const node = project.services.get(name)?.node.entries.get("depends_on")?.node;
  return node?.kind === "map" ? node.entries : /* @__PURE__ */ new Map();
}
function report(from, to, stack, project, loading) {
  const names = stack.map((frame) => frame.name);
  const circle = [...names.slice(names.indexOf(to)), to].join(" \u2192 ");
  const at = dependencies(from, project).get(to)?.keyAt ?? project.services.get(from)?.at;
  if (at) reject(loading, at, "cycle", `The services depend on each other in a circle: ${circle}`);
}

// src/parse/compose/ports.ts
import { isIP } from "node:net";
var MAX_PORTS = 65536;
function longPorts(node) {
  if (isUnknown(node)) return { ports: [unknownPort(node)] };
  const text2 = node.text ?? "";
  const parts = splitPort(text2);
  const hostIp = bareAddress(parts.hostIp);
  if (hostIp === void 0) return { wrong: `${parts.hostIp} must be in brackets` };
  if (hostIp !== "" && !isAddress(hostIp)) return { wrong: `${hostIp} is not an IP address` };
  if (parts.target === "") return { wrong: `${JSON.stringify(text2)} names no container port` };
  const target = portRange(parts.target);
  if (!target) return { wrong: `${JSON.stringify(parts.target)} is not a container port` };
  const host = parts.published === "" ? void 0 : portRange(parts.published);
  if (parts.published !== "" && !host) return { wrong: `${JSON.stringify(parts.published)} is not a host port` };
  const span2 = target.to - target.from;
  if (host && span2 > 0 && host.to - host.from !== span2) {
    return { wrong: `The ranges ${parts.target} and ${parts.published} are not of one length` };
  }
  if (!["tcp", "udp", "sctp"].includes(parts.protocol))
    return { wrong: `${parts.protocol} is not a protocol of a port` };
  const ports2 = [];
  for (let i = 0; i <= span2 && i < MAX_PORTS; i += 1) {
    const published = !host ? "" : span2 === 0 && host.to !== host.from ? `${host.from}-${host.to}` : String(host.from + i);
    ports2.push(portMap(node, { hostIp, published, target: String(target.from + i), protocol: parts.protocol }));
  }
  return { ports: ports2.sort((a, b) => targetText(a) < targetText(b) ? -1 : 1) };
}
function bareAddress(text2) {
  const inside = /^\[(.*)\]$/.exec(text2)?.[1];
  return inside ?? (text2.includes(":") ? void 0 : text2);
}
function isAddress(text2) {
  return isIP(text2) !== 0 && !text2.includes("%");
}
function targetText(port4) {
  const node = port4.entries.get("target")?.node;
  return node?.kind === "scalar" ? `${node.text}/` : "";
}
function portMap(node, parts) {
  const part = (text2, type = "string") => {
    const scalar2 = scalarOf(text2, node.at, type);
    return node.interpolation ? { ...scalar2, interpolation: node.interpolation } : scalar2;
  };
  return mapOf(node.at, [
    ["mode", scalarOf("ingress", node.at)],
    ["host_ip", parts.hostIp === "" ? void 0 : part(parts.hostIp)],
    ["target", part(parts.target, "number")],
    ["published", parts.published === "" ? void 0 : part(parts.published)],
    ["protocol", scalarOf(parts.protocol, node.at)]
  ]);
}
function unknownPort(node) {
  const parts = splitPort(node.text ?? "");
  const part = (text2, type = "string") => {
    if (text2 === "") return void 0;
    if (!text2.includes("$")) return scalarOf(text2, node.at, /^\d+$/.test(text2) ? type : "string");
    return {
      ...scalarOf(text2, node.at),
      interpolation: { raw: text2, state: "unknown", uses: node.interpolation?.uses ?? [] }
    };
  };
  return mapOf(node.at, [
    ["mode", scalarOf("ingress", node.at)],
    ["host_ip", part(parts.hostIp.replace(/^\[(.*)\]$/, "$1"))],
    ["target", part(parts.target, "number")],
    ["published", part(parts.published)],
    ["protocol", part(parts.protocol)]
  ]);
}
function splitOutsideBraces(text2, separator) {
  const parts = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i < text2.length; i += 1) {
    if (text2.startsWith("${", i)) depth += 1;
    else if (text2.charAt(i) === "}" && depth > 0) depth -= 1;
    else if (depth === 0 && text2.charAt(i) === separator) {
      parts.push(text2.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text2.slice(from)];
}
function splitPort(text2) {
  const parts = splitOutsideBraces(text2, ":");
  const [target = "", protocol = ""] = splitOutsideBraces(parts.at(-1) ?? "", "/");
  return {
    hostIp: parts.slice(0, -2).join(":"),
    published: parts.at(-2) ?? "",
    target,
    protocol: protocol === "" ? "tcp" : protocol.toLowerCase()
  };
}
function portRange(text2) {
  const [first = "", second = first] = text2.split("-");
  if (!/^\d{1,20}$/.test(first) || !/^\d{1,20}$/.test(second)) return void 0;
  const from = Number(first);
  const to = Number(second);
  return to < from || to > 65535 ? void 0 : { from, to };
}

// src/parse/compose/defaults.ts
function withDefault(node, key, text2, type = "string") {
  if (node.kind !== "map" || node.entries.has(key)) return node;
  return withEntry(node, key, scalarOf(text2, node.at, type));
}
var mount2 = (node, loading) => {
  if (node.kind !== "map") return node;
  if (knownText(node.entries.get("type")?.node) === "bind" && !node.entries.has("source")) {
    reject(loading, node.at, "missing-key", "A bind mount must have a source");
  }
  const bind = node.entries.get("bind")?.node;
  return bind ? withEntry(node, "bind", withDefault(bind, "create_host_path", "true", "boolean")) : node;
};
function secretTarget(node) {
  const source = node.kind === "map" ? node.entries.get("source")?.node : void 0;
  if (node.kind !== "map" || source?.kind !== "scalar" || node.entries.has("target")) return node;
  return withEntry(node, "target", { ...source, text: `/run/secrets/${source.text}` });
}
var port2 = (node, loading) => {
  const address = node.kind === "map" ? knownText(node.entries.get("host_ip")?.node) : void 0;
  if (address !== void 0 && !isAddress(address)) {
    reject(loading, node.at, "invalid-port", `${JSON.stringify(address)} is not an IP address`);
  }
  return withDefault(withDefault(node, "protocol", "tcp"), "mode", "ingress");
};
var deviceRequest = (node, loading) => {
  if (node.kind !== "map") return node;
  const counted = node.entries.has("count");
  const listed = node.entries.has("device_ids");
  if (counted && listed) reject(loading, node.at, "settings-conflict", "count and device_ids exclude each other");
  return counted || listed ? node : withDefault(node, "count", "all");
};
var watchedPath = (node, loading) => {
  if (node.kind === "scalar" && node.text === "") {
    reject(loading, node.at, "wrong-type", "The watched path must not be blank");
  }
  return node;
};
var externalAlone = (node, loading) => {
  const external3 = node.kind === "map" ? node.entries.get("external")?.node : void 0;
  if (node.kind !== "map" || knownText(external3) !== "true") return node;
  for (const [key, { keyAt }] of node.entries) {
    if (key === "name" || key === "external" || key.startsWith("x-")) continue;
    reject(loading, keyAt, "settings-conflict", `An external volume cannot have ${key}`);
  }
  return node;
};
function oneOrigin(node, keys, loading) {
  if (node.kind !== "map") return node;
  const given = keys.filter((key) => node.entries.has(key));
  if (given.length > 1) reject(loading, node.at, "settings-conflict", `${given.join(" and ")} exclude each other`);
  if (given.length === 0 && !node.entries.has("driver") && !node.entries.has("external")) {
    reject(loading, node.at, "missing-key", `One of ${keys.join(", ")} must be set`);
  }
  return node;
}
var FILLS = patterns([
  ...["services.*", "jobs.*"].flatMap((prefix) => [
    [`${prefix}.build`, (node) => withDefault(node, "context", ".")],
    [`${prefix}.secrets.*`, secretTarget],
    [`${prefix}.ports.*`, port2],
    [`${prefix}.gpus.*`, deviceRequest],
    [`${prefix}.volumes.*`, mount2]
  ]),
  ["services.*.deploy.resources.reservations.devices.*", deviceRequest],
  ["services.*.develop.watch.*.path", watchedPath],
  ["volumes.*", externalAlone],
  ["secrets.*", (node, loading) => oneOrigin(node, ["file", "environment"], loading)],
  ["configs.*", (node, loading) => oneOrigin(node, ["file", "environment", "content"], loading)]
]);
function applyDefaults(root, loading) {
  return rewrite(root, FILLS, (fill, node) => fill(node, loading));
}
function isExternal(node) {
  const external3 = node.kind === "map" ? node.entries.get("external")?.node : void 0;
  return external3 !== void 0 && !isUnknown(external3) && knownText(external3) === "true";
}

// src/parse/compose/settings.ts
function checkSettings(service2, loading) {
  checkNetworkMode(service2, loading);
  checkHealthcheck(service2, loading);
  checkScale(service2, loading);
  checkLimits(service2, loading);
  checkWatch(service2, loading);
  checkMounts(service2, loading);
}
function checkNetworkMode({ name, node }, loading) {
  const mode = node.entries.get("network_mode");
  const networks = node.entries.get("networks")?.node;
  if (!mode || knownText(mode.node) === "" || networks?.kind !== "map" || networks.entries.size === 0) return;
  reject(loading, mode.keyAt, "settings-conflict", `services.${name} has both network_mode and networks`);
}
function checkHealthcheck({ name, node }, loading) {
  const test2 = descend(node, "healthcheck", "test");
  const first = test2?.kind === "list" ? test2.items[0] : void 0;
  if (!first || isUnknown(first) || ["CMD", "CMD-SHELL", "NONE"].includes(knownText(first) ?? "")) return;
  reject(loading, first.at, "wrong-value", `services.${name}.healthcheck.test must begin with CMD, CMD-SHELL or NONE`);
}
function numberAt(node) {
  const text2 = knownText(node);
  return text2 === void 0 || text2 === "" || Number.isNaN(Number(text2)) ? void 0 : Number(text2);
}
function checkScale({ name, node }, loading) {
  const scaleNode = node.entries.get("scale")?.node;
  const replicasNode = descend(node, "deploy", "replicas");
  const scale = numberAt(scaleNode);
  const replicas = numberAt(replicasNode);
  const wrong3 = (at, code2, message) => reject(loading, at, code2, `services.${name}${message}`);
  if (scaleNode && scale !== void 0 && replicas !== void 0 && scale !== replicas) {
    wrong3(scaleNode.at, "settings-conflict", " has different values for scale and deploy.replicas");
  }
  if (scaleNode && scale !== void 0 && scale < 0) wrong3(scaleNode.at, "wrong-value", ".scale must be at least 0");
  if (replicasNode && replicas !== void 0 && replicas < 0) {
    wrong3(replicasNode.at, "wrong-value", ".deploy.replicas must be at least 0");
  }
  const container2 = node.entries.get("container_name");
  const count2 = scaleNode ? scale : replicas;
  if (container2 && knownText(container2.node) !== "" && count2 !== void 0 && count2 > 1) {
    wrong3(container2.keyAt, "settings-conflict", ` has a container_name, which must be unique, and ${count2} replicas`);
  }
}
var LIMITS = [
  ["cpus", "limits", "cpus", (text2) => Math.fround(Number(text2))],
  ["mem_limit", "limits", "memory", parseBytes],
  ["mem_reservation", "reservations", "memory", parseBytes],
  ["pids_limit", "limits", "pids", (text2) => Number(text2)]
];
function checkLimits({ name, node }, loading) {
  for (const [key, group, attribute, read] of LIMITS) {
    const own = node.entries.get(key)?.node;
    const resources2 = descend(node, "deploy", "resources", group);
    const deployed = descend(resources2, attribute);
    if (!own || resources2?.kind !== "map" || isUnknown(own) || isUnknown(deployed)) continue;
    const a = read(knownText(own) ?? "0");
    const b = read(knownText(deployed) ?? "0");
    if (a === void 0 || b === void 0 || Number.isNaN(a) || Number.isNaN(b) || a === 0 || a === b) continue;
    const message = `services.${name} has different values for ${key} and deploy.resources.${group}.${attribute}`;
    reject(loading, own.at, "settings-conflict", message);
  }
}
function checkWatch({ name, node }, loading) {
  const watch2 = descend(node, "develop", "watch");
  for (const item of watch2?.kind === "list" ? watch2.items : []) {
    const action = knownText(descend(item, "action"));
    const target = descend(item, "target");
    if (action === void 0 || action === "rebuild" || action === "restart") continue;
    if (target && knownText(target) !== "") continue;
    reject(loading, item.at, "missing-key", `services.${name}.develop.watch must have a target for ${action}`);
  }
}
function checkMounts({ name, node }, loading) {
  const taken = /* @__PURE__ */ new Set();
  const mount3 = (target, at) => {
    if (target === void 0) return;
    if (taken.has(target))
      reject(loading, at, "duplicate-mount", `services.${name} mounts ${JSON.stringify(target)} twice`);
    taken.add(target);
  };
  const tmpfs = node.entries.get("tmpfs")?.node;
  for (const item of tmpfs?.kind === "list" ? tmpfs.items : []) mount3(knownText(item)?.split(":", 1)[0], item.at);
  const volumes = node.entries.get("volumes")?.node;
  for (const item of volumes?.kind === "list" ? volumes.items : []) {
    const target = descend(item, "target");
    if (item.kind === "map" && !isUnknown(target)) mount3(knownText(target) ?? "", item.at);
  }
}

// src/parse/compose/check.ts
function checkProject(project, loading) {
  for (const service2 of project.services.values()) {
    checkOrigin(service2, loading);
    checkBuild(service2, project, loading);
    checkReferences(service2, project, loading);
    checkDependencies(service2, project, loading);
    checkSettings(service2, loading);
  }
  checkJobs(project, loading);
  for (const [name, secret2] of project.secrets) checkSecret(name, secret2.node, secret2.at, loading);
  checkCycles(project, loading);
}
function isSet(node) {
  return node !== void 0 && !(node.kind === "scalar" && node.text === "");
}
function checkOrigin({ name, node, at }, loading) {
  if (isSet(node.entries.get("image")?.node) || node.entries.has("build") || node.entries.has("provider")) return;
  reject(loading, at, "no-image", `services.${name} has neither an image nor a build`);
}
function checkBuild({ name, node }, project, loading) {
  const build5 = node.entries.get("build")?.node;
  if (build5?.kind !== "map") return;
  const inline = build5.entries.get("dockerfile_inline");
  if (inline && isSet(inline.node) && isSet(build5.entries.get("dockerfile")?.node)) {
    reject(
      loading,
      inline.keyAt,
      "settings-conflict",
      `services.${name}.build has both dockerfile and dockerfile_inline`
    );
  }
  for (const [, { node: context }] of entriesOf(build5.entries.get("additional_contexts")?.node)) {
    const target = knownText(context);
    if (!target?.startsWith("service:")) continue;
    const other = target.slice("service:".length);
    const service2 = project.services.get(other) ?? project.disabled.get(other);
    const message = service2 ? `${other}, which is not built` : `${other}, which is not defined`;
    if (!service2?.node.entries.has("build")) {
      reject(loading, context.at, "undefined-reference", `services.${name}.build takes the service ${message}`);
    }
  }
  const platforms = itemsOf(build5.entries.get("platforms")?.node);
  const platform = node.entries.get("platform")?.node;
  const chosen = knownText(platform);
  if (platform && chosen && platforms.length > 0 && !platforms.some((item) => isUnknown(item) || knownText(item) === chosen)) {
    reject(
      loading,
      platform.at,
      "settings-conflict",
      `services.${name}.build.platforms must include the platform ${chosen}`
    );
  }
}
function entriesOf(node) {
  return node?.kind === "map" ? node.entries : /* @__PURE__ */ new Map();
}
function itemsOf(node) {
  return node?.kind === "list" ? node.items : [];
}
function checkReferences({ name, node }, project, loading) {
  const missing = (kind, target, at) => reject(loading, at, "undefined-reference", `services.${name} uses the ${kind} ${target}, which is not defined`);
  for (const [network2, { keyAt }] of entriesOf(node.entries.get("networks")?.node)) {
    if (!project.networks.has(network2)) missing("network", network2, keyAt);
  }
  for (const volume2 of itemsOf(node.entries.get("volumes")?.node)) {
    const source = knownText(descend(volume2, "source"));
    if (!source || knownText(descend(volume2, "type")) !== "volume") continue;
    if (!project.volumes.has(source)) missing("volume", source, volume2.at);
  }
  const granted = [
    ["config", node.entries.get("configs")?.node, project.configs],
    ["secret", node.entries.get("secrets")?.node, project.secrets],
    ["build secret", descend(node, "build", "secrets"), project.secrets]
  ];
  for (const [kind, list3, known2] of granted) {
    for (const item of itemsOf(list3)) {
      const source = descend(item, "source");
      if (isUnknown(source)) continue;
      const target = knownText(source) ?? "";
      if (!known2.has(target)) missing(kind, target, item.at);
    }
  }
  for (const [model2, { keyAt }] of entriesOf(node.entries.get("models")?.node)) {
    if (!project.models.has(model2)) missing("model", model2, keyAt);
  }
}
function checkDependencies({ name, node }, project, loading) {
  for (const [target, { keyAt, node: dependency2 }] of entriesOf(node.entries.get("depends_on")?.node)) {
    if (project.services.has(target)) continue;
    const required = descend(dependency2, "required");
    if (project.disabled.has(target)) {
      if (knownText(required) === "false" || isUnknown(required)) continue;
      const profiles = project.disabled.get(target)?.profiles.join(", ");
      const message = `services.${name} depends on ${target}, which only the profiles ${profiles} switch on`;
      reject(loading, keyAt, "disabled-reference", message);
    } else {
      const what = project.jobs.has(target) ? `the job ${target}; a service can only depend on services` : `${target}, which is not defined`;
      reject(loading, keyAt, "undefined-reference", `services.${name} depends on ${what}`);
    }
  }
}
function checkJobs(project, loading) {
  for (const [name, job2] of project.jobs) {
    if (project.services.has(name) || project.disabled.has(name)) {
      reject(loading, job2.at, "duplicate-key", `${name} is both a service and a job`);
    }
    for (const [target, { keyAt, node }] of entriesOf(job2.entries.get("depends_on")?.node)) {
      if (project.jobs.has(target) || project.services.has(target)) continue;
      if (project.disabled.has(target) && knownText(descend(node, "required")) === "false") continue;
      reject(loading, keyAt, "undefined-reference", `jobs.${name} depends on ${target}, which is not defined`);
    }
  }
}
function checkSecret(name, secret2, at, loading) {
  const external3 = secret2.entries.get("external")?.node;
  if (isExternal(secret2) || isUnknown(external3)) return;
  if (isSet(secret2.entries.get("file")?.node) || isSet(secret2.entries.get("environment")?.node)) return;
  reject(loading, at, "missing-key", `secrets.${name} must have file or environment`);
}

// src/parse/compose/decode.ts
function decodeProject(root, loading) {
  return rewrite(root, READINGS, (reading, node) => decode(node, reading, loading), "also-inside");
}
var WORDS = {
  boolean: "a boolean",
  bytes: "a size such as 512m",
  count: "a whole number or all",
  cpus: "a number of CPUs",
  duration: "a duration such as 1m30s",
  mode: "a file mode in octal digits",
  text: "a text",
  unsigned: "a whole number from 0 on",
  whole: "a whole number"
};
function decode(node, reading, loading) {
  if (node.kind !== "scalar" || node.text === null || isUnknown(node)) return node;
  if (reading === "boolean") return decodeBoolean(node, loading);
  if (!isReadable(node, node.text, reading)) wrong(node, reading, loading);
  return node;
}
function wrong(node, reading, loading) {
  reject(loading, node.at, "wrong-value", `${JSON.stringify(node.text)} is not ${WORDS[reading]}`);
}
function decodeBoolean(node, loading) {
  if (node.type !== "string") return node;
  const word = (node.text ?? "").toLowerCase();
  const on = ["true", "y", "yes", "on"].includes(word);
  if (on || ["false", "n", "no", "off"].includes(word)) return { ...node, text: String(on), type: "boolean" };
  wrong(node, "boolean", loading);
  return node;
}
function isReadable(node, text2, reading) {
  const numeric = node.type === "number";
  switch (reading) {
    case "bytes":
      return numeric || parseBytes(text2) !== void 0;
    case "count":
      return /^[-+]?\d+$/.test(text2) || !numeric && text2.toLowerCase() === "all";
    case "cpus":
      return numeric || /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text2);
    case "duration":
      return parseDuration(text2) !== void 0;
    case "mode":
      return numeric ? /^-?\d+$/.test(text2) : /^[-+]?[0-7]+$/.test(text2);
    case "text":
      return !numeric || /^-?\d+$/.test(text2);
    case "unsigned":
      return numeric && !text2.startsWith("-");
    case "whole":
      return numeric || /^[-+]?\d+$/.test(text2);
  }
}
var READINGS = patterns([
  ...["services.*", "jobs.*", "services.*.pre_start.*"].flatMap((prefix) => below2(prefix, containerReadings())),
  ...["services.*", "jobs.*"].flatMap((prefix) => below2(prefix, workloadReadings())),
  ...below2("services.*", deployReadings()),
  ...below2("services.*", [
    ["attach", "boolean"],
    ["scale", "whole"],
    ["post_start.*.privileged", "boolean"],
    ["pre_stop.*.privileged", "boolean"],
    ["pre_start.*.per_replica", "boolean"]
  ]),
  ["jobs.*.triggers.manual", "boolean"],
  ...["networks", "volumes", "secrets", "configs"].map((kind) => [`${kind}.*.external`, "boolean"])
]);
function below2(prefix, readings) {
  return readings.map(([path, reading]) => [`${prefix}.${path}`, reading]);
}
function containerReadings() {
  const rates = ["device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"];
  return [
    ...[
      "mem_limit",
      "mem_reservation",
      "memswap_limit",
      "mem_swappiness",
      "shm_size",
      "volumes.*.tmpfs.size",
      ...rates.map((key) => `blkio_config.${key}.*.rate`)
    ].map((path) => [path, "bytes"]),
    ...["volumes.*.bind.create_host_path", "env_file.*.required"].map((path) => [path, "boolean"]),
    ["blkio_config.weight", "unsigned"],
    ["blkio_config.weight_device.*.weight", "unsigned"],
    ["volumes.*.tmpfs.mode", "unsigned"],
    ["configs.*.mode", "mode"],
    ["secrets.*.mode", "mode"],
    ["gpus.*.count", "count"],
    ["group_add.*", "text"],
    ["stop_grace_period", "duration"]
  ];
}
function workloadReadings() {
  return [
    ...["interval", "timeout", "start_period", "start_interval"].map(
      (key) => [`healthcheck.${key}`, "duration"]
    ),
    ["healthcheck.retries", "unsigned"],
    ["ports.*.target", "unsigned"],
    ["build.shm_size", "bytes"],
    ["build.secrets.*.mode", "mode"],
    ...["no_cache", "pull", "privileged"].map((key) => [`build.${key}`, "boolean"])
  ];
}
function deployReadings() {
  const rollouts = ["deploy.update_config", "deploy.rollback_config"];
  return [
    ...rollouts.flatMap((path) => [[`${path}.delay`, "duration"], [`${path}.monitor`, "duration"]]),
    ...rollouts.map((path) => [`${path}.parallelism`, "unsigned"]),
    ["deploy.restart_policy.delay", "duration"],
    ["deploy.restart_policy.window", "duration"],
    ["deploy.restart_policy.max_attempts", "unsigned"],
    ["deploy.placement.max_replicas_per_node", "unsigned"],
    ["deploy.resources.*.cpus", "cpus"],
    ["deploy.resources.*.memory", "bytes"],
    ["deploy.resources.*.pids", "whole"],
    ["deploy.resources.reservations.devices.*.count", "count"],
    ["deploy.resources.reservations.generic_resources.*.discrete_resource_spec.value", "whole"]
  ];
}

// src/parse/compose/paths.ts
function isAbsolute(path) {
  return /^[/~]/.test(path) || /^[a-zA-Z]:[\\/]/.test(path) || path.startsWith("\\\\");
}
function resolvePath(directory, path) {
  return isAbsolute(path) || path === "" ? path : joinPath(directory, path);
}
function relativePath(from, to) {
  const parts = (path) => path === "." ? [] : path.split("/");
  const here = parts(from);
  const there = parts(to);
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => "..");
  return [...up, ...there.slice(shared)].join("/") || ".";
}
function isRemoteContext(context) {
  return context.includes("://") || /^(service:|github\.com\/|git@)/.test(context);
}
function resolveScalar(node, directory) {
  if (node.kind !== "scalar" || node.text === null) return node;
  const text2 = isUnknown(node) ? resolveUnknown(directory, node.text) : resolvePath(directory, node.text);
  return text2 === node.text ? node : { ...node, text: text2 };
}
function resolveUnknown(directory, text2) {
  const slash = text2.lastIndexOf("/", Math.max(0, text2.indexOf("$")));
  const before = text2.slice(0, slash + 1);
  if (text2.startsWith("$") || isAbsolute(text2)) return text2;
  const resolved = joinPath(directory, before);
  return resolved === "." ? text2.slice(slash + 1) : `${resolved}/${text2.slice(slash + 1)}`;
}
var buildContext = (node, directory) => {
  return node.kind === "scalar" && isRemoteContext(node.text ?? "") ? node : resolveScalar(node, directory);
};
var bindMount = (node, directory) => {
  const type = node.kind === "map" ? node.entries.get("type")?.node : void 0;
  if (node.kind !== "map" || type?.kind !== "scalar" || type.text !== "bind") return node;
  return mapEntries(node, (child2, key) => key === "source" ? resolveScalar(child2, directory) : child2);
};
var localVolume = (node, directory) => {
  if (node.kind !== "map") return node;
  const options = node.entries.get("driver_opts")?.node;
  const driver = node.entries.get("driver")?.node;
  if (driver?.kind !== "scalar" || driver.text !== "local" || options?.kind !== "map") return node;
  const kind = options.entries.get("o")?.node;
  const device3 = options.entries.get("device")?.node;
  if (kind?.kind !== "scalar" || kind.text !== "bind" || !device3) return node;
  return withEntry(node, "driver_opts", withEntry(options, "device", resolveScalar(device3, directory)));
};
var CONTAINER = [
  ["env_file.*.path", resolveScalar],
  ["label_file.*", resolveScalar],
  ["volumes.*", bindMount]
];
var WORKLOAD = [
  ...CONTAINER,
  ["build.context", buildContext],
  ["build.additional_contexts.*", buildContext],
  ["build.ssh.*", resolveScalar],
  ["extends.file", resolveScalar]
];
function under(prefix, rules2) {
  return rules2.map(([path, resolve3]) => [`${prefix}.${path}`, resolve3]);
}
var PATHS = patterns([
  ...under("services.*", WORKLOAD),
  ...under("jobs.*", WORKLOAD),
  ...under("services.*.pre_start.*", CONTAINER),
  ["services.*.develop.watch.*.path", resolveScalar],
  ["configs.*.file", resolveScalar],
  ["secrets.*.file", resolveScalar],
  ["volumes.*", localVolume]
]);
function resolvePaths(root, directory) {
  return rewrite(root, PATHS, (resolve3, node) => resolve3(node, directory));
}

// src/parse/compose/extends.ts
var MAX_CHAIN = 100;
function applyExtends(root, removals, extending) {
  const entries = new Map(root.entries);
  for (const kind of ["services", "jobs"]) {
    const section = entries.get(kind);
    if (section?.node.kind !== "map") continue;
    const services2 = new Map(section.node.entries);
    const chain = { ...extending, services: services2, removals, links: [] };
    for (const name of services2.keys()) extendService(name, chain);
    entries.set(kind, { ...section, node: { ...section.node, entries: services2 } });
  }
  return { ...root, entries };
}
function extendService(name, chain) {
  const entry = chain.services.get(name);
  const service2 = entry?.node;
  if (!entry || service2?.kind !== "map") return service2;
  const written = service2.entries.get("extends")?.node;
  if (!written) return service2;
  const own = without(service2, "extends");
  const reference = referenceOf(written);
  const base = reference ? baseOf2(name, reference, chain) : void 0;
  if (!reference && !isUnknownReference(written)) {
    reject(chain.loading, written.at, "wrong-type", `services.${name}.extends must name a service`);
  }
  const merged = base ? mergeNodes(base, own, ["services", name], chain.loading.report) : own;
  const completed = merged.kind === "map" ? { ...without(merged, "extends"), at: service2.at } : own;
  chain.services.set(name, { ...entry, node: completed });
  return completed;
}
function isUnknownReference(node) {
  return isUnknown(node) || node.kind === "map" && [...node.entries.values()].some((entry) => isUnknown(entry.node));
}
function referenceOf(node) {
  const text2 = (part) => knownText(part);
  if (node.kind === "scalar") {
    const service3 = text2(node);
    return service3 === void 0 ? void 0 : { service: service3, at: node.at };
  }
  if (node.kind !== "map") return void 0;
  const service2 = text2(node.entries.get("service")?.node);
  const fileNode = node.entries.get("file")?.node;
  const file = text2(fileNode);
  if (service2 === void 0 || isUnknown(fileNode)) return void 0;
  return { service: service2, at: fileNode?.at ?? node.at, ...file === void 0 ? {} : { file } };
}
function baseOf2(name, reference, chain) {
  const { loading, scope } = chain;
  let { services: services2, removals } = chain;
  let link = `${chain.file}
${name}`;
  if (reference.file !== void 0) {
    const path = resolvePath(scope.directory, reference.file);
    const opened = chain.open(path, relativePath(scope.directory, directoryOf(path)));
    if (!opened) {
      loading.missing(path, reference.at);
      return void 0;
    }
    services2 = new Map(opened.services);
    removals = opened.removals;
    link = `${path}
${name}`;
  }
  if (!services2.has(reference.service)) {
    reject(
      loading,
      reference.at,
      "undefined-reference",
      `services.${name} extends the service ${reference.service}, which is not defined`
    );
    return void 0;
  }
  if (chain.links.includes(link) || chain.links.length >= MAX_CHAIN) {
    reject(loading, reference.at, "cycle", `services.${name} extends itself`);
    return void 0;
  }
  const base = extendService(reference.service, { ...chain, services: services2, removals, links: [...chain.links, link] });
  if (base?.kind !== "map") return void 0;
  const wrapped = chain.removals.children.get("services")?.children.get(name);
  return applyRemovals(base, wrapped);
}

// src/parse/compose/include.ts
var MAX_DEPTH2 = 50;
var SECTIONS = ["services", "jobs", "volumes", "networks", "secrets", "configs", "models"];
function applyIncludes(root, removals, including) {
  const written = root.entries.get("include")?.node;
  if (!written) return root;
  let result = without(root, "include");
  if (written.kind !== "list") {
    if (written.kind === "map" || written.text !== null)
      reject(including.loading, written.at, "wrong-type", "include must be a list");
    return result;
  }
  for (const item of written.items) {
    const include = includeOf(item, including);
    const model2 = include && loadInclude(include, including);
    if (model2) result = importModel(model2, result, removals, including.loading);
  }
  return result;
}
function includeOf(item, { loading }) {
  if (isUnknown(item)) return void 0;
  if (item.kind === "scalar" && item.type === "string") return { paths: places(item), environmentFiles: [] };
  if (item.kind !== "map") {
    reject(loading, item.at, "wrong-type", "An item of include must be a path or a mapping");
    return void 0;
  }
  for (const [key, { keyAt }] of item.entries) {
    if (["path", "project_directory", "env_file"].includes(key)) continue;
    reject(loading, keyAt, "unknown-key", `include does not know the key ${key}`);
  }
  const directory = knownText(item.entries.get("project_directory")?.node);
  return {
    paths: places(item.entries.get("path")?.node),
    environmentFiles: places(item.entries.get("env_file")?.node),
    ...directory === void 0 || directory === "" ? {} : { projectDirectory: directory }
  };
}
function places(node) {
  const items = node?.kind === "list" ? node.items : node ? [node] : [];
  return items.flatMap((item) => {
    const path = knownText(item);
    return path === void 0 ? [] : [{ path, at: item.at }];
  });
}
function loadInclude(include, including) {
  const { scope, loading, path: file } = including;
  const paths = include.paths.map(({ path, at }) => ({ path: resolvePath(scope.directory, path), at }));
  const [main] = paths;
  if (!main) return void 0;
  if (scope.including.includes(main.path) || main.path === file || scope.including.length >= MAX_DEPTH2) {
    reject(loading, main.at, "cycle", `${main.path} includes itself`);
    return void 0;
  }
  for (const { path, at } of paths) if (!loading.read(path)) loading.missing(path, at);
  const given = include.projectDirectory;
  const directory = given === void 0 ? directoryOf(main.path) : resolvePath(scope.directory, given);
  const readable = paths.map(({ path }) => path).filter((path) => loading.read(path) !== void 0);
  const inner = {
    directory,
    variables: variablesOf(include, directory, including),
    including: [...scope.including, file]
  };
  return including.load(readable, inner, relativePath(scope.directory, directory), loading);
}
function variablesOf(include, directory, { scope, loading }) {
  const files = include.environmentFiles.filter(({ path }) => path !== "/dev/null");
  const named2 = files.map(({ path, at }) => ({ path: resolvePath(scope.directory, path), at }));
  const fallback = { path: resolvePath(directory, ".env") };
  const own = readVariables(include.environmentFiles.length > 0 ? named2 : [fallback], scope.variables, loading);
  return new Map([...own, ...scope.variables]);
}
function importModel(model2, into, removals, loading) {
  const entries = new Map(into.entries);
  for (const kind of SECTIONS) {
    const from = model2.entries.get(kind);
    if (from?.node.kind !== "map") continue;
    const before = entries.get(kind);
    if (before && before.node.kind !== "map" && !(before.node.kind === "scalar" && before.node.text === null)) continue;
    const named2 = new Map(before?.node.kind === "map" ? before.node.entries : []);
    for (const [name, entry] of from.node.entries) {
      const own = named2.get(name);
      if (own && sameNode(own.node, entry.node)) continue;
      const base = own && applyRemovals(entry.node, removals.children.get(kind)?.children.get(name));
      named2.set(name, own && base ? { ...own, node: mergeNodes(base, own.node, [kind, name], loading.report) } : entry);
    }
    entries.set(kind, { keyAt: before?.keyAt ?? from.keyAt, node: { ...from.node, entries: named2 } });
  }
  return { ...into, entries };
}

// src/parse/compose/volumes.ts
import { posix as posix2 } from "node:path";
var PROPAGATIONS = /* @__PURE__ */ new Set(["rprivate", "private", "rshared", "shared", "rslave", "slave"]);
function longVolume(node) {
  const text2 = node.text ?? "";
  if (text2 === "") return { wrong: "A mount must not be empty" };
  if (text2.length <= 2 && !isUnknown(node)) return { volume: volumeMap(node, "", text2, []) };
  const parts = splitVolume(text2);
  if (parts.some((part) => part === "")) return { wrong: `${JSON.stringify(text2)} has an empty part between colons` };
  if (parts.length > 3) return { wrong: `${JSON.stringify(text2)} has too many colons` };
  const [first = "", second, options = ""] = parts;
  const source = second === void 0 ? "" : first;
  return { volume: volumeMap(node, source, second ?? first, options.split(",")) };
}
function splitVolume(text2) {
  const parts = [];
  for (const part of splitOutsideBraces(text2, ":")) {
    const before = parts.at(-1);
    if (before !== void 0 && new RegExp("^\\p{L}$", "u").test(before)) parts[parts.length - 1] = `${before}:${part}`;
    else parts.push(part);
  }
  return parts;
}
function volumeMap(node, source, target, options) {
  const { at } = node;
  const bind = isHostPath(source);
  const part = (text2) => partOf(node, text2);
  const propagation = options.findLast((option) => PROPAGATIONS.has(option));
  const selinux = options.findLast((option) => option === "z" || option === "Z");
  const access = options.findLast((option) => option === "ro" || option === "rw");
  const bindMap = mapOf(at, [
    ["selinux", selinux === void 0 ? void 0 : scalarOf(selinux, at)],
    ["propagation", propagation === void 0 ? void 0 : scalarOf(propagation, at)],
    ["create_host_path", bind ? scalarOf("true", at, "boolean") : void 0]
  ]);
  const volumeOptions = mapOf(at, [
    ["nocopy", options.includes("nocopy") ? scalarOf("true", at, "boolean") : void 0]
  ]);
  const cleaned = part(target);
  return mapOf(at, [
    ["type", typeOf(node, source, bind)],
    ["source", source === "" ? void 0 : part(source)],
    ["target", isUnknown(cleaned) ? cleaned : { ...cleaned, text: posix2.normalize(target).replace(/(?<=.)\/$/, "") }],
    ["read_only", access === "ro" ? scalarOf("true", at, "boolean") : void 0],
    ["bind", bindMap.entries.size > 0 ? bindMap : void 0],
    ["volume", !bind || volumeOptions.entries.size > 0 ? volumeOptions : void 0]
  ]);
}
function typeOf(node, source, bind) {
  const type = scalarOf(bind ? "bind" : "volume", node.at);
  const open = isUnknown(node) && source.startsWith("$");
  return open ? { ...partOf(node, source), text: source } : type;
}
function partOf(node, text2) {
  const scalar2 = scalarOf(text2, node.at);
  const { interpolation } = node;
  if (!interpolation || isUnknown(node) && !text2.includes("$")) return scalar2;
  return { ...scalar2, interpolation: { ...interpolation, raw: isUnknown(node) ? text2 : interpolation.raw } };
}
function isHostPath(source) {
  return /^[./~]/.test(source) || source.startsWith("\\\\") || new RegExp("^\\p{L}:", "u").test(source);
}

// src/parse/compose/long-forms.ts
function expandShortForms(root, report2) {
  return change(root, CHANGES, { path: "", report: report2 });
}
function change(node, pattern, context) {
  if (!pattern) return node;
  const changed = pattern.value ? pattern.value(node, context) : node;
  if (pattern.children.size === 0) return changed;
  if (changed.kind === "map") {
    return mapEntries(
      changed,
      (child2, key) => change(child2, step(pattern, key), { path: below(context.path, key), report: context.report })
    );
  }
  if (changed.kind !== "list") return changed;
  const inside = { path: below(context.path, "[]"), report: context.report };
  return mapItems(changed, (item) => change(item, step(pattern, "[]"), inside));
}
function wrong2(node, context, message, code2 = "wrong-type") {
  context.report({ at: node.at, message: `${context.path}: ${message}`, kind: "structure", code: code2 });
}
var toList2 = (node) => node.kind === "scalar" && node.text !== null ? listOf(node.at, [node]) : node;
var namesToMap = (node) => {
  if (node.kind !== "list") return node;
  return namedEntries(node, (item) => nullAt(item.at));
};
function namedEntries(list3, value) {
  const entries = /* @__PURE__ */ new Map();
  for (const item of list3.items) {
    if (item.kind === "scalar" && item.text !== null) entries.set(item.text, { keyAt: item.at, node: value(item) });
  }
  return { kind: "map", at: list3.at, entries };
}
var dependencies2 = (node) => {
  if (node.kind === "list") return namedEntries(node, startedDependency);
  if (node.kind !== "map") return node;
  return mapEntries(node, (dependency2) => {
    if (dependency2.kind !== "map") return dependency2;
    const defaults = startedDependency(dependency2);
    return { ...dependency2, entries: new Map([...defaults.entries, ...dependency2.entries]) };
  });
};
var environmentFiles = (node, context) => {
  if (node.kind === "map") wrong2(node, context, "env_file is a path or a list");
  const items = node.kind === "list" ? node.items : isNull(node) ? [] : [node];
  return listOf(node.at, items.map(environmentFile2));
};
function environmentFile2(item) {
  const required = scalarOf("true", item.at, "boolean");
  if (item.kind === "scalar")
    return mapOf(item.at, [
      ["path", item],
      ["required", required]
    ]);
  if (item.kind !== "map" || item.entries.has("required")) return item;
  return withEntry(item, "required", required);
}
var ports = (node, context) => {
  if (node.kind !== "list") return node;
  const items = [];
  for (const item of node.items) {
    if (item.kind !== "scalar" || item.text === null) {
      items.push(item);
      continue;
    }
    const result = longPorts(item);
    if ("wrong" in result) wrong2(item, context, result.wrong, "invalid-port");
    else for (const port4 of result.ports) items.push(port4);
  }
  return listOf(node.at, items);
};
var mounts = (node, context) => {
  if (node.kind !== "list") return node;
  const items = [];
  for (const item of node.items) {
    if (item.kind !== "scalar" || item.text === null) {
      items.push(item);
      continue;
    }
    const result = longVolume(item);
    if ("wrong" in result) wrong2(item, context, result.wrong, "invalid-volume");
    else items.push(result.volume);
  }
  return listOf(node.at, items);
};
var device2 = (node, context) => {
  if (node.kind !== "scalar" || node.text === null || isUnknown(node)) return node;
  const parts = node.text.split(":");
  if (parts.length > 3) wrong2(node, context, `${JSON.stringify(node.text)} has too many colons`, "invalid-device");
  const [source = "", target = "", permissions = "rwm"] = parts;
  return mapOf(node.at, [
    ["source", { ...node, text: source }],
    ["target", { ...node, text: target === "" ? source : target }],
    ["permissions", scalarOf(permissions, node.at)]
  ]);
};
var grant = (node) => node.kind === "scalar" && node.text !== null ? mapOf(node.at, [["source", node]]) : node;
var allGpus = (node) => {
  if (node.kind !== "scalar" || node.text === null) return node;
  return listOf(node.at, [mapOf(node.at, [["count", isUnknown(node) ? node : scalarOf("all", node.at)]])]);
};
var build4 = (node) => {
  return node.kind === "scalar" && node.text !== null ? mapOf(node.at, [["context", node]]) : node;
};
var contexts = (node, context) => {
  if (node.kind !== "list") return node;
  for (const item of node.items) {
    if (item.kind === "scalar" && !isUnknown(item) && !item.text?.includes("="))
      wrong2(item, context, "A context is written name=path");
  }
  return keyValueMap(node);
};
var sshKeys = (node, context) => {
  if (node.kind !== "list") return node;
  for (const item of node.items) {
    const bare = item.kind === "scalar" && !isUnknown(item) && item.text !== "default" && !item.text?.includes("=");
    if (bare) wrong2(item, context, "An SSH key other than default is written id=path");
  }
  return keyValueMap(node);
};
var schedule2 = (node) => node.kind === "scalar" && node.text !== null ? mapOf(node.at, [["cron", node]]) : node;
var external2 = (node, context) => {
  const old = node.kind === "map" ? node.entries.get("external")?.node : void 0;
  if (node.kind !== "map" || old?.kind !== "map") return node;
  const resource = withEntry(node, "external", scalarOf("true", old.at, "boolean"));
  const oldName = old.entries.get("name");
  const name = node.entries.get("name")?.node;
  if (!oldName) return resource;
  if (!name) return withEntry(resource, "name", oldName.node, oldName.keyAt);
  const different = name.kind === "scalar" && oldName.node.kind === "scalar" && name.text !== oldName.node.text;
  if (different) wrong2(node, context, "name and external.name say different things", "settings-conflict");
  return resource;
};
var ulimit2 = (node, context) => {
  if (node.kind === "scalar" && node.type !== "number" && !isUnknown(node))
    wrong2(node, context, "A limit is a whole number or a mapping");
  return node;
};
var CHANGES = patterns([
  ...["services.*", "jobs.*", "services.*.pre_start.*"].flatMap(
    (prefix) => [
      ["env_file", environmentFiles],
      ["label_file", toList2],
      ["gpus", allGpus],
      ["networks", namesToMap],
      ["models", namesToMap],
      ["volumes", mounts],
      ["dns", toList2],
      ["dns_search", toList2],
      ["tmpfs", toList2],
      ["devices.*", device2],
      ["secrets.*", grant],
      ["configs.*", grant],
      ["ulimits.*", ulimit2]
    ].map(([path, to]) => [`${prefix}.${path}`, to])
  ),
  ...["services.*", "jobs.*"].flatMap(
    (prefix) => [
      ["build", build4],
      ["build.secrets.*", grant],
      ["build.additional_contexts", contexts],
      ["build.ssh", sshKeys],
      ["build.ulimits.*", ulimit2],
      ["depends_on", dependencies2],
      ["ports", ports]
    ].map(([path, to]) => [`${prefix}.${path}`, to])
  ),
  ["jobs.*.triggers.schedule.*", schedule2],
  ["services.*.develop.watch.*.ignore", toList2],
  ["services.*.develop.watch.*.include", toList2],
  ["volumes.*", external2],
  ["networks.*", external2],
  ["secrets.*", external2],
  ["configs.*", external2]
]);

// src/parse/compose/promote.ts
function promoteExtensions(root, loading) {
  return mapEntries(root, (section, kind) => {
    if (kind !== "services" || section.kind !== "map") return section;
    return mapEntries(section, (service2, name) => {
      const promoted = promote(service2, "x-develop", "develop", ["services", name], loading);
      return promoted.kind === "map" ? promoteWatch(promoted, name, loading) : promoted;
    });
  });
}
function promoteWatch(service2, name, loading) {
  const develop = service2.entries.get("develop")?.node;
  const watch2 = develop?.kind === "map" ? develop.entries.get("watch")?.node : void 0;
  if (develop?.kind !== "map" || watch2?.kind !== "list") return service2;
  const path = ["services", name, "develop", "watch", "[]"];
  const items = watch2.items.map((item) => promote(item, "x-initialSync", "initial_sync", path, loading));
  const change2 = (node, key) => key === "watch" ? { ...watch2, items } : node;
  return mapEntries(service2, (node, key) => key === "develop" ? mapEntries(develop, change2) : node);
}
function promote(node, from, to, path, loading) {
  const old = node.kind === "map" ? node.entries.get(from) : void 0;
  if (node.kind !== "map" || !old) return node;
  const own = node.entries.get(to);
  const entry = own ? { ...own, node: mergeNodes(old.node, own.node, [...path, to], loading.report) } : old;
  const rest = without(node, from);
  return { ...rest, entries: new Map([...rest.entries, [to, entry]]) };
}

// src/parse/compose/schema-check.ts
function checkSchema(root, loading) {
  return checkNode(root, PROJECT_SHAPE, "", loading);
}
function checkNode(node, shape, path, loading) {
  if (shape.any) return node;
  if (node.kind === "scalar" && shape.scalar) return checkScalar(node, shape.scalar, path, loading);
  if (node.kind === "list" && shape.list) return checkList(node, shape.list, path, loading);
  if (node.kind === "map" && shape.map) return checkMap(node, shape.map, path, loading);
  reject(loading, node.at, "wrong-type", `${placeName(path)} must be ${expected(shape)}`);
  return nullAt(node.at);
}
function placeName(path) {
  return path === "" ? "A Compose file" : path;
}
var TYPE_WORDS = {
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "a boolean",
  null: "null"
};
function expected(shape) {
  const words3 = (shape.scalar?.types ?? []).map((type) => TYPE_WORDS[type]);
  if (shape.list) words3.push("a list");
  if (shape.map) words3.push("a mapping");
  const last = words3.pop() ?? "nothing";
  return words3.length === 0 ? last : `${words3.join(", ")} or ${last}`;
}
function hasType(node, type) {
  if (type === "integer") return node.type === "number" && /^-?\d+$/.test(node.text ?? "");
  if (type === "number") return node.type === "number" && !/^(?:NaN|[-+]Inf)$/.test(node.text ?? "");
  return node.type === type;
}
function checkScalar(node, shape, path, loading) {
  if (isUnknown(node)) return node;
  const wrong3 = (code2, must) => reject(loading, node.at, code2, `${placeName(path)} must be ${must}`);
  const value = node.text ?? "";
  if (!shape.types.some((type) => hasType(node, type))) wrong3("wrong-type", expected({ scalar: shape }));
  else if (node.type === "string" && shape.oneOf && !shape.oneOf.includes(value)) {
    wrong3("wrong-value", `one of ${shape.oneOf.join(", ")}`);
  } else if (node.type === "string" && shape.pattern && !shape.pattern.test(value))
    wrong3("wrong-value", "written differently");
  else if (node.type === "number" && shape.min !== void 0 && Number(value) < shape.min)
    wrong3("wrong-value", `at least ${shape.min}`);
  else if (node.type === "number" && shape.max !== void 0 && Number(value) > shape.max)
    wrong3("wrong-value", `at most ${shape.max}`);
  return node;
}
function checkList(node, shape, path, loading) {
  const seen = /* @__PURE__ */ new Set();
  return mapItems(node, (item, index) => {
    if (shape.unique && !isUnknown(item)) {
      const print = fingerprint2(item);
      if (seen.has(print)) reject(loading, item.at, "duplicate-item", `${placeName(path)} has the same item twice`);
      seen.add(print);
    }
    return checkNode(item, shape.item, below(path, String(index)), loading);
  });
}
function checkMap(node, shape, path, loading) {
  const checked = mapEntries(node, (child2, key) => {
    const known2 = shape.keys.get(key) ?? (shape.others?.pattern.test(key) ? shape.others.shape : void 0);
    if (known2) return checkNode(child2, known2, below(path, key), loading);
    if (!shape.open && !(shape.extensions && key.startsWith("x-"))) {
      const at = node.entries.get(key)?.keyAt ?? child2.at;
      reject(loading, at, "unknown-key", `${placeName(path)} does not know the key ${key}`);
    }
    return child2;
  });
  for (const key of shape.required) {
    if (!node.entries.has(key)) reject(loading, node.at, "missing-key", `${placeName(path)} must have the key ${key}`);
  }
  return checked;
}

// src/parse/compose/unique.ts
function textAt(node, key) {
  const child2 = node?.kind === "map" ? node.entries.get(key)?.node : void 0;
  return child2?.kind === "scalar" && child2.text !== null ? child2.text : void 0;
}
var byName3 = (node) => node.kind === "scalar" ? (node.text ?? "").split("=", 1)[0] ?? "" : fingerprint2(node);
var byText = (node) => node.kind === "scalar" ? node.text ?? "" : fingerprint2(node);
var byTarget = (node) => {
  if (node.kind === "map") return textAt(node, "target") ?? fingerprint2(node);
  if (node.kind !== "scalar" || isUnknown(node)) return fingerprint2(node);
  const result = longVolume(node);
  return "volume" in result ? textAt(result.volume, "target") ?? "" : fingerprint2(node);
};
var byDevice = (node) => {
  if (node.kind === "map") return textAt(node, "target") ?? fingerprint2(node);
  if (node.kind !== "scalar") return fingerprint2(node);
  const [source = "", target = source] = (node.text ?? "").split(":");
  return target;
};
function byMount(directory) {
  return (node) => {
    if (node.kind === "scalar") return `${directory}/${node.text}`;
    return textAt(node, "target") ?? `${directory}/${textAt(node, "source")}`;
  };
}
var byBinding = (node) => {
  if (node.kind !== "map") return byText(node);
  const published = textAt(node, "published") ?? "";
  const address = textAt(node, "host_ip") ?? "0.0.0.0";
  return `${address}:${published}:${textAt(node, "target")}/${textAt(node, "protocol") ?? "tcp"}`;
};
var byPath = (node) => textAt(node, "path") ?? byText(node);
var KEYS = [
  ["networks.*.labels", byName3],
  ...[
    "annotations",
    "build.args",
    "build.additional_contexts",
    "build.tags",
    "build.labels",
    "cap_add",
    "cap_drop",
    "deploy.labels",
    "dns",
    "dns_opt",
    "dns_search",
    "environment",
    "labels",
    "links",
    "networks.*.aliases",
    "networks.*.link_local_ips",
    "profiles",
    "sysctls",
    "tmpfs"
  ].map((path) => [`services.*.${path}`, byName3]),
  ["services.*.expose", byText],
  ["services.*.devices", byDevice],
  ["services.*.configs", byMount("")],
  ["services.*.secrets", byMount("/run/secrets")],
  ["services.*.env_file", byPath],
  ["services.*.ports", byBinding],
  ["services.*.volumes", byTarget]
];
var UNIQUE = patterns(KEYS);
function uniqueProject(root) {
  return rewrite(root, UNIQUE, (keyOf, node) => uniqueItems(node, keyOf), "also-inside");
}
function uniqueItems(node, keyOf) {
  if (node.kind !== "list") return node;
  const items = /* @__PURE__ */ new Map();
  for (const item of node.items) items.set(keyOf(item), item);
  return items.size === node.items.length ? node : { ...node, items: [...items.values()] };
}

// src/parse/compose/model.ts
function loadModel(files, scope, pathsTo, loading) {
  let model2;
  const extended = /* @__PURE__ */ new Map();
  for (const path of files) {
    for (const document of readFile(path, loading)) {
      model2 = addDocument(model2, document, { path, scope, loading, extended });
    }
  }
  return model2 && resolvePaths(applyDefaults(model2, loading), pathsTo);
}
function readFile(path, loading) {
  const file = loading.parse(path);
  if (!file) {
    loading.missing(path, { path, start: 0, end: 0 });
    return [];
  }
  loading.took(path);
  for (const problem2 of file.problems) loading.report(problem2);
  return file.documents;
}
function prepare({ root }, { path, scope, loading }) {
  if (root?.kind !== "map") {
    const at = root?.at ?? { path, start: 0, end: 0 };
    reject(loading, at, "not-a-mapping", "The top level of a Compose file must be a mapping");
    return void 0;
  }
  checkKeys(root, loading);
  const taken = takeRemovals(root);
  const interpolated = interpolateFile(taken.root, {
    lookup: (name) => scope.variables.get(name),
    unset: loading.unset,
    sourceOf: loading.read,
    report: loading.report
  });
  return { root: promoteExtensions(interpolated, loading), removals: taken.removals };
}
function checkKeys(node, loading) {
  if (node.kind === "list") for (const item of node.items) checkKeys(item, loading);
  if (node.kind !== "map") return;
  for (const [key, entry] of node.entries) {
    if (entry.keyType) reject(loading, entry.keyAt, "wrong-type", `The key ${key} must be a string; put it in quotes`);
    checkKeys(entry.node, loading);
  }
}
function addDocument(before, document, context) {
  const { path, scope, loading, extended } = context;
  const prepared = prepare(document, context);
  if (!prepared) return before;
  const { removals } = prepared;
  const included = applyIncludes(prepared.root, removals, { path, scope, loading, load: loadModel });
  const own = applyExtends(included, removals, {
    loading,
    scope,
    file: path,
    open: (file, directory) => openExtended(file, directory, { ...context, path: file }, extended)
  });
  const base = before && applyRemovals(before, removals);
  const merged = base ? mergeNodes(base, own, [], loading.report) : own;
  const checked = checkSchema(uniqueProject(merged), loading);
  return uniqueProject(omitEmpty(expandShortForms(checked, loading.report)));
}
function openExtended(path, directory, context, cache) {
  const key = `${path}
${directory}`;
  if (cache.has(key)) return cache.get(key);
  const { loading } = context;
  if (!loading.read(path)) {
    cache.set(key, void 0);
    return void 0;
  }
  let root;
  let removals = { children: /* @__PURE__ */ new Map() };
  for (const document of readFile(path, loading)) {
    const prepared = prepare(document, context);
    if (!prepared) continue;
    const base = root && applyRemovals(root, prepared.removals);
    const merged = base ? mergeNodes(base, prepared.root, [], loading.report) : prepared.root;
    root = uniqueProject(expandShortForms(uniqueProject(merged), loading.report));
    removals = prepared.removals;
  }
  const services2 = root && resolvePaths(root, directory).entries.get("services")?.node;
  const opened = { services: services2?.kind === "map" ? services2.entries : /* @__PURE__ */ new Map(), removals };
  cache.set(key, opened);
  return opened;
}
function omitEmpty(root) {
  return mapEntries(root, (section, kind) => {
    if (kind !== "services" && kind !== "jobs" || section.kind !== "map") return section;
    return mapEntries(section, (service2) => {
      if (service2.kind !== "map") return service2;
      return mapEntries(service2, (node, key) => {
        if (key !== "dns" || node.kind !== "list") return node;
        return {
          ...node,
          items: node.items.filter((item) => item.kind !== "scalar" || item.text !== null && item.text !== "")
        };
      });
    });
  });
}

// src/parse/compose/name.ts
function normalProjectName(text2) {
  return text2.toLowerCase().replace(/[^a-z0-9_-]/g, "").replace(/^[_-]+/, "");
}
function writtenName(files, variables, loading) {
  let name = "";
  for (const path of files) {
    for (const { root } of loading.parse(path)?.documents ?? []) {
      const node = root?.kind === "map" ? root.entries.get("name")?.node : void 0;
      if (node?.kind === "scalar" && node.text) name = node.text;
    }
  }
  const result = interpolateText(name, { lookup: (key) => variables.get(key), unset: loading.unset }, () => ({
    path: "",
    start: 0,
    end: 0
  }));
  if (result.state === "invalid" || result.state === "unknown" || result.state === "required") return null;
  return normalProjectName(result.text);
}

// src/parse/compose/project.ts
function loadComposeProject(request) {
  const log = startLog(request);
  const directory = request.projectDirectory ?? directoryOf(request.files[0] ?? "");
  const variables = environmentOf(request, directory, log.loading);
  const name = projectName(request, directory, variables, log.loading);
  variables.set("COMPOSE_PROJECT_NAME", { text: name ?? "", known: name !== void 0 });
  const files = request.files.map((file) => joinPath(".", file));
  const model2 = loadModel(files, { directory, variables, including: [] }, directory, log.loading);
  if (!model2 || model2.entries.size === 0) {
    const path = files[0] ?? "";
    if (log.files.size > 0) reject(log.loading, { path, start: 0, end: 0 }, "empty", "The Compose file is empty");
  }
  const { jobs, models, ...project } = assemble(
    model2 && decodeProject(model2, log.loading),
    name,
    { loading: log.loading, variables },
    request.profiles
  );
  checkProject({ ...project, jobs, models }, log.loading);
  return { ...project, files: [...log.files], problems: [...log.problems.values()], missing: [...log.missing.values()] };
}
function startLog({ read, unset }) {
  const sources = /* @__PURE__ */ new Map();
  const parsed = /* @__PURE__ */ new Map();
  const files = /* @__PURE__ */ new Set();
  const problems = /* @__PURE__ */ new Map();
  const missing = /* @__PURE__ */ new Map();
  const readOnce = (path) => {
    if (!sources.has(path)) sources.set(path, read(path));
    return sources.get(path);
  };
  const parseOnce = (path) => {
    const source = readOnce(path);
    if (!parsed.has(path)) parsed.set(path, source && parseYaml(source));
    return parsed.get(path);
  };
  const keyOf = (at, rest) => `${at.path}
${at.start}
${at.end}
${rest}`;
  const loading = {
    unset,
    read: readOnce,
    parse: parseOnce,
    report: (problem2) => problems.set(keyOf(problem2.at, problem2.message), problem2),
    missing: (path, at) => missing.set(keyOf(at, path), { path, at }),
    took: (path) => files.add(path)
  };
  return { loading, files, problems, missing };
}
function environmentOf(request, directory, loading) {
  const shell = new Map(
    [...request.environment].map(([key, text2]) => [key, { text: text2, known: true }])
  );
  const named2 = request.environmentFiles?.map((path) => ({ path, at: { path, start: 0, end: 0 } }));
  const files = named2 ?? [{ path: resolvePath(directory, ".env") }];
  return new Map([...readVariables(files, shell, loading), ...shell]);
}
function projectName(request, directory, variables, loading) {
  const given = variables.get("COMPOSE_PROJECT_NAME");
  if (given && given.text !== "") return given.known ? given.text : void 0;
  const written = writtenName(request.files, variables, loading);
  if (written === null) return void 0;
  return written || normalProjectName(directory === "." ? "" : fileName(directory)) || void 0;
}
function assemble(model2, name, finishing, profiles) {
  const services2 = /* @__PURE__ */ new Map();
  const disabled = /* @__PURE__ */ new Map();
  for (const [key, { keyAt, node }] of sectionOf(model2, "services")) {
    if (node.kind !== "map") continue;
    const own = profilesOf(node);
    const enabled = own.length === 0 || own.some((profile) => profiles.includes(profile) || profiles.includes("*"));
    const service2 = { name: key, at: keyAt, node: canonicalService(node, { ...finishing, enabled }), profiles: own };
    (enabled ? services2 : disabled).set(key, service2);
  }
  const networks = resources(model2, "networks");
  const connected = [...services2.values(), ...disabled.values()].find((service2) => usesDefaultNetwork(service2.node));
  if (connected && !networks.has("default")) {
    networks.set("default", {
      name: "default",
      at: connected.at,
      node: { kind: "map", at: connected.at, entries: /* @__PURE__ */ new Map() }
    });
  }
  return {
    ...name === void 0 ? {} : { name },
    services: services2,
    disabled,
    networks,
    volumes: resources(model2, "volumes"),
    secrets: resources(model2, "secrets"),
    configs: resources(model2, "configs"),
    jobs: jobsOf(model2),
    models: new Set(sectionOf(model2, "models").keys())
  };
}
function sectionOf(model2, key) {
  const node = model2?.entries.get(key)?.node;
  return node?.kind === "map" ? node.entries : /* @__PURE__ */ new Map();
}
function jobsOf(model2) {
  const jobs = /* @__PURE__ */ new Map();
  for (const [name, { node }] of sectionOf(model2, "jobs")) if (node.kind === "map") jobs.set(name, node);
  return jobs;
}
function profilesOf(service2) {
  const node = service2.entries.get("profiles")?.node;
  if (node?.kind !== "list") return [];
  return node.items.flatMap((item) => item.kind === "scalar" && item.text !== null ? [item.text] : []);
}
function usesDefaultNetwork(service2) {
  const networks = service2.entries.get("networks")?.node;
  return networks?.kind === "map" && networks.entries.has("default");
}
function resources(model2, kind) {
  const found = /* @__PURE__ */ new Map();
  for (const [name, { keyAt, node }] of sectionOf(model2, kind)) {
    const map2 = node.kind === "map" ? node : { kind: "map", at: node.at, entries: /* @__PURE__ */ new Map() };
    found.set(name, {
      name,
      at: keyAt,
      node: mapEntries(map2, (child2, key) => key === "labels" ? texts(child2) : child2)
    });
  }
  return found;
}

// src/model/compose-invocations.ts
var COMMAND = /\bdocker(?:-compose|\s+compose|\s+stack\s+deploy)\b[^\n;|&]*/g;
var READ_FORMATS = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "yaml", "ci"]);
var LONGEST_LINE = 4096;
function composeInvocations(tree) {
  const found = [];
  for (const file of tree.files) {
    if (!READ_FORMATS.has(file.format) || file.format === "yaml" && !isPipeline(file.path)) continue;
    const text2 = tree.read(file.path)?.text;
    if (!text2 || !/docker(-compose|\s+(compose|stack))/.test(text2)) continue;
    found.push(...commandsIn(text2.replace(/\\\r?\n/g, " "), file.path, tree));
  }
  return found;
}
function isPipeline(path) {
  return /^\.github\/workflows\/|^\.gitlab-ci|^\.circleci\/|^azure-pipelines|^bitbucket-pipelines|^\.drone|^Jenkinsfile/.test(
    path
  );
}
function commandsIn(text2, path, tree) {
  const found = [];
  for (const match2 of text2.matchAll(COMMAND)) {
    if (match2[0].length > LONGEST_LINE) continue;
    const words3 = splitWords(match2[0].replace(/["',]+\s*$/, "")) ?? match2[0].split(/\s+/);
    const names = namedFiles(words3);
    if (names.length === 0) continue;
    const directory = directoryOf(path);
    const resolve3 = (name) => [joinPath(directory, name), joinPath(".", name)].find((candidate) => tree.exists(candidate));
    const files = names.map(resolve3);
    if (files.some((file) => file === void 0)) continue;
    const platform = /\bstack\s+deploy\b/.test(match2[0]) ? "swarm" : "compose";
    found.push({ files, platform, purpose: purposeOf(text2, match2.index, path, platform), by: path });
  }
  return found;
}
function namedFiles(words3) {
  const names = [];
  for (const [index, word] of words3.entries()) {
    const inline = /^(?:--file|--compose-file)=(.+)$/.exec(word)?.[1];
    const next = words3[index + 1];
    if (inline) names.push(inline);
    else if (/^(-f|--file|-c|--compose-file)$/.test(word) && next) names.push(next);
  }
  return names.filter((name) => /\.ya?ml$/.test(name));
}
function purposeOf(text2, at, path, platform) {
  const start = text2.lastIndexOf("\n", at - 1) + 1;
  const before = text2.slice(Math.max(0, start - 400), at);
  const target = /(?:^|\n)([\w.-]+)\s*:(?!=)[^\n]*\n(?:\t[^\n]*\n)*\t?[^\n]*$/.exec(before)?.[1] ?? /"([\w:.-]+)"\s*:\s*"[^"]*$/.exec(before)?.[1] ?? "";
  const words3 = /* @__PURE__ */ new Set([...nameWords(target), ...nameWords(path)]);
  if (["prod", "production", "deploy", "release"].some((word) => words3.has(word))) return "production";
  if (["dev", "development", "local", "test", "ci", "e2e"].some((word) => words3.has(word))) return "development";
  return platform === "swarm" ? "production" : "unknown";
}

// src/model/compose-sets.ts
var PRODUCTION_WORDS = /* @__PURE__ */ new Set([
  "prod",
  "production",
  "prd",
  "live",
  "release",
  "deploy",
  "deployment",
  "swarm",
  "stack",
  "server"
]);
var DEVELOPMENT_WORDS = /* @__PURE__ */ new Set([
  ...[
    "dev",
    "devel",
    "development",
    "local",
    "localhost",
    "test",
    "tests",
    "testing",
    "ci",
    "e2e",
    "integration",
    "debug"
  ],
  ...[
    "example",
    "examples",
    "sample",
    "samples",
    "demo",
    "override",
    "mock",
    "mocks",
    "playground",
    "benchmark",
    "bench"
  ],
  ...["devcontainer", "docs", "doc", "fixtures", "template", "templates", "tutorial", "perf", "loadtest", "sandbox"]
]);
var PREPRODUCTION_WORDS = /* @__PURE__ */ new Set(["staging", "stage", "uat", "qa", "preview", "preprod"]);
var BASE_NAMES = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
var OVERRIDE_NAMES = [
  "compose.override.yml",
  "compose.override.yaml",
  "docker-compose.override.yml",
  "docker-compose.override.yaml"
];
var FILLER_WORDS = /* @__PURE__ */ new Set(["docker", "compose", "yml", "yaml"]);
function variantOf(path) {
  const name = fileName(path);
  if (BASE_NAMES.includes(name)) return "base";
  if (OVERRIDE_NAMES.includes(name)) return "override";
  const words3 = nameWords(name).filter((word) => !FILLER_WORDS.has(word));
  if (words3.some((word) => PRODUCTION_WORDS.has(word))) return "production";
  if (words3.some((word) => DEVELOPMENT_WORDS.has(word))) return "development";
  if (words3.some((word) => PREPRODUCTION_WORDS.has(word))) return "preproduction";
  return "part";
}
function developmentDirectory(directory) {
  if (directory === ".") return void 0;
  return directory.split("/").find((part) => nameWords(part).some((word) => DEVELOPMENT_WORDS.has(word)));
}
function isComplete(project) {
  if (project.services.size + project.disabled.size === 0) return false;
  return !project.problems.some((problem2) => problem2.code === "no-image");
}
function findComposeSets(tree, configured) {
  const paths = tree.files.filter((file) => file.format === "compose").map((file) => file.path);
  const load = projectLoader(tree);
  const invocations = composeInvocations(tree).filter((one) => one.files.every((file) => paths.includes(file)));
  const byDirectory = /* @__PURE__ */ new Map();
  for (const path of paths) byDirectory.set(directoryOf(path), [...byDirectory.get(directoryOf(path)) ?? [], path]);
  const sets = configured.map((set) => ({
    files: set.files,
    directory: directoryOf(set.files[0] ?? "."),
    platform: platformOf(set.files, void 0),
    purpose: set.purpose,
    because: "the configuration says so",
    project: load(set.files)
  }));
  const taken = new Set(configured.flatMap((set) => set.files));
  for (const [directory, files] of byDirectory) {
    const free = files.filter((file) => !taken.has(file));
    if (free.length > 0) sets.push(...setsOfDirectory(tree, directory, free, invocations, load));
  }
  return demoteDoubles(tree, sets, configured.length);
}
function projectLoader(tree) {
  const loaded = /* @__PURE__ */ new Map();
  return (files) => {
    const key = files.join("\n");
    let project = loaded.get(key);
    if (!project) {
      const read = (path) => tree.read(path);
      project = loadComposeProject({ files, environment: /* @__PURE__ */ new Map(), unset: "unknown", profiles: [], read });
      loaded.set(key, project);
    }
    return project;
  };
}
function platformOf(files, invocation) {
  if (invocation) return invocation.platform;
  const words3 = new Set(files.flatMap((file) => nameWords(fileName(file))));
  return words3.has("swarm") || words3.has("stack") ? "swarm" : "compose";
}
function setsOfDirectory(tree, directory, paths, invocations, load) {
  const candidates = candidatesOf(directory, paths, invocations, load);
  const environmentFile3 = composeFileVariable(tree, directory, paths);
  const chosen = choose(candidates, environmentFile3, directory);
  const sets = [];
  const primary = chosen?.candidate;
  const names = new Set(primary ? primary.project.services.keys() : []);
  for (const candidate of candidates) {
    const isPart = primary !== void 0 && candidate !== primary && (candidate.variant === "part" || candidate.variant === "production") && candidate.files.length === 1 && !primary.files.includes(candidate.files[0] ?? "") && [...candidate.project.services.keys()].every((name) => !names.has(name));
    if (isPart) for (const name of candidate.project.services.keys()) names.add(name);
    const purpose = candidate === primary || isPart ? "production" : "development";
    const nested = developmentDirectory(directory);
    const because = candidate === primary ? chosen?.because ?? "" : isPart ? "it adds services beside the production set and is named for no other purpose" : whyDevelopment(candidate, primary);
    sets.push({
      files: candidate.files,
      directory,
      platform: platformOf(candidate.files, candidate.invocation),
      purpose: nested ? "development" : purpose,
      because: nested ? `it lies in ${nested}/` : because,
      project: candidate.project
    });
  }
  return sets;
}
function whyDevelopment(candidate, primary) {
  if (candidate.variant === "development" || candidate.variant === "override") return "its name says development";
  if (candidate.variant === "preproduction") return "its name says pre-production";
  return primary ? `${primary.files.join(" + ")} is what production runs` : "nothing says that it is deployed";
}
function candidatesOf(directory, paths, invocations, load) {
  const found = /* @__PURE__ */ new Map();
  const add = (files, variant, invocation) => {
    const key = files.join("\n");
    if (!found.has(key)) found.set(key, { files, project: load(files), variant, ...invocation ? { invocation } : {} });
  };
  for (const invocation of invocations) {
    const first = invocation.files[0];
    if (first === void 0 || directoryOf(first) !== directory) continue;
    const variants = invocation.files.map(variantOf);
    const telling = variants.find((variant) => variant !== "base" && variant !== "part");
    const purpose = telling ?? (invocation.purpose === "unknown" ? "base" : invocation.purpose);
    if (invocation.files.length > 1 || invocation.platform === "swarm") add(invocation.files, purpose, invocation);
  }
  const base = BASE_NAMES.map((name) => paths.find((path) => fileName(path) === name)).find((path) => path !== void 0);
  const override = OVERRIDE_NAMES.map((name) => paths.find((path) => fileName(path) === name)).find(
    (path) => path !== void 0
  );
  if (base) add([base], "base");
  if (base && override) add([base, override], "override");
  const used = new Set([...found.values()].flatMap((candidate) => candidate.invocation ? candidate.files : []));
  for (const path of paths) {
    const variant = variantOf(path);
    if (variant === "base" || variant === "override") continue;
    if (isComplete(load([path]))) add([path], variant);
    else if (base) add([base, path], variant);
    else if (!used.has(path)) add([path], variant);
  }
  if (!base && override && found.size === 0) add([override], "override");
  return [...found.values()].filter(
    (candidate) => isComplete(candidate.project) || hasUnreadable(candidate.project) || candidate.variant === "base"
  );
}
function hasUnreadable(project) {
  return project.problems.some((problem2) => problem2.kind === "syntax");
}
function composeFileVariable(tree, directory, paths) {
  const path = directory === "." ? ".env" : `${directory}/.env`;
  const line = tree.read(path)?.text.match(/^COMPOSE_FILE=(.*)$/m)?.[1];
  if (line === void 0) return void 0;
  const names = line.replace(/^["']|["']$/g, "").split(line.includes(";") ? ";" : ":");
  const files = names.map(
    (name) => directory === "." ? name.trim().replace(/^\.\//, "") : `${directory}/${name.trim().replace(/^\.\//, "")}`
  );
  return files.length > 0 && files.every((file) => paths.includes(file)) ? files : void 0;
}
function choose(candidates, environmentFile3, directory) {
  const pick = (candidate, because) => candidate ? { candidate, because } : void 0;
  const production = candidates.filter((one) => one.variant === "production");
  const invoked = production.find((one) => one.invocation);
  const named2 = environmentFile3?.join("\n");
  return pick(invoked, `${invoked?.invocation?.by} deploys it`) ?? pick(production.find((one) => one.files.some(isPlainlyProduction)) ?? production[0], "its name says production") ?? pick(
    candidates.find((one) => one.files.join("\n") === named2),
    "COMPOSE_FILE in .env names it"
  ) ?? pick(
    candidates.find((one) => one.invocation && one.variant === "base"),
    "a script of the repository starts these files together"
  ) ?? pick(
    candidates.find((one) => one.variant === "base"),
    'it is what "docker compose up" loads without an override'
  ) ?? pick(
    candidates.find((one) => one.variant === "part"),
    "no other compose file here is named for production"
  ) ?? pick(
    candidates.find((one) => one.variant === "preproduction"),
    "it is the nearest to production in this directory"
  ) ?? pick(candidates[0], `it is the only set in ${directory === "." ? "the repository root" : `${directory}/`}`);
}
function isPlainlyProduction(path) {
  return nameWords(fileName(path)).some((word) => word === "prod" || word === "production");
}
function demoteDoubles(tree, sets, configuredCount) {
  const order = [...sets.entries()].sort(([a, first], [b, second]) => {
    if (a < configuredCount || b < configuredCount) return a - b;
    return depthOf(first.directory) - depthOf(second.directory) || (first.directory < second.directory ? -1 : first.directory > second.directory ? 1 : a - b);
  });
  const kept = [];
  const texts3 = /* @__PURE__ */ new Map();
  const result = [];
  for (const [index, set] of order) {
    if (set.purpose !== "production" || index < configuredCount) {
      result.push(set);
      if (set.purpose === "production") kept.push(set);
      continue;
    }
    const text2 = set.files.map((file) => tree.read(file)?.text ?? "").join("\n");
    const copy = texts3.get(text2);
    const parent = kept.find(
      (other) => isWithin(other.directory, set.directory) && other.directory !== set.directory && describes(other, set)
    );
    if (copy !== void 0) result.push({ ...set, purpose: "development", because: `it repeats ${copy}` });
    else if (parent)
      result.push({ ...set, purpose: "development", because: `${parent.files.join(" + ")} runs the same services` });
    else {
      result.push(set);
      kept.push(set);
      texts3.set(text2, set.files.join(" + "));
    }
  }
  return promoteIfNone(result);
}
function describes(whole2, part) {
  const contexts2 = new Set([...whole2.project.services.values()].flatMap((service2) => buildContext2(service2.node) ?? []));
  for (const [name, service2] of part.project.services) {
    const context = buildContext2(service2.node);
    if (whole2.project.services.has(name)) continue;
    if (context !== void 0 && contexts2.has(context)) continue;
    if (context === void 0) continue;
    return false;
  }
  return [...part.project.services].some(([name, service2]) => {
    const context = buildContext2(service2.node);
    return whole2.project.services.has(name) || context !== void 0 && contexts2.has(context);
  });
}
function buildContext2(service2) {
  return textOf(descend(service2, "build", "context"));
}
function promoteIfNone(sets) {
  if (sets.length === 0 || sets.some((set) => set.purpose === "production")) return sets;
  const best = sets.find((set) => BASE_NAMES.includes(fileName(set.files[0] ?? ""))) ?? sets[0];
  return sets.map(
    (set) => set === best ? { ...set, purpose: "production", because: `nothing in the repository is named for production; ${set.because}` } : set
  );
}

// src/model/read-node.ts
function openVariable(node) {
  const state = node.interpolation?.state;
  if (state !== "unknown" && state !== "required") return void 0;
  const open = node.interpolation?.uses.find((use) => use.source === "none");
  return `${open ? `\${${open.name}}` : "it"} is set outside the repository`;
}
function factOf(node, parse) {
  if (node?.kind !== "scalar" || node.text === null) return void 0;
  const open = openVariable(node);
  if (open !== void 0) return unknown(node.at, open);
  const value = parse(node.text);
  return value === void 0 ? void 0 : known(value, node.at);
}
function textFact(node) {
  return factOf(node, (text2) => text2);
}
function numberFact(node) {
  return factOf(node, (text2) => {
    const number2 = Number(text2);
    return text2.trim() === "" || !Number.isFinite(number2) ? void 0 : number2;
  });
}
function booleanFact(node) {
  return factOf(node, (text2) => {
    if (/^(true|yes|on|y|1)$/i.test(text2)) return true;
    return /^(false|no|off|n|0)$/i.test(text2) ? false : void 0;
  });
}
function itemsOf2(node) {
  return node?.kind === "list" ? node.items : [];
}
function entriesOf2(node) {
  return node?.kind === "map" ? [...node.entries].map(([key, entry]) => [key, entry.node, entry.keyAt]) : [];
}
function keySpan(node, key, fallback) {
  return (node?.kind === "map" ? node.entries.get(key)?.keyAt : void 0) ?? fallback;
}
function textsOf(node) {
  return itemsOf2(node).flatMap((item) => item.kind === "scalar" && item.text !== null ? [item.text] : []);
}
function textAt2(node, key) {
  return textFact(child(node, key));
}

// src/model/environment.ts
function environmentOf2(service2, dockerfile, serviceAt) {
  const variables = /* @__PURE__ */ new Map();
  for (const [name, entry] of dockerfile?.environment ?? []) {
    variables.set(name, { name, value: entry.value, uses: [], at: entry.value.at, keyAt: entry.at, source: "image" });
  }
  for (const [name, node, keyAt] of entriesOf2(child(service2, "environment"))) {
    const value = textFact(node);
    const fromFile = keyAt.path !== serviceAt.path && !/\.ya?ml$/.test(keyAt.path);
    const source = fromFile ? "env-file" : value === void 0 ? "host" : "inline";
    const interpolation = node.kind === "scalar" ? node.interpolation : void 0;
    variables.set(name, {
      name,
      value: value ?? unknown(keyAt, "it is passed through from the host"),
      ...interpolation ? { raw: interpolation.raw } : {},
      uses: interpolation?.uses ?? [],
      at: node.at,
      keyAt,
      source
    });
  }
  return variables;
}

// src/model/start.ts
var SHELLS = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z)?sh$/;
function shellText(argv) {
  if (!SHELLS.test(argv[0] ?? "")) return void 0;
  for (let index = 1; index < argv.length; index++) {
    const word = argv[index];
    if (typeof word !== "string" || !word.startsWith("-")) return void 0;
    if (/^-[a-z]*c$/.test(word)) return argv[index + 1] ?? void 0;
  }
  return void 0;
}
function startCommand(argv, at, source) {
  const script2 = shellText(argv);
  return {
    argv,
    shell: script2 !== void 0,
    ...script2 === void 0 ? {} : { script: parseShell(script2, at) },
    text: (script2 ?? argv.join(" ")).trim(),
    at,
    source
  };
}
function dockerfileWords(command2, shell) {
  return command2.form === "exec" ? command2.argv ?? [] : [...shell, command2.text];
}
function startOf(entrypoint, command2, image, fallback) {
  const ownEntrypoint = entrypoint?.kind === "list" && entrypoint.items.length > 0 ? textsOf(entrypoint) : void 0;
  const ownCommand = command2?.kind === "list" && command2.items.length > 0 ? textsOf(command2) : void 0;
  if (ownEntrypoint)
    return startCommand(
      [...ownEntrypoint, ...ownCommand ?? []],
      (ownCommand ? command2 : entrypoint)?.at ?? fallback,
      "deployment"
    );
  const imageEntrypoint = image?.entrypoint ? dockerfileWords(image.entrypoint, image.shell) : [];
  if (ownCommand) return startCommand([...imageEntrypoint, ...ownCommand], command2?.at ?? fallback, "deployment");
  if (!image || !image.entrypoint && !image.command) return void 0;
  const rest = image.command && image.entrypoint?.form !== "shell" ? dockerfileWords(image.command, image.shell) : [];
  return startCommand([...imageEntrypoint, ...rest], (image.command ?? image.entrypoint)?.at ?? fallback, "dockerfile");
}
var CLIENTS = /^(psql|pg_dump|pg_dumpall|pg_basebackup|pg_restore|pg_isready|createdb|mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|mariadb-backup|mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport|redis-cli|valkey-cli|kafka-(topics|configs|acls|console-\w+|consumer-groups|leader-election|reassign-partitions)(\.sh)?|rabbitmqadmin|influx|cqlsh|clickhouse-client|cockroach-sql|elasticdump|mc|etcdctl|nats)$/;
var SERVERS = /^(postgres|postmaster|mysqld(_safe)?|mariadbd(-safe)?|mongod|mongos|redis-server|valkey-server|redis-sentinel|docker-entrypoint\.sh|docker_entrypoint|entrypoint\.sh|rabbitmq-server|kafka-server-start(\.sh)?|elasticsearch|influxd|clickhouse-server|etcd|nats-server|minio|patroni)$/;
function runsClient(start) {
  if (start?.source !== "deployment") return false;
  const programs = start.script ? start.script.commands.flatMap((command2) => programOf(command2.words) ?? []) : [programOf(start.argv) ?? ""];
  return programs.some((program) => CLIENTS.test(program)) && !programs.some((program) => SERVERS.test(program));
}

// src/model/health.ts
function healthOf(service2, serviceAt, use, _environment) {
  const written = child(service2, "healthcheck");
  const at = keySpan(service2, "healthcheck", serviceAt);
  if (written?.kind === "map") {
    if (knownValue(booleanFact(child(written, "disable"))) === true) return { state: "disabled", checks: [], at };
    const test2 = child(written, "test");
    const words3 = textsOf(test2);
    if (words3[0] === "NONE") return { state: "disabled", checks: [], at };
    if (test2 && itemsOf2(test2).length > 0) return { state: "checked", checks: [checkOf(words3, test2.at)], at };
  }
  return imageHealth(use, written ? at : serviceAt);
}
function imageHealth(use, at) {
  const dockerfile = use?.image.dockerfile;
  const own = dockerfile?.healthcheck;
  if (own?.disabled) return { state: "disabled", checks: [], at: own.at };
  if (own?.command) {
    const { form, argv, script: script2, text: text2 } = own.command;
    const inner = argv && shellText(argv);
    const check2 = inner !== void 0 ? {
      kind: "container",
      source: "dockerfile",
      form: "shell",
      script: parseShell(inner, own.at),
      text: inner,
      at: own.at
    } : {
      kind: "container",
      source: "dockerfile",
      form,
      ...argv ? { argv } : {},
      ...script2 ? { script: script2 } : {},
      text: text2,
      at: own.at
    };
    return { state: "checked", checks: [check2], at: own.at };
  }
  if (use?.image.origin === "built" && (!dockerfile || !dockerfile.base.known))
    return { state: "unknown", checks: [], at };
  if (dockerfile?.base.known && dockerfile.base.value.repository === "scratch") return { state: "none", checks: [], at };
  const builtIn = use?.distribution?.builtInHealthcheck;
  if (builtIn === true)
    return {
      state: "checked",
      checks: [{ kind: "container", source: "image", form: "image", text: "the image's own HEALTHCHECK", at }],
      at
    };
  if (builtIn === false || use?.software?.kind === "runtime") return { state: "none", checks: [], at };
  return { state: "unknown", checks: [], at };
}
function checkOf(words3, at) {
  const [first, ...rest] = words3;
  if (first === "CMD") {
    const inner = shellText(rest);
    if (inner === void 0)
      return { kind: "container", source: "deployment", form: "exec", argv: rest, text: rest.join(" "), at };
    return { kind: "container", source: "deployment", form: "shell", script: parseShell(inner, at), text: inner, at };
  }
  const text2 = first === "CMD-SHELL" ? rest.join(" ") : words3.join(" ");
  return { kind: "container", source: "deployment", form: "shell", script: parseShell(text2, at), text: text2, at };
}

// src/model/images.ts
function dockerfilesOf(tree) {
  const parsed = /* @__PURE__ */ new Map();
  const used = /* @__PURE__ */ new Set();
  const parse = (path) => {
    if (!parsed.has(path)) {
      const source = tree.read(path);
      parsed.set(path, source && parseDockerfile(source));
    }
    return parsed.get(path);
  };
  return {
    get: (path) => {
      const file = parse(path);
      if (file) used.add(path);
      return file;
    },
    used,
    all: () => tree.files.filter((file) => file.format === "dockerfile").flatMap((file) => parse(file.path) ?? [])
  };
}
function ignoreFileOf(tree, dockerfile, context) {
  const path = [`${dockerfile}.dockerignore`, joinPath(context, ".dockerignore")].find(
    (candidate) => tree.exists(candidate)
  );
  const text2 = path === void 0 ? void 0 : tree.read(path)?.text;
  if (path === void 0 || text2 === void 0) return void 0;
  const lines = text2.split(/\r?\n/).map((line) => line.trim());
  return { path, patterns: lines.filter((line) => line !== "" && !line.startsWith("#")) };
}
function imageOf(service2, serviceAt, tree, dockerfiles) {
  const imageNode = child(service2, "image");
  const build5 = child(service2, "build");
  const reference = factOf(imageNode, parseImageReference);
  if (build5?.kind === "map") return builtImage(build5, service2, reference, serviceAt, tree, dockerfiles);
  if (!imageNode || !reference) return void 0;
  const at = imageNode.at;
  const text2 = reference.known ? reference.value.text : textOrRaw(imageNode) ?? "";
  const image = {
    id: `image:${text2}`,
    kind: "image",
    name: text2,
    weight: 2,
    at,
    files: [],
    origin: "pulled",
    reference,
    referenceAt: at,
    usedBy: []
  };
  return { image, ...identify(reference), files: [] };
}
function textOrRaw(node) {
  return node.kind === "scalar" ? node.interpolation?.raw ?? node.text ?? void 0 : void 0;
}
function builtImage(build5, service2, reference, serviceAt, tree, dockerfiles) {
  const at = keySpan(service2, "build", serviceAt);
  const context = textAt2(build5, "context");
  const contextPath = knownValue(context) ?? ".";
  const named2 = textAt2(build5, "dockerfile");
  const target = knownValue(textAt2(build5, "target"));
  const path = dockerfilePath(contextPath, named2, tree);
  const inline = child(build5, "dockerfile_inline");
  const file = path === void 0 || inline ? void 0 : dockerfiles.get(path);
  const dockerfile = file && resolveDockerfile(file, {
    ...target === void 0 ? {} : { target },
    arguments: buildArguments2(build5),
    ...ignored(tree, path, contextPath)
  });
  const id = `image:${path ?? contextPath}${target ? `#${target}` : ""}`;
  const image = {
    id,
    kind: "image",
    name: target ? `${path ?? contextPath} (${target})` : path ?? contextPath,
    weight: 2,
    at: dockerfile?.stage.fromAt ?? at,
    files: path === void 0 ? [] : [path],
    origin: "built",
    ...reference ? { reference } : {},
    ...dockerfile ? { dockerfile } : {},
    context: { path: contextPath, present: context?.known !== false && tree.exists(contextPath), at },
    usedBy: []
  };
  return { image, ...identify(dockerfile?.base), files: image.files };
}
function ignored(tree, dockerfile, context) {
  const ignoreFile = dockerfile === void 0 ? void 0 : ignoreFileOf(tree, dockerfile, context);
  return ignoreFile ? { ignoreFile } : {};
}
function dockerfilePath(context, named2, tree) {
  if (named2 && !named2.known) return void 0;
  const candidates = named2 ? [joinPath(context, named2.value), named2.value] : [joinPath(context, "Dockerfile"), joinPath(context, "Containerfile")];
  return candidates.find((candidate) => tree.exists(candidate));
}
function buildArguments2(build5) {
  return new Map(entriesOf2(child(build5, "args")).map(([name, node]) => [name, knownValue(textFact(node)) ?? null]));
}
function identify(reference) {
  if (!reference?.known) return {};
  const found = softwareOf(reference.value.repository);
  const version = versionOf(reference.value.tag);
  return {
    ...found ? { software: found.software, distribution: found.distribution } : {},
    ...version ? { version } : {}
  };
}
function versionOf(tag) {
  const digits = /^(?:v|pg|RELEASE\.)?(\d+(?:\.\d+)*)/.exec(tag ?? "")?.[1];
  return digits?.split(".").map(Number);
}
function shareImages(workloads) {
  const byId = /* @__PURE__ */ new Map();
  for (const workload2 of workloads) {
    const image = workload2.image;
    if (!image) continue;
    const seen = byId.get(image.id);
    const weight = Math.max(seen?.weight ?? 0, workload2.weight);
    byId.set(image.id, { ...seen ?? image, weight, usedBy: [...seen?.usedBy ?? [], workload2.id] });
  }
  return [...byId.values()];
}
function unusedImages(tree, dockerfiles, weight) {
  const seen = /* @__PURE__ */ new Set();
  const images = [];
  for (const file of dockerfiles.all()) {
    if (dockerfiles.used.has(file.path) || /(^|[./-])(dev|test|ci|local)([./-]|$)|\.devcontainer/i.test(file.path) || seen.has(file.source.text))
      continue;
    seen.add(file.source.text);
    const context = file.path.includes("/") ? file.path.slice(0, file.path.lastIndexOf("/")) : ".";
    const dockerfile = resolveDockerfile(file, { arguments: /* @__PURE__ */ new Map(), ...ignored(tree, file.path, context) });
    if (!dockerfile) continue;
    const at = dockerfile.stage.fromAt;
    images.push({
      id: `image:${file.path}`,
      kind: "image",
      name: file.path,
      weight,
      at,
      files: [file.path],
      origin: "built",
      dockerfile,
      context: { path: context, present: true, at },
      usedBy: []
    });
  }
  return images;
}

// src/model/ports-and-mounts.ts
var LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/;
var ANY = /^(0\.0\.0\.0|::|\[::\]|\*)$/;
function publishedPorts(node) {
  return itemsOf2(child(node, "ports")).flatMap((item) => {
    const target = factOf(child(item, "target"), port3);
    if (!target) return [];
    const published = textAt2(item, "published");
    const range = published?.known ? /^(\d+)(?:-(\d+))?$/.exec(published.value) : null;
    const host = range ? known(Number(range[1]), published?.at ?? item.at) : published && !published.known ? unknown(published.at, published.because) : void 0;
    const address = textAt2(item, "host_ip");
    const protocol = textAt2(item, "protocol");
    const text2 = protocol?.known ? protocol.value.toLowerCase() : "tcp";
    return [
      {
        ...host ? { host } : {},
        ...range?.[2] ? { hostEnd: Number(range[2]) } : {},
        container: target,
        protocol: text2 === "udp" || text2 === "sctp" ? text2 : "tcp",
        reach: reachOf(address),
        ...address?.known ? { address: address.value } : {},
        at: item.at
      }
    ];
  });
}
function port3(text2) {
  const number2 = Number(/^\d+/.exec(text2)?.[0]);
  return Number.isInteger(number2) && number2 > 0 && number2 < 65536 ? number2 : void 0;
}
function reachOf(address) {
  if (!address) return "any";
  if (!address.known) return "unknown";
  if (address.value === "" || ANY.test(address.value)) return "any";
  return LOOPBACK.test(address.value) ? "loopback" : "address";
}
function mountsOf(node) {
  return [
    ...volumeMounts(node),
    ...tmpfsMounts(node),
    ...grants2(node, "configs", "config", "/"),
    ...grants2(node, "secrets", "secret", "/run/secrets/")
  ];
}
function volumeMounts(node) {
  return itemsOf2(child(node, "volumes")).flatMap((item) => {
    const target = textAt2(item, "target");
    if (!target) return [];
    const source = textAt2(item, "source");
    const type = textAt2(item, "type");
    const written = type?.known ? type.value : "volume";
    const kind = written === "bind" || written === "tmpfs" ? written : written === "volume" ? source ? "volume" : "anonymous" : "other";
    const readOnly = booleanFact(child(item, "read_only"));
    return [
      {
        type: kind,
        ...source ? { source } : {},
        target,
        readOnly: readOnly?.known === true && readOnly.value,
        at: item.at
      }
    ];
  });
}
function tmpfsMounts(node) {
  return itemsOf2(child(node, "tmpfs")).flatMap((item) => {
    const target = factOf(item, (text2) => text2.split(":")[0]);
    return target ? [{ type: "tmpfs", target, readOnly: false, at: item.at }] : [];
  });
}
function grants2(node, key, type, directory) {
  return itemsOf2(child(node, key)).flatMap((item) => {
    const source = textAt2(item, "source");
    const target = textAt2(item, "target") ?? source;
    if (!target) return [];
    const path = target.known && !target.value.startsWith("/") ? known(`${directory}${target.value}`, target.at) : target;
    return [{ type, ...source ? { source } : {}, target: path, readOnly: true, at: item.at }];
  });
}

// src/model/roles.ts
var JOB_WORDS = /* @__PURE__ */ new Set([
  ...["migrate", "migration", "migrations", "migrator", "seed", "seeder", "init", "setup", "bootstrap", "provision"],
  ...["initdb", "createbuckets", "topics", "fixtures", "installer", "once"]
]);
var WORKER_WORDS = /* @__PURE__ */ new Set([
  ...[
    "worker",
    "workers",
    "consumer",
    "consumers",
    "scheduler",
    "cron",
    "beat",
    "celery",
    "queue",
    "processor",
    "sidekiq"
  ],
  ...["job", "jobs", "indexer", "listener", "daemon", "relay", "poller"]
]);
var ONE_SHOT = /\b(prisma\s+(migrate|db\s+push|db\s+seed)|alembic\s+upgrade|manage\.py\s+(migrate|collectstatic|loaddata|createsuperuser)|flyway|liquibase|knex\s+migrate|sequelize\s+db:|typeorm\s+\S*migration|rails\s+db:|goose\s+|migrate\s+-(path|database|source)|npm\s+run\s+(migrate|migration|seed|db:)\S*|(yarn|pnpm)\s+(run\s+)?(migrate|migration|seed|db:)\S*|createbuckets|mc\s+mb|kafka-topics\S*\s+.*--create|redis-cli\s+--cluster\s+create)/;
var ONE_SHOT_IMAGES = /^(flyway\/flyway|liquibase\/liquibase|minio\/mc|migrate\/migrate|redgate\/flyway|willwill\/wait-for-it|dadarek\/wait-for-dependencies)$/;
function roleOf(evidence) {
  const byKind = evidence.software ? roleOfKind(evidence.software, evidence) : void 0;
  if (isJob(evidence)) return "job";
  if (byKind) return byKind;
  const words3 = nameWords(evidence.name);
  if (isPublished(evidence) || evidence.routed) return "user-facing";
  if (words3.some((word) => WORKER_WORDS.has(word)) || runsWorker(evidence.start)) return "worker";
  return "service";
}
function roleOfKind(software, evidence) {
  switch (software.kind) {
    case "database":
    case "object-store":
    case "coordination":
      return "datastore";
    case "cache":
      return evidence.keepsWork ? "datastore" : "cache";
    case "broker":
      return "broker";
    case "search":
      return "search";
    case "proxy":
      return "proxy";
    case "metrics":
    case "dashboard":
    case "logs":
    case "tracing":
    case "alerting":
    case "exporter":
    case "agent":
      return "observability";
    case "admin-tool":
    case "development-tool":
      return "tool";
    case "backup":
      return "worker";
    default:
      return void 0;
  }
}
function isJob(evidence) {
  if (evidence.awaitedToComplete) return true;
  if (evidence.restartsAlways) return false;
  if (evidence.imageRepository && ONE_SHOT_IMAGES.test(evidence.imageRepository)) return true;
  const script2 = evidence.start?.script;
  const staysOn = script2?.commands.some((command2) => command2.inside.includes("loop") || command2.words[0] === "exec");
  if (evidence.start && !staysOn && ONE_SHOT.test(lastCommand(evidence.start))) return true;
  return evidence.software?.stateful !== true && evidence.published.length === 0 && nameWords(evidence.name).some((word) => JOB_WORDS.has(word));
}
function lastCommand(start) {
  const commands = start.script?.commands.filter((command2) => !command2.inside.includes("substitution")) ?? [];
  const last = commands[commands.length - 1];
  return last ? last.words.join(" ") : start.argv.map((word) => word ?? "?").join(" ");
}
function runsWorker(start) {
  return start !== void 0 && /\b(celery|rq\s+worker|dramatiq|arq|huey|sidekiq|resque|worker(\.[cm]?[jt]s|\.py)?)\b/.test(start.text);
}
function isPublished(evidence) {
  return evidence.published.some((port4) => port4.reach === "any" || port4.reach === "address" || port4.reach === "unknown");
}

// src/model/compose-workload.ts
function workloadOf(service2, context) {
  const node = service2.node;
  const found = imageOf(node, service2.at, context.tree, context.dockerfiles);
  const dockerfile = found?.image.dockerfile;
  const start = startOf(child(node, "entrypoint"), child(node, "command"), dockerfile, service2.at);
  const client = found?.software !== void 0 && runsClient(start);
  const use = client && found ? { image: found.image, files: found.files } : found;
  const published = publishedPorts(node);
  const environment = environmentOf2(node, dockerfile, service2.at);
  const restart = restartOf(node, service2.at, context.platform);
  const labels = labelsOf(node);
  const listens = listensOf(node, use);
  const replicas = numberFact(child(node, "scale")) ?? numberFact(descend(node, "deploy", "replicas"));
  const reference = use?.image.reference;
  const role = roleOf({
    name: service2.name,
    software: use?.software,
    imageRepository: reference?.known ? reference.value.repository : void 0,
    start,
    restartsAlways: restart.written && restart.policy === "always",
    awaitedToComplete: isAwaited(service2.name, context.project),
    published,
    routed: isRouted(labels),
    listens: listens.length > 0,
    keepsWork: keepsWork(service2, context.project)
  });
  const stateful = role === "datastore" || role === "broker" || role === "search";
  const userFacing = role === "user-facing" || role === "proxy" && isPublished({ published });
  return {
    id: `${context.deployment}/${service2.name}`,
    kind: "workload",
    name: service2.name,
    weight: context.purpose === "development" || role === "tool" ? 0 : userFacing || stateful ? 3 : 2,
    at: service2.at,
    files: [.../* @__PURE__ */ new Set([service2.at.path, ...use?.files ?? []])],
    platform: context.platform,
    deployment: context.deployment,
    role,
    userFacing,
    stateful,
    longRunning: role !== "job",
    ...use ? { image: use.image } : {},
    ...use?.software ? { software: use.software } : {},
    ...client && found?.software ? { clientOf: found.software } : {},
    ...use?.distribution ? { distribution: use.distribution } : {},
    ...use?.version ? { version: use.version } : {},
    environment,
    ...start ? { start } : {},
    published,
    listens,
    mounts: mountsOf(node),
    networks: networksOf(node, service2, context.project),
    ...optional("networkMode", textAt2(node, "network_mode")),
    dependsOn: dependenciesOf(node),
    health: healthOf(node, service2.at, use, environment),
    restart,
    ...optional("replicas", replicas),
    resources: resourcesOf(node),
    privileges: privilegesOf(node),
    ...optional("logging", loggingOf(node, service2.at)),
    ...optional("fixedName", textAt2(node, "container_name")),
    ...optional("hostname", textAt2(node, "hostname")),
    ...optional("stopGracePeriod", factOf(child(node, "stop_grace_period"), parseDuration)),
    labels,
    secretFiles: secretFilesOf(node),
    inert: inertSettings(node, context.platform),
    init: booleanValue(child(node, "init")) === true
  };
}
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}
function booleanValue(node) {
  return knownValue(booleanFact(node));
}
function restartOf(node, at, platform) {
  const policy = textAt2(node, "restart");
  const condition = textFact(descend(node, "deploy", "restart_policy", "condition"));
  const deployPolicy = descend(node, "deploy", "restart_policy");
  if (condition ?? deployPolicy) {
    const text3 = condition ? knownValue(condition) : "any";
    const where = condition?.at ?? deployPolicy?.at ?? at;
    const read2 = text3 === void 0 ? "unknown" : text3 === "any" ? "always" : text3 === "on-failure" ? "on-failure" : "none";
    return { policy: read2, at: where, written: true };
  }
  if (platform === "swarm") return { policy: "always", at, written: false };
  if (!policy) return { policy: "none", at, written: false };
  if (!policy.known) return { policy: "unknown", at: policy.at, written: true };
  const text2 = policy.value;
  const read = text2 === "always" || text2 === "unless-stopped" ? "always" : text2.startsWith("on-failure") ? "on-failure" : "none";
  return { policy: read, at: policy.at, written: true };
}
function labelsOf(node) {
  const all = [...entriesOf2(child(node, "labels")), ...entriesOf2(descend(node, "deploy", "labels"))];
  return new Map(all.map(([key, value, at]) => [key, { value: textFact(value) ?? known("", at), at }]));
}
function isRouted(labels) {
  const enabled = knownValue(labels.get("traefik.enable")?.value);
  if (enabled === "false") return false;
  return [...labels.keys()].some(
    (key) => /^traefik\.(http|tcp)\.routers\./i.test(key) || key === "caddy" || key === "VIRTUAL_HOST"
  );
}
function listensOf(node, use) {
  const exposed = textsOf(child(node, "expose")).map((text2) => Number(text2.split(/[/-]/)[0]));
  const fromImage = use?.image.dockerfile?.exposed.map((one) => knownValue(one.port)) ?? [];
  const defaults = use?.software?.ports.map((one) => one.port) ?? [];
  return [.../* @__PURE__ */ new Set([...exposed, ...fromImage, ...defaults])].filter((port4) => Number.isInteger(port4));
}
function isAwaited(name, project) {
  return [...project.services.values()].some((service2) => {
    const condition = textFact(descend(service2.node, "depends_on", name, "condition"));
    return knownValue(condition) === "service_completed_successfully";
  });
}
var WORK_VARIABLE = /(BROKER|QUEUE|CELERY|BULL|SIDEKIQ|SESSION|JOBS?|RESULT_BACKEND)/;
function keepsWork(service2, project) {
  if (/queue|session|broker|celery|bull|store|jobs?\b/i.test(service2.name)) return true;
  const host = new RegExp(`(^|[/@,])${service2.name.replace(/[^\w-]/g, ".")}(:|/|,|$)`);
  for (const other of project.services.values()) {
    for (const [name, value] of entriesOf2(child(other.node, "environment"))) {
      if (value.kind === "scalar" && value.text !== null && WORK_VARIABLE.test(name) && host.test(value.text))
        return true;
    }
  }
  return false;
}
function networksOf(node, service2, project) {
  if (child(node, "network_mode")) return [];
  const own = entriesOf2(child(node, "networks"));
  const names = own.length > 0 ? own : [["default", void 0]];
  const fixed = knownValue(textAt2(node, "container_name"));
  return names.map(([network2, options]) => {
    const aliases = options?.kind === "map" ? textsOf(child(options, "aliases")) : [];
    const external3 = project.networks.get(network2);
    const realName = knownValue(textAt2(external3?.node, "name")) ?? network2;
    return {
      network: external3 && booleanValue(child(external3.node, "external")) ? `external:${realName}` : network2,
      aliases: [service2.name, ...fixed ? [fixed] : [], ...aliases]
    };
  });
}
function dependenciesOf(node) {
  return entriesOf2(child(node, "depends_on")).map(([workload2, options, at]) => {
    const condition = knownValue(textAt2(options, "condition"));
    return {
      workload: workload2,
      condition: condition === "service_healthy" ? "healthy" : condition === "service_completed_successfully" ? "completed" : "started",
      required: booleanValue(child(options, "required")) !== false,
      at
    };
  });
}
function resourcesOf(node) {
  const limits = descend(node, "deploy", "resources", "limits");
  const reservations = descend(node, "deploy", "resources", "reservations");
  return {
    ...optional(
      "memoryLimit",
      positive(factOf(child(limits, "memory"), parseBytes) ?? factOf(child(node, "mem_limit"), parseBytes))
    ),
    ...optional(
      "memoryReservation",
      positive(factOf(child(reservations, "memory"), parseBytes) ?? factOf(child(node, "mem_reservation"), parseBytes))
    ),
    ...optional("cpuLimit", positive(numberFact(child(limits, "cpus")) ?? numberFact(child(node, "cpus")))),
    ...optional(
      "cpuReservation",
      positive(numberFact(child(reservations, "cpus")) ?? numberFact(child(node, "cpu_shares")))
    ),
    limitedByDefault: false
  };
}
function positive(fact2) {
  return fact2?.known && fact2.value <= 0 ? void 0 : fact2;
}
function privilegesOf(node) {
  const spaces = ["pid", "ipc", "uts"].flatMap((namespace) => {
    const mode = textAt2(node, namespace);
    return knownValue(mode) === "host" && mode ? [{ namespace, at: mode.at }] : [];
  });
  const network2 = textAt2(node, "network_mode");
  return {
    ...optional("privileged", booleanFact(child(node, "privileged"))),
    addedCapabilities: itemsOf2(child(node, "cap_add")).flatMap(
      (item) => item.kind === "scalar" && item.text ? [{ name: item.text.toUpperCase().replace(/^CAP_/, ""), at: item.at }] : []
    ),
    hostNamespaces: [
      ...knownValue(network2) === "host" && network2 ? [{ namespace: "network", at: network2.at }] : [],
      ...spaces
    ],
    ...optional("user", textAt2(node, "user")),
    readOnlyRoot: booleanValue(child(node, "read_only")) === true
  };
}
function loggingOf(node, at) {
  const logging2 = child(node, "logging");
  if (!logging2) return void 0;
  const options = entriesOf2(child(logging2, "options")).flatMap(([key, value]) => {
    const fact2 = textFact(value);
    return fact2 ? [[key, fact2]] : [];
  });
  return {
    ...optional("driver", textAt2(logging2, "driver")),
    options: new Map(options),
    at: keySpan(node, "logging", at)
  };
}
function secretFilesOf(node) {
  return itemsOf2(child(node, "secrets")).flatMap((item) => {
    const source = knownValue(textAt2(item, "source"));
    const target = knownValue(textAt2(item, "target")) ?? source;
    return target === void 0 ? [] : [target.startsWith("/") ? target : `/run/secrets/${target}`];
  });
}
var INERT_UNDER_COMPOSE = [
  ["deploy", "update_config"],
  ["deploy", "rollback_config"],
  ["deploy", "placement"],
  ["deploy", "endpoint_mode"],
  ["deploy", "resources", "reservations", "cpus"],
  ["deploy", "restart_policy", "delay"],
  ["deploy", "restart_policy", "window"]
];
var INERT_UNDER_SWARM = [
  "build",
  "restart",
  "privileged",
  "network_mode",
  "links",
  "shm_size",
  "security_opt",
  "ipc",
  "pid",
  "devices",
  "container_name",
  "expose"
];
function inertSettings(node, platform) {
  const paths = platform === "swarm" ? INERT_UNDER_SWARM.map((key) => [key]) : platform === "compose" ? INERT_UNDER_COMPOSE : [];
  return paths.flatMap((path) => {
    const parent = descend(node, ...path.slice(0, -1));
    const key = path[path.length - 1] ?? "";
    const entry = parent?.kind === "map" ? parent.entries.get(key) : void 0;
    return entry ? [{ setting: path.join("."), at: entry.keyAt }] : [];
  });
}

// src/knowledge/connection-strings.ts
var LONGEST = 4096;
var HOLE = "";
function credentialsIn(text2) {
  if (text2.length > LONGEST) return void 0;
  const shielded = shield(text2);
  return readUrl(text2, shielded) ?? readGoName(text2, shielded) ?? readPairs2(text2, shielded);
}
function shield(text2) {
  const characters = [...text2].length === text2.length ? text2.split("") : Array.from({ length: text2.length }, (_, at) => text2[at] ?? "");
  const fill = (from, to) => characters.fill(HOLE, from, to);
  for (let at = 0; at < text2.length; at++) {
    const opener = ["${", "$(", "{{", "#{"].find((each) => text2.startsWith(each, at));
    if (opener !== void 0) {
      const end = closing(text2, at, opener);
      fill(at, end);
      at = end - 1;
      continue;
    }
    const name = /^(?:\$[A-Za-z_]\w*|<[\w -]{1,60}>|%[A-Z_][A-Z0-9_]{2,}%|\{[A-Za-z_][\w.]*\}|%[sv])/.exec(
      text2.slice(at, at + 70)
    );
    if (name && !(text2[at - 1] === "$" && text2[at] === "$")) {
      fill(at, at + name[0].length);
      at += name[0].length - 1;
    }
  }
  return characters.join("");
}
function closing(text2, start, opener) {
  const [open, close] = opener === "$(" ? ["(", ")"] : ["{", "}"];
  let depth = 0;
  for (let at = start; at < text2.length; at++) {
    if (text2[at] === open) depth++;
    else if (text2[at] === close && --depth === 0) return at + 1;
  }
  return text2.length;
}
function readUrl(text2, shielded) {
  const head = /^\s*["']?(?:jdbc:)?([a-z][a-z0-9+.-]{0,40}):(?:[a-z0-9]{1,20}:)?\/\//i.exec(shielded);
  if (!head) return void 0;
  const start = head[0].length;
  const end = authorityEnd(shielded, start);
  if (/\s/.test(shielded.slice(start, end))) return void 0;
  const authority = readAuthority(text2, shielded, start, end);
  const rest = shielded.slice(end);
  const database = databaseOf(text2, rest, end);
  const query = /^\s*["']?jdbc:/i.test(text2) || authority.password === "none" ? queryCredentials(text2, rest, end) : {};
  return {
    scheme: (head[1] ?? "").toLowerCase(),
    ...authority,
    ...query,
    ...database === void 0 ? {} : { database }
  };
}
function authorityEnd(shielded, start) {
  const stop = (from) => {
    const found = shielded.slice(from).search(/[/?#\s"'`;]/);
    return found === -1 ? shielded.length : from + found;
  };
  const first = stop(start);
  const plain2 = shielded.slice(start, first);
  if (plain2.includes("@") || /^(?:\[[^\]]*\]|[^:@]*)(?::\d*)?(?:,|$)/.test(plain2)) return first;
  const at = shielded.lastIndexOf("@");
  return at > first && !/\s/.test(shielded.slice(start, at)) ? stop(at + 1) : first;
}
function readAuthority(text2, shielded, start, end) {
  const at = shielded.lastIndexOf("@", end - 1);
  const hostsFrom = at >= start ? at + 1 : start;
  const hosts2 = readHosts(text2, shielded, hostsFrom, end);
  if (at < start) return { password: "none", ...hosts2 };
  const colon = shielded.indexOf(":", start);
  const userEnd = colon === -1 || colon > at ? at : colon;
  const user = decode2(text2.slice(start, userEnd));
  const named2 = user === "" ? {} : { user };
  if (userEnd === at || userEnd + 1 === at)
    return { ...named2, password: holeOnly(shielded.slice(start, at)) ? "unknown" : "none", ...hosts2 };
  const range = [userEnd + 1, at];
  return { ...named2, password: stateOf(shielded.slice(...range)), passwordRange: range, ...hosts2 };
}
function holeOnly(part) {
  return part !== "" && [...part].every((character) => character === HOLE);
}
function stateOf(part) {
  if (part === "") return "none";
  return part.includes(HOLE) || /^(?:\*{2,}|x{3,}|\.{3,})$/i.test(part) ? "unknown" : "literal";
}
function readHosts(text2, shielded, start, end) {
  const hosts2 = [];
  let port4;
  let from = start;
  for (const part of shielded.slice(start, end).split(",").slice(0, 50)) {
    const match2 = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(part);
    const name = text2.slice(from, from + (match2?.[1]?.length ?? part.length));
    hosts2.push(name.replace(/^\[|\]$/g, ""));
    if (hosts2.length === 1 && match2?.[2] !== void 0 && /^\d{1,5}$/.test(match2[2])) port4 = Number(match2[2]);
    from += part.length + 1;
  }
  return { host: hosts2[0] ?? "", hosts: hosts2.filter((host) => host !== ""), ...port4 === void 0 ? {} : { port: port4 } };
}
function databaseOf(text2, rest, offset) {
  const property = /[;?&](?:databaseName|database)=([^;&"'\s]*)/i.exec(rest);
  if (property?.[1])
    return decode2(
      text2.slice(
        offset + property.index + property[0].length - property[1].length,
        offset + property.index + property[0].length
      )
    );
  const path = /^\/([^/?#;"'`\s]*)/.exec(rest);
  if (!path?.[1]) return void 0;
  return decode2(text2.slice(offset + 1, offset + 1 + path[1].length));
}
function queryCredentials(text2, rest, offset) {
  const user = /[?&;](?:user|username|uid)=([^&;\s"']+)/i.exec(rest);
  const password = /[?&;](?:password|pwd)=([^&;\s"']+)/i.exec(rest);
  const rangeOf = (match2) => {
    const to = offset + match2.index + match2[0].length;
    return [to - (match2[1]?.length ?? 0), to];
  };
  return {
    ...user ? { user: decode2(text2.slice(...rangeOf(user))) } : {},
    ...password ? { password: stateOf(password[1] ?? ""), passwordRange: rangeOf(password) } : {}
  };
}
function readGoName(text2, shielded) {
  const match2 = /^([^\s:@/()]{0,200})(?::([^\s]{0,500}))?@(?:tcp|unix)6?\(([^()\s]{1,255})\)\/([^?\s]{0,200})/d.exec(
    shielded
  );
  if (!match2) return void 0;
  const piece = (group) => text2.slice(...match2.indices?.[group] ?? [0, 0]);
  const [host = "", port4] = piece(3).split(/:(?=\d+$)/);
  const range = match2.indices?.[2];
  return {
    scheme: "mysql",
    ...match2[1] ? { user: piece(1) } : {},
    password: stateOf(match2[2] ?? ""),
    ...range ? { passwordRange: range } : {},
    host,
    hosts: [host],
    ...port4 === void 0 ? {} : { port: Number(port4) },
    ...match2[4] ? { database: piece(4) } : {}
  };
}
var KEYS2 = /* @__PURE__ */ new Map([
  ["host", "host"],
  ["server", "host"],
  ["data source", "host"],
  ["datasource", "host"],
  ["address", "host"],
  ["hostaddr", "host"],
  ["port", "port"],
  ["user", "user"],
  ["user id", "user"],
  ["userid", "user"],
  ["username", "user"],
  ["user name", "user"],
  ["uid", "user"],
  ["password", "password"],
  ["pwd", "password"],
  ["database", "database"],
  ["initial catalog", "database"],
  ["dbname", "database"]
]);
function readPairs2(text2, shielded) {
  const separated = shielded.includes(";");
  if (!separated && !/(?:^|\s)(?:host|hostaddr)=\S+\s/.test(`${shielded} `)) return void 0;
  const found = /* @__PURE__ */ new Map();
  let from = 0;
  for (const part of shielded.split(separated ? ";" : " ").slice(0, 100)) {
    const equals = part.indexOf("=");
    const key = equals === -1 ? void 0 : KEYS2.get(part.slice(0, equals).trim().toLowerCase());
    if (key !== void 0 && !found.has(key)) found.set(key, [from + equals + 1, from + part.length]);
    from += part.length + 1;
  }
  const hostRange = found.get("host");
  if (!hostRange || !found.has("user") && !found.has("password")) return void 0;
  return assemble2(text2, shielded, found, hostRange, separated);
}
function assemble2(text2, shielded, found, hostRange, separated) {
  const piece = (key) => {
    const range2 = found.get(key);
    return range2 && text2.slice(...range2).trim().replace(/^(['"])(.*)\1$/s, "$2");
  };
  const address = text2.slice(...hostRange).trim().replace(/^tcp:/i, "");
  const [host = "", inHost] = address.split(/[,:](?=\d{1,5}$)/);
  const port4 = Number(piece("port") ?? inHost);
  const user = piece("user");
  const range = found.get("password");
  const database = piece("database");
  return {
    scheme: separated && !/(?:^|;)\s*host\s*=/i.test(shielded) ? "sqlserver" : "postgres",
    ...user ? { user } : {},
    password: range ? stateOf(shielded.slice(...range).trim()) : "none",
    ...range && range[1] > range[0] ? { passwordRange: range } : {},
    host,
    hosts: [host],
    ...Number.isInteger(port4) && port4 > 0 ? { port: port4 } : {},
    ...database ? { database } : {}
  };
}
function decode2(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}

// src/knowledge/secrets.ts
var KEY_USE = "JWT|JWE|JWS|PASETO|SESSION|SESS|COOKIE|COOKIES|ENCRYPTION|ENCRYPT|ENC|CIPHER|CRYPTO|AES|SIGNING|SIGN|SIGNATURE|HMAC|CSRF|XSRF|NEXTAUTH|BETTER_AUTH|AUTH|AUTH_JS|DJANGO|FLASK|RAILS|LARAVEL|APP|APPLICATION|ACCESS_TOKEN|REFRESH_TOKEN|ID_TOKEN|TOKEN|TOKENS|TWO_FACTOR|OTP|TOTP|MASTER|DATA|FIELD|ACCESS|REFRESH";
var SIGNING = new RegExp(
  `(?:^|_)(?:(?:${KEY_USE})_(?:ACCESS_|REFRESH_|TOKEN_|AUTH_|SIGNING_|ENCRYPTION_|HASH_)*(?:SECRETS?|SECRET_KEY|KEYS?|PRIVATE_KEY|PASSPHRASE)|(?:COOKIE|SESSION)_PASSWORD|SECRET_KEY_BASE|JWTSECRET|JWTKEY|SESSIONSECRET|SECRET_KEY|SECRETKEY)$`
);

// src/model/connections.ts
var HOST_VARIABLE = /(^|_)(HOST|HOSTNAME|SERVER|SERVERS|ADDR|ADDRESS|ADDRESSES|BROKERS?|BOOTSTRAP_SERVERS|ENDPOINT|SEEDS|NODES|HOSTS)$/;
var HOST_PORT = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?::(\d{1,5}))?$/;
function connectionsOf(workloads) {
  const found = [];
  for (const from of workloads) {
    for (const variable2 of from.environment.values()) found.push(...connectionsIn(from, variable2, workloads));
  }
  return found;
}
function connectionsIn(from, variable2, workloads) {
  const text2 = variable2.value.known ? variable2.value.value : variable2.raw;
  if (text2 === void 0 || text2.length > 2048) return [];
  return text2.includes("://") ? urlConnections(from, variable2, text2, workloads) : hostConnections(from, variable2, text2, workloads);
}
function urlConnections(from, variable2, text2, workloads) {
  const url = credentialsIn(text2);
  if (!url || url.host === "" || url.host.includes("$")) return [];
  const to = workloadAt(from, url.host, workloads);
  return [
    {
      from,
      ...to ? { to } : {},
      scheme: url.scheme,
      host: url.host,
      ...url.port === void 0 ? {} : { port: url.port },
      ...url.user === void 0 ? {} : { user: url.user },
      password: url.password,
      ...url.database === void 0 ? {} : { database: url.database },
      variable: variable2,
      at: variable2.at
    }
  ];
}
function hostConnections(from, variable2, text2, workloads) {
  return text2.split(",").flatMap((part) => {
    const match2 = HOST_PORT.exec(part.trim());
    const host = match2?.[1];
    if (!host) return [];
    const to = workloadAt(from, host, workloads);
    if (!to || to === from || !HOST_VARIABLE.test(variable2.name) && match2[2] === void 0) return [];
    return [
      {
        from,
        to,
        host,
        ...match2[2] ? { port: Number(match2[2]) } : {},
        password: "unknown",
        variable: variable2,
        at: variable2.at
      }
    ];
  });
}
function workloadAt(from, host, workloads) {
  return workloads.find(
    (to) => sharesNetwork(from, to) && to.networks.some(
      (network2) => network2.aliases.includes(host) && from.networks.some((own) => own.network === network2.network)
    )
  );
}
function sharesNetwork(one, other) {
  return one.networks.some(
    (a) => other.networks.some(
      (b) => a.network === b.network && (one.deployment === other.deployment || a.network.startsWith("external:"))
    )
  );
}

// src/model/build.ts
function buildSystem(tree, options) {
  const dockerfiles = dockerfilesOf(tree);
  const sets = findComposeSets(tree, options.deployments);
  const deployments = sets.map((set) => deploymentOf(set, tree, dockerfiles));
  const production = deployments.filter((deployment) => deployment.purpose === "production");
  const workloads = production.flatMap((deployment) => deployment.workloads);
  const images = [...shareImages(workloads), ...unusedImages(tree, dockerfiles, workloads.length === 0 ? 2 : 0)];
  const environmentFiles2 = readEnvironmentFiles(tree);
  return {
    repository: {
      id: "repository",
      kind: "repository",
      name: "repository",
      weight: 2,
      at: rootSpan(production, images),
      files: []
    },
    deployments: [...production, ...deployments.filter((deployment) => deployment.purpose !== "production")],
    workloads: workloads.map((workload2) => withSharedImage(workload2, images)),
    images,
    connections: connectionsOf(workloads),
    backups: backupsOf(workloads, tree),
    environmentFiles: environmentFiles2,
    leaks: leaksOf(tree),
    unreadable: [
      ...unreadableCompose(sets, tree),
      ...unreadableDockerfiles(images, dockerfiles),
      ...unreadableEnvironment(environmentFiles2, sets)
    ],
    notEvaluated: notEvaluatedOf(tree, sets)
  };
}
function rootSpan(production, images) {
  return production[0]?.at ?? images[0]?.at ?? { path: "", start: 0, end: 0 };
}
function withSharedImage(workload2, images) {
  const image = images.find((one) => one.id === workload2.image?.id);
  return image ? { ...workload2, image } : workload2;
}
function deploymentOf(set, tree, dockerfiles) {
  const id = `${set.platform}:${set.files.join("+")}`;
  const context = {
    tree,
    dockerfiles,
    project: set.project,
    deployment: id,
    platform: set.platform,
    purpose: set.purpose
  };
  const first = set.files[0] ?? "";
  const text2 = tree.read(first)?.text ?? "";
  const services2 = text2.search(/^services\s*:/m);
  const start = services2 === -1 ? 0 : services2;
  return {
    id,
    kind: "deployment",
    name: set.files.join(" + "),
    weight: set.purpose === "production" ? 2 : 0,
    at: { path: first, start, end: services2 === -1 ? 0 : start + "services".length },
    files: set.project.files,
    platform: set.platform,
    purpose: set.purpose,
    because: set.because,
    workloads: [...set.project.services.values()].map((service2) => workloadOf(service2, context)),
    onRequest: [...set.project.disabled.values()].map(
      (service2) => workloadOf(service2, { ...context, purpose: "development" })
    ),
    networks: [...set.project.networks.values()].map((network2) => ({
      name: network2.name,
      external: knownValue(booleanFact(child(network2.node, "external"))) === true,
      internal: knownValue(booleanFact(child(network2.node, "internal"))) === true,
      at: network2.at
    })),
    volumes: [...set.project.volumes.values()].map((volume2) => {
      const driver = textAt2(volume2.node, "driver");
      return {
        name: volume2.name,
        external: knownValue(booleanFact(child(volume2.node, "external"))) === true,
        ...driver ? { driver } : {},
        at: volume2.at
      };
    }),
    problems: set.project.problems.filter((problem2) => problem2.kind === "structure")
  };
}
function readEnvironmentFiles(tree) {
  return tree.files.flatMap((file) => {
    if (file.format !== "dotenv") return [];
    const source = tree.read(file.path);
    if (!source) return [];
    return [
      {
        path: file.path,
        purpose: environmentFilePurpose(file.path),
        tracked: tree.tracked(file.path) !== false,
        ...parseEnvironmentFile(source)
      }
    ];
  });
}
function leaksOf(tree) {
  return tree.files.flatMap((file) => {
    const source = tree.read(file.path);
    return source ? scanText(source) : [];
  });
}
function mayDeclare(text2) {
  return Math.max(
    1,
    (text2.match(/^[ \t]+[\w."'-]+[ \t]*:[ \t]*(#.*)?\r?$/gm)?.length ?? 0) + (text2.match(/\{/g)?.length ?? 0)
  );
}
function unreadableCompose(sets, tree) {
  const found = /* @__PURE__ */ new Map();
  for (const set of sets) {
    for (const problem2 of set.project.problems) {
      if (problem2.kind !== "syntax") continue;
      const entry = found.get(problem2.at.path) ?? { problems: [], production: false };
      entry.production ||= set.purpose === "production";
      if (!entry.problems.some((other) => other.at.start === problem2.at.start)) entry.problems.push(problem2);
      found.set(problem2.at.path, entry);
    }
  }
  return [...found].filter(([path]) => /\.ya?ml$/i.test(path) || sets.some((set) => set.files.includes(path))).map(([path, { problems, production }]) => ({
    path,
    format: "compose",
    production,
    problems,
    mayDeclare: mayDeclare(tree.read(path)?.text ?? "")
  }));
}
function unreadableDockerfiles(images, dockerfiles) {
  const production = new Set(images.filter((image) => image.weight > 0).flatMap((image) => image.files));
  return dockerfiles.all().filter((file) => file.problems.some((problem2) => problem2.kind === "syntax") || file.stages.length === 0).map((file) => ({
    path: file.path,
    format: "dockerfile",
    production: production.has(file.path),
    problems: file.problems,
    mayDeclare: 1
  }));
}
function unreadableEnvironment(files, sets) {
  const production = new Set(sets.filter((set) => set.purpose === "production").flatMap((set) => set.project.files));
  return files.filter((file) => file.problems.length > 0).map((file) => ({
    path: file.path,
    format: "dotenv",
    production: production.has(file.path),
    problems: file.problems,
    mayDeclare: 1
  }));
}
function notEvaluatedOf(tree, sets) {
  const judged = new Set(sets.flatMap((set) => set.project.files));
  const fragments = tree.files.filter((file) => file.format === "compose" && !judged.has(file.path));
  const missing = sets.flatMap((set) => set.purpose === "production" ? set.project.missing : []);
  return [
    ...tree.skipped,
    ...fragments.map((file) => ({ path: file.path, because: "it only changes services of a file that is not here" })),
    ...missing.map((one) => ({ path: one.path, because: `${one.at.path} names it, and it is not in the repository` }))
  ];
}

// src/suppress.ts
var import_ignore2 = __toESM(require_ignore(), 1);

// src/suppress-comments.ts
var WORD2 = "erp-audit-ignore";
var WORD_FOR_FILE = "erp-audit-ignore-file";
function readSuppressions(source, comments) {
  const written = comments.flatMap((comment) => directivesIn(source, comment));
  if (written.length === 0) return [];
  const content = linesWithContent(source, comments);
  const [first = Number.POSITIVE_INFINITY] = content;
  return written.map(({ line, words: words3 }) => {
    const wholeFile = words3.keyword === WORD_FOR_FILE;
    return {
      rule: words3.rule,
      reason: words3.reason,
      wholeFile,
      misplaced: wholeFile && line >= first,
      line,
      target: atOrAfter(content, line)
    };
  });
}
function directivesIn(source, comment) {
  const text2 = source.text.slice(comment.start, comment.end);
  if (!text2.includes(WORD2)) return [];
  const first = lineOf(source, comment.start);
  return text2.split("\n").flatMap((part, index) => {
    const words3 = directiveOf(part);
    return words3 ? [{ line: first + index, words: words3 }] : [];
  });
}
function directiveOf(part) {
  const begin = part.search(/[^\s#/*;!-]/);
  const end = part.trimEnd().endsWith("*/") ? part.lastIndexOf("*/") : part.length;
  const text2 = begin === -1 ? "" : part.slice(begin, end).trim();
  const keyword = [WORD_FOR_FILE, WORD2].find(
    (word) => text2 === word || text2.startsWith(`${word} `) || text2.startsWith(`${word}:`)
  );
  if (!keyword) return void 0;
  const rest = text2.slice(keyword.length).trim();
  const colon = rest.indexOf(":");
  const rule = colon === -1 ? rest : rest.slice(0, colon);
  return { keyword, rule: rule.trim(), reason: colon === -1 ? "" : rest.slice(colon + 1).trim() };
}
function linesWithContent(source, comments) {
  const lines = [];
  let from = 0;
  for (const { start, end } of [
    ...comments.toSorted((a, b) => a.start - b.start),
    { start: source.text.length, end: 0 }
  ]) {
    if (start > from) {
      const first = lineOf(source, from);
      source.text.slice(from, start).split("\n").forEach((part, index) => {
        if (part.trim() !== "" && lines.at(-1) !== first + index) lines.push(first + index);
      });
    }
    from = Math.max(from, end);
  }
  return lines;
}
function atOrAfter(numbers, least) {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return numbers[low] ?? 0;
}

// src/suppress.ts
var lineKey = (path, line) => `${line} ${path}`;
var fileKey = (path) => `* ${path}`;
function suppress(judgements, options) {
  const notices = [];
  const grounds = [...inlineGrounds(options, judgements, notices), ...configGrounds(options)];
  const used = /* @__PURE__ */ new Set();
  const byRule = grouped(grounds);
  const marked = judgements.map((judgement) => {
    const own = byRule.get(judgement.rule.id);
    return own ? mark(judgement, own, options.sources, used) : judgement;
  });
  const judged = new Set(judgements.filter((judgement) => !judgement.error).map((judgement) => judgement.rule.id));
  for (const ground of grounds) {
    if (!used.has(ground) && ground.rules.some((rule) => judged.has(rule))) notices.push(ground.unused);
  }
  return { judgements: marked, notices: notices.toSorted(byPlace2) };
}
function grouped(grounds) {
  const groups = /* @__PURE__ */ new Map();
  for (const ground of grounds) {
    for (const rule of ground.rules) {
      const group = groups.get(rule) ?? { inline: /* @__PURE__ */ new Map(), config: [] };
      groups.set(rule, group);
      if (typeof ground.covers !== "string") group.config.push(ground);
      else if (group.inline.get(ground.covers)?.push(ground) === void 0) group.inline.set(ground.covers, [ground]);
    }
  }
  return groups;
}
function mark(judgement, grounds, sources, used) {
  const outcomes = judgement.outcomes.map((outcome) => {
    const findings = outcome.findings.map((finding) => {
      const reasons = groundsFor(finding, outcome, grounds, sources);
      for (const ground of reasons) used.add(ground);
      return reasons[0] ? { ...finding, suppressed: reasons[0].suppression } : finding;
    });
    return findings.some((finding) => finding.suppressed) ? withFindings(judgement.rule, outcome, findings) : outcome;
  });
  return { ...judgement, outcomes };
}
function groundsFor({ place }, { at }, { inline, config: config2 }, sources) {
  const file = sources.get(at.path);
  const keys = [lineKey(place.path, place.line), fileKey(place.path)];
  if (file) keys.splice(1, 0, lineKey(at.path, lineOf(file, at.start)));
  return [
    ...keys.flatMap((key) => inline.get(key) ?? []),
    ...config2.filter(({ covers }) => typeof covers !== "string" && covers(place.path))
  ];
}
function inlineGrounds({ sources, comments, rules: rules2 }, judgements, notices) {
  const names = rulesByName([...rules2, ...judgements.map((judgement) => judgement.rule)]);
  const grounds = [];
  for (const [path, list3] of comments) {
    const source = sources.get(path);
    if (!source) continue;
    for (const written of readSuppressions(source, list3)) {
      const rule = names.get(written.rule);
      const objection = objectionTo(written, rule, names);
      if (objection !== void 0) notices.push({ path, line: written.line, message: objection });
      else if (rule) grounds.push(inlineGround(rule, written, path));
    }
  }
  return grounds;
}
function objectionTo(written, rule, names) {
  if (written.rule === "") return 'this suppression names no rule: write "erp-audit-ignore <rule-id>: <reason>"';
  if (!rule) return `this suppression names an unknown rule "${written.rule}"${didYouMean(written.rule, names.keys())}`;
  if (written.reason === "")
    return `the suppression of ${rule.id} does not count without a reason: write it behind a colon`;
  if (written.misplaced)
    return `the suppression of ${rule.id} for the whole file counts only in the first comment block`;
  return void 0;
}
function inlineGround(rule, { line, reason, target, wholeFile }, path) {
  return {
    rules: [rule.id],
    suppression: { by: "inline", reason },
    covers: wholeFile ? fileKey(path) : lineKey(path, target),
    unused: { path, line, message: `the suppression of ${rule.id} matches no finding` }
  };
}
function configGrounds({ ignores, rules: rules2 }) {
  return ignores.map(({ rule: pattern, globs, reason = "ignored by the configuration", path, line }) => {
    const matcher = (0, import_ignore2.default)().add([...globs]);
    return {
      rules: rules2.filter((rule) => exactness(pattern, rule) > 0).map((rule) => rule.id),
      suppression: { by: "config", reason },
      covers: (file) => import_ignore2.default.isPathValid(file) && matcher.ignores(file),
      unused: {
        ...path !== void 0 && { path },
        ...line !== void 0 && { line },
        message: `the ignored files of ${pattern} match no finding`
      }
    };
  });
}
function rulesByName(rules2) {
  const names = new Map(rules2.flatMap((rule) => (rule.aliases ?? []).map((alias) => [alias, rule])));
  for (const rule of rules2) names.set(rule.id, rule);
  return names;
}
function byPlace2(a, b) {
  const [first, second] = [a.path ?? "", b.path ?? ""];
  return first === second ? (a.line ?? 0) - (b.line ?? 0) : first < second ? -1 : 1;
}

// src/tree.ts
function recordReads(tree) {
  const sources = /* @__PURE__ */ new Map();
  const read = (path) => {
    const source = tree.read(path);
    if (source) sources.set(source.path, source);
    return source;
  };
  return { tree: { ...tree, read }, sources };
}

// src/audit.ts
function audit(root, options = DEFAULT_OPTIONS) {
  options.onStage?.("reading the file tree");
  return auditTree(discover(root, { exclude: options.config.exclude }), options);
}
function auditTree(found, options = DEFAULT_OPTIONS) {
  const { config: config2, onStage } = options;
  const { tree, sources } = recordReads(found);
  onStage?.("building the system model");
  const system = buildSystem(tree, { deployments: config2.deployments });
  onStage?.("checking");
  const judged = withSettings(check(system, enabledRules(rules, config2), sources), config2);
  const accepted = { sources, comments: commentsOf(sources), ignores: ignoresOf(config2), rules };
  const { judgements, notices } = suppress(judged, accepted);
  onStage?.("scoring");
  const deployable = system.workloads.length > 0 || system.images.some((image) => image.weight > 0);
  const scoring = { deployable, weights: weightsWith(config2.weights), threshold: options.minScore };
  const total = score(judgements, scoring);
  const verdict = gate(
    judgements.filter((judgement) => isShown(judgement, options)),
    total,
    options
  );
  return conclude({
    system,
    judgements,
    notices,
    scoring,
    score: total,
    roadmap: roadmap(judgements, scoring),
    gate: verdict,
    sources,
    options
  });
}
export {
  audit,
  auditTree
};
