/**
 * The names a message wants filled in: arguments of braces and names of tags, sorted, each once.
 * Reads ICU message format, so that words inside a plural's branches are not taken for names.
 * @param {string} message
 * @returns {string[]}
 */
export function placeholders(message) {
  const names = new Set();
  let at = 0;
  readText(0);
  if (at < message.length) throw new Error(`a } too many in "${message}"`);
  return [...names].sort();

  /** @param {number} depth of braces */
  function readText(depth) {
    while (at < message.length) {
      const sign = message[at];
      if (sign === "'" && /['{}<]/.test(message[at + 1] ?? "")) skipQuoted();
      else if (sign === "{") readArgument(depth);
      else if (sign === "}") {
        if (depth > 0) return;
        throw new Error(`a } too many in "${message}"`);
      } else if (sign === "<") readTag();
      else at++;
    }
    if (depth > 0) throw new Error(`a } is missing in "${message}"`);
  }

  function skipQuoted() {
    const end = message[at + 1] === "'" ? at + 1 : message.indexOf("'", at + 1);
    at = end < 0 ? message.length : end + 1;
  }

  function readTag() {
    const tag = /^<\/?([A-Za-z][\w-]*)\s*\/?>/.exec(message.slice(at));
    if (tag) names.add(`<${tag[1]}>`);
    at += tag ? tag[0].length : 1;
  }

  /** @param {number} depth of braces */
  function readArgument(depth) {
    const head = /^\{\s*([\w-]+)\s*(?:,\s*(\w+)\s*)?(,?)/.exec(message.slice(at));
    if (!head) throw new Error(`an unnamed { in "${message}"`);
    names.add(head[1]);
    at += head[0].length;
    const hasBranches = /^(plural|select|selectordinal)$/.test(head[2] ?? "");
    while (at < message.length && message[at] !== "}") {
      if (hasBranches && message[at] === "{") {
        at++;
        readText(depth + 1);
        if (message[at] !== "}") throw new Error(`a } is missing in "${message}"`);
      }
      at++;
    }
    if (message[at] !== "}") throw new Error(`a } is missing in "${message}"`);
    at++;
  }
}
