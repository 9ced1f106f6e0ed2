import { hash } from "node:crypto";
import { canonicalIdNumber } from "@/db/encryption/canonical";
import type { ClockKind } from "@/db/vocabulary";
import { givenNames, surnames } from "@/server/demo/scenarios/matters";
import type { RepeatableRandom } from "@/server/demo/scenarios/repeatable-random";
import { clockDay } from "@/server/rules/clock-days";
import { defaultRules, maskedPhone } from "./compile-story";
import type { DrawnCase } from "./draw-cases";
import { encryptCells } from "./encrypted-cells";
import type { GeneratedCounty } from "./generated-county";
import { filled, type Slot } from "./template";

const dayMs = 86_400_000;
const days = new Map<number, string>();

/** 'YYYY-MM-DD' of a number of days since 1970. */
function dayText(day: number): string {
  let text = days.get(day);
  if (!text) {
    text = new Date(day * dayMs).toISOString().slice(0, 10);
    days.set(day, text);
  }
  return text;
}

const dueDays = new Map<string, string>();
function dueText(clock: ClockKind, startedOn: number): string {
  const key = `${clock} ${startedOn}`;
  let text = dueDays.get(key);
  if (!text) {
    text = clockDay(clock, dayText(startedOn), defaultRules, new Map());
    dueDays.set(key, text);
  }
  return text;
}

const hex = (random: RepeatableRandom, length: number): string =>
  random
    .below(16 ** length)
    .toString(16)
    .padStart(length, "0");

function newId(random: RepeatableRandom, ms: number, middle: string): string {
  const time = ms.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}${middle}${hex(random, 6)}${hex(random, 6)}`;
}

const randomId = (random: RepeatableRandom): string => {
  const [a, b, c, d, e] = [hex(random, 8), hex(random, 4), hex(random, 3), hex(random, 3), hex(random, 6)];
  return `${a}-${b}-4${c}-a${d}-${e}${hex(random, 6)}`;
};

// Surnames are as unequal as in a real register: the first of the list name most people.
const surname = (random: RepeatableRandom) =>
  surnames[Math.floor(surnames.length * (random.below(10_000) / 10_000) ** 2.2)] ?? "";

const mobile = (random: RepeatableRandom): string =>
  `1${3 + random.below(7)}${String(random.below(1_000_000_000)).padStart(9, "0")}`;

/** Of somebody born from 1950 to 1999; the longer form adds the check sign. */
function idNumber(random: RepeatableRandom): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const born = `${50 + random.below(50)}${two(1 + random.below(12))}${two(1 + random.below(28))}`;
  return canonicalIdNumber(`330621${born}${String(random.below(1000)).padStart(3, "0")}`) ?? "";
}

/** The words that this dispute has for itself, by the names that templates use. */
function wordsOf(drawn: DrawnCase, county: GeneratedCounty, random: RepeatableRandom): Map<string, string> {
  const { station, cast, rooms, numbers } = drawn;
  const street = random.pick(station.streets);
  const words = new Map<string, string>([
    ["county.id", county.id],
    ["station.id", station.id],
    ["station.name", station.name],
    ["committee.id", station.committeeId],
    ["committee.name", station.committee],
    ["street", street],
    [
      "place",
      `${street} ${1 + random.below(18)} 号楼 ${1 + random.below(4)} 单元 ${1 + random.below(6)}0${1 + random.below(3)}`,
    ],
    ["callNumber", `J${hex(random, 8)}${hex(random, 4)}`],
  ]);
  for (const [i, point] of station.points.entries())
    words.set(`point${i}.id`, point.id).set(`point${i}.name`, point.name).set(`point${i}.address`, point.address);
  for (const [i, room] of rooms.entries()) words.set(`room${i}`, room);
  for (const [name, person] of cast)
    words.set(name, person.id).set(`${name}.name`, person.name).set(`${name}.masked`, maskedPhone(person.phone));
  for (const i of [0, 1, 2]) {
    const phone = mobile(random);
    words.set(`party${i}.name`, surname(random) + random.pick(givenNames));
    words.set(`party${i}.phone`, phone).set(`party${i}.masked`, maskedPhone(phone));
  }
  words.set("party0.idNumber", idNumber(random)).set("agent.phone", mobile(random));
  for (const [name, text] of numbers) words.set(name, text);
  return words;
}

function valueFor(slot: Slot, shift: number, words: ReadonlyMap<string, string>, random: RepeatableRandom): string {
  switch (slot.kind) {
    case "named": {
      const word = words.get(slot.name);
      if (word === undefined) throw new Error(`nothing stands for ${slot.name}`);
      return word;
    }
    case "id":
      return newId(random, slot.ms + shift * dayMs, slot.middle);
    case "random":
      return randomId(random);
    case "day":
      return dayText(slot.day + shift);
    case "micros":
      return String(slot.us + shift * dayMs * 1000);
    case "dueOn":
      return dueText(slot.clock, slot.startedOn + shift);
    case "encrypted":
    case "hash":
      return "";
  }
}

const sha256 = (text: string): string => hash("sha256", text);

/**
 * One dispute's rows as COPY text, table by table in the order of the story's tables. Digests and the chain are worked out
 * as the database does it: digests first, then what each event hashes of them, then the events one after the other.
 * `isForReading` leaves out digests and hashes, which only verify reads.
 */
export function renderCase(
  drawn: DrawnCase,
  county: GeneratedCounty,
  random: RepeatableRandom,
  isForReading = false,
): string[] {
  const { compiled, shift } = drawn;
  const words = wordsOf(drawn, county, random);
  const values = compiled.slots.map((slot) => valueFor(slot, shift, words, random));
  encryptCells(compiled.encrypted, county.id, values);
  if (!isForReading) chain(compiled, values, random);
  return compiled.tables.map(({ table, template }) =>
    isForReading && table === "content_digests" ? "" : filled(template, values),
  );
}

/** Works out every digest and hash of a dispute, in the order in which they depend on each other. */
function chain(compiled: DrawnCase["compiled"], values: string[], random: RepeatableRandom): void {
  const lines = new Map<number, string>();
  for (const { slot, seq, template, line } of compiled.digests) {
    // What was written twice in one act has a digest of a version that nobody kept: any will do.
    if (slot >= 0) values[slot] = sha256(template ? filled(template, values) : hex(random, 8));
    const before = lines.get(seq);
    const text = filled(line, values);
    lines.set(seq, before === undefined ? text : `${before}\n${text}`);
  }
  for (const { seq, hash: slot, content, template } of compiled.events) {
    if (content !== null) values[content] = sha256(lines.get(seq) ?? "");
    values[slot] = sha256(filled(template, values));
  }
}
