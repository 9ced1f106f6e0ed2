const inCode = "use server/kernel/shanghai.ts or app/_ui/format/shanghai.ts, or name the zone";
const inSql = "write `at time zone 'Asia/Shanghai'`, or compare with the instant at which the day begins";
const inLengths = "a day of a session's zone may have 23 hours: count hours";

/** @type {[pattern: RegExp, instead: string][]} */
const faults = [
  [/\.(?:get|set)(?:Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)\(/, inCode],
  [/\.to(?:Date|Time)String\(|\bdayjs\((?!.*\)\.(?:tz|utc)\()/, inCode],
  [/new Date\(\s*(?:\d+|[\w.]+)\s*,/, inCode],
  [/new Date\(([`"'])(?:(?!\1).)*T(?:(?!\1).)*(?<!Z|\+08:00)\1\)/, inCode],
  // The package makes its own days in the zone of the process; only lunar dates are right in each.
  [/\bchineseDays\.(?!getLunarDate\b)/, inCode],
  [/\binterval '\d+ (?:day|week|mon|year)|make_interval\((?:days|weeks|months|years)\b/i, inLengths],
  [/ (?:day|week|month|year)s?`\}?::interval/i, inLengths],
  [/_at\s*(?:[<>]=?|=|between)\s*[^,;()]*::date\b/i, inSql],
];
/** Right with a zone named nearby: in code within two lines; in SQL directly at a cast, else on the same line. */
const needsZone = /\.toLocale(?:Date|Time)?String\(|new Intl\.DateTimeFormat\(/;
const needsZoneInSql = [
  /(?<!}|(?<!at time zone )'[^']*'|at time zone '[\w/]+'\)*)::(?:date|time|timestamp)\b(?! (?:with|at time zone))|\bcast\([^)]* as (?:date|time)\b/i,
  /\bdate_trunc\('(?:hour|day|week|month|quarter|year)'/i,
  /\b(?:extract\(|date_part\(')(?:year|month|day|hour|dow|isodow|doy|week|quarter)\b/i,
  /\bto_char\([^;]*'[^']*(?:YYYY|Mon|MM-DD|DD)[^']*'/,
];

/**
 * Where a text makes a day, an hour or a length of days of an instant in the zone of the process or of the session.
 * @param {string} file relative path
 * @param {string} text
 * @returns {string[]} one line each
 */
export function zonesIn(file, text) {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    if (/^\s*(?:--|\/\/|\/?\*)/.test(line)) return [];
    const hit = faults.find(([pattern]) => pattern.test(line))?.[1] ?? withoutZone(lines, index);
    return hit ? [`${file}:${index + 1}: a zone that nobody named: ${line.trim().slice(0, 100)}\n    ${hit}`] : [];
  });
}

/** @param {string[]} lines @param {number} index */
function withoutZone(lines, index) {
  const line = lines[index] ?? "";
  if (needsZone.test(line) && !/timeZone/.test(lines.slice(Math.max(0, index - 2), index + 3).join("\n")))
    return inCode;
  const [cast, ...others] = needsZoneInSql;
  const isOther = others.some((one) => one.test(line)) && !/at time zone '/i.test(line);
  return cast?.test(line) || isOther ? inSql : undefined;
}
