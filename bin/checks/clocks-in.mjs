const inCode = "use the time you are given (ctx.now, act.now, timeOf(job)); only an edge may ask currentTime()";
const inSql = "bind ctx.now, or write app.now(), which asActor sets";

/** @type {[pattern: RegExp, instead: string][]} */
const clocks = [
  [/\bnew Date\s*(?:\(\s*\)|(?![\s\w(.<|>&[]))/, inCode],
  [/\bDate\.now\b|(?<!new )\bDate\(\s*\)|\bdayjs(?:\.utc|\.tz)?\(\s*\)/, inCode],
  [/(?<![.\w])now\(\s*\)|\b(?:clock|statement|transaction)_timestamp\(/i, inSql],
  [/\bcurrent_(?:timestamp|date|time)\b|\blocaltime(?:stamp)?\b/i, inSql],
  [/'(?:now|today|tomorrow|yesterday)'\s*(?:::|\))/i, inSql],
];

/** In the living text of the database: the definition of app.now() itself, and what the queue counts by its own clock. */
const ownClock = /current_setting\('app\.now'|graphile_worker\./;

/**
 * Where a text reads the clock of the machine or of the database by itself.
 * @param {string} file relative path
 * @param {string} text
 * @returns {string[]} one line each
 */
export function clocksIn(file, text) {
  const isSql = file.endsWith(".sql");
  return text.split("\n").flatMap((line, index) => {
    const isComment = isSql ? /^\s*--/.test(line) : /^\s*(?:\/\/|\/?\*)/.test(line);
    if (isComment || (isSql && ownClock.test(line))) return [];
    const hit = clocks.find(([pattern]) => pattern.test(line));
    return hit ? [`${file}:${index + 1}: a clock of its own: ${line.trim().slice(0, 100)}\n    ${hit[1]}`] : [];
  });
}
