/**
 * The properties that say when somebody is busy. No others are read: neither titles nor names invented by the file's
 * author.
 */
const kept =
  /^(BEGIN|END|UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TRANSP|SEQUENCE|DTSTAMP|TZID|TZOFFSETFROM|TZOFFSETTO)[;:]/i;
const keptParts = new Set(["VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"]);
const localTimes = /:\d{8}T\d{6}(?:,\d{8}T\d{6})*$/;
/** Longer than any genuine list of dates, short enough to be matched quickly. */
const longest = 100_000;
const longestHead = 300;

const usual = "Asia/Shanghai";

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** "+0800" as a zone without daylight saving; null where the offset is not in whole hours. */
function fixedZone(offset: string): string | null {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  if (!sign || Number(minutes ?? 0) > 0 || Number(hours) > 14) return null;
  return `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
}

/** Zones that the file itself defines and that have no daylight saving: name → zone. */
function ownZones(lines: readonly string[]): ReadonlyMap<string, string> {
  const zones = new Map<string, string>();
  let name = "";
  let offsets = new Set<string>();
  for (const line of lines) {
    const [, key = "", value = ""] = /^([A-Z]+)(?:;[^:]*)?:(.*)$/i.exec(line) ?? [];
    if (/^BEGIN:VTIMEZONE$/i.test(line)) [name, offsets] = ["", new Set()];
    else if (/^TZID$/i.test(key)) name = value;
    else if (/^TZOFFSETTO$/i.test(key)) offsets.add(value);
    else if (/^END:VTIMEZONE$/i.test(line)) {
      const [only = ""] = offsets;
      const zone = offsets.size === 1 ? fixedZone(only) : null;
      if (name && zone) zones.set(name, zone);
    }
  }
  return zones;
}

/**
 * A zone under a name that the reader knows. Many programs write other names: a vendor's path before the real one
 * ("/mozilla.org/20050126_1/Asia/Shanghai"), a city, an offset. An unknown name means the calendar's own zone.
 */
function zoneFor(written: string, own: ReadonlyMap<string, string>, home: string): string {
  const name = written.replace(/^"(.*)"$/, "$1");
  const [, known] = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9_+/-]+)$/.exec(name) ?? [];
  if (known && isZone(known)) return known;
  if (/^(UTC|GMT|PRC|ROC|ROK|Japan|Singapore|Hongkong)$/.test(name)) return name;
  const offset = /^(?:UTC|GMT)?\s?([+-]\d{1,2}(?::?\d{2})?)$/i.exec(name)?.[1];
  // The reader itself translates the names Windows uses, "China Standard Time" and "(UTC+08:00) Beijing".
  if (/ Time$/.test(name) || name.startsWith("(UTC")) return /[",]/.test(name) ? `"${name}"` : name;
  return own.get(name) ?? (offset && fixedZone(offset)) ?? home;
}

/** Adds a zone to a line with local times; other lines stay as they are. Null for a line with an impossible time. */
function zoned(line: string, own: ReadonlyMap<string, string>, home: string): string | null {
  const times = /^(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)[;:]/i.test(line) ? localTimes.exec(line) : null;
  if (!times) return line;
  const head = line.slice(0, times.index);
  if (head.length > longestHead) return null;
  const [all = "", written = ""] = /;TZID=("[^"]*"|[^;]*)/i.exec(head) ?? [];
  return `${head.replace(all, "")};TZID=${written ? zoneFor(written, own, home) : home}${times[0]}`;
}

/** Whether every calendar that begins also ends: a file cut off in transit is refused. */
const isWhole = (lines: readonly string[]): boolean =>
  lines.filter((line) => /^BEGIN:VCALENDAR\s*$/i.test(line)).length ===
  lines.filter((line) => /^END:VCALENDAR\s*$/i.test(line)).length;

/**
 * The calendar file with only the properties about time, safe for the reader; null when it is no calendar or cut off.
 *
 * The reader uses names from the file as object keys (even "__proto__") and reads times without a known zone in this
 * machine's zone. So lines and parts it does not need are removed, every entry gets a harmless name, and every time
 * gets a zone: the one written, else the calendar's own, else Shanghai's.
 */
export function plainIcs(text: string): string | null {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) return null;
  const lines = text
    .replace(/^\uFEFF?\s*/, "")
    .replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n|\r/);
  if (!isWhole(lines)) return null;
  const named = lines.find((line) => /^X-WR-TIMEZONE[:;]/i.test(line))?.replace(/^[^:]*:/, "");
  const own = ownZones(lines);
  const home = named ? zoneFor(named.slice(0, longestHead).trim(), own, usual) : usual;
  const out: string[] = [];
  let left = "";
  let names = 0;
  let hasName = false;
  for (const line of lines) {
    const [, edge = "", part = ""] = /^(BEGIN|END):(.*)$/.exec(line.slice(0, 100).trimEnd().toUpperCase()) ?? [];
    if (left || (edge && !keptParts.has(part))) {
      if (!left) left = edge === "BEGIN" ? part : "";
      else if (edge === "END" && part === left) left = "";
      continue;
    }
    if (!kept.test(line) || line.length > longest) continue;
    if (part === "VEVENT" && edge === "BEGIN") hasName = false;
    if (part === "VEVENT" && edge === "END" && !hasName) {
      names += 1;
      out.push(`UID:nameless-${names}`);
    }
    if (/^UID[;:]/i.test(line)) {
      hasName = true;
      out.push(`UID:uid-${line.replace(/^[^:]*:/, "")}`);
    } else {
      out.push(zoned(line, own, home) ?? "");
    }
  }
  return left ? null : out.join("\r\n");
}
