import { createHash } from "node:crypto";
import type { ClockKind } from "@/db/vocabulary";
import { clockDay } from "@/server/rules/clock-days";
import { type Rules, ruleDefaults } from "@/server/rules/defaults";
import { escaped } from "./copy-text";
import { type EncryptedCell, EncryptedCells } from "./encrypted-cells";
import { dayNumber, slotFinder } from "./find-slots";
import type { PlayedStory } from "./played-story";
import type { Scene } from "./story-scene";
import type { Story } from "./story-steps";
import { type Slot, Slots, type Template, TemplateWriter } from "./template";

/** A number of a gapless series that the story took: a copy takes the next of its own station or committee and year. */
export interface TakenNumber {
  name: string;
  /** The counter's kind; "dispute" counts by station, the others by committee. */
  kind: string;
  atMs: number;
  /** The text around the number itself; `{year}` and the station's own word are put in. */
  text: (year: number, n: number, words: { code: string; name: string; dossierWord: string }) => string;
}

/** An hour the story takes from a room or a person. */
export interface TakenHour {
  /** Name of the room or person in the scene. */
  name: string;
  fromMs: number;
  untilMs: number;
}

/** A played story made ready to be copied many times. */
export interface CompiledStory {
  story: Story;
  slots: readonly Slot[];
  tables: { table: string; columns: readonly string[]; template: Template; rows: number }[];
  digests: { slot: number; seq: number; template: Template | null; line: Template }[];
  encrypted: readonly EncryptedCell[];
  events: { seq: number; hash: number; content: number | null; template: Template }[];
  numbers: TakenNumber[];
  hours: TakenHour[];
  /** Names of the people of the scene who take part. */
  cast: string[];
  beginsMs: number;
  endsMs: number;
}

export const defaultRules = Object.fromEntries(
  Object.entries(ruleDefaults).map(([key, { value }]) => [key, value]),
) as Rules;
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const column = (story: PlayedStory, table: string, name: string): (string | null)[] => {
  const found = story.tables.find((one) => one.table === table);
  const index = found?.columns.indexOf(name) ?? -1;
  return found && index >= 0 ? found.rows.map((row) => row[index] ?? null) : [];
};

/** 138****2719, as deliveries show a phone. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** Everything in the story's rows that another dispute would have for itself: text → name of its value. */
function namesIn(played: PlayedStory, scene: Scene): Map<string, string> {
  const { station, cast } = scene;
  const named = new Map<string, string>([
    [scene.countyId, "county.id"],
    [station.id, "station.id"],
    [station.name, "station.name"],
    [station.committeeId, "committee.id"],
    [station.committee, "committee.name"],
    [played.words.place, "place"],
    [played.words.street, "street"],
    [played.words.callNumber, "callNumber"],
    [played.words.idNumber, "party0.idNumber"],
    [played.words.agentPhone, "agent.phone"],
  ]);
  for (const [i, point] of station.points.entries()) {
    named.set(point.id, `point${i}.id`);
    named.set(point.name, `point${i}.name`);
    named.set(point.address, `point${i}.address`);
  }
  for (const [i, room] of station.rooms.entries()) named.set(room.id, `room${i}`);
  for (const [name, person] of cast) {
    named.set(person.id, name);
    named.set(person.name, `${name}.name`);
    named.set(maskedPhone(person.phone), `${name}.masked`);
  }
  for (const [i, name] of played.words.names.entries()) named.set(name, `party${i}.name`);
  for (const [i, phone] of column(played, "parties", "phone").entries())
    if (phone) named.set(phone, `party${i}.phone`).set(maskedPhone(phone), `party${i}.masked`);
  return named;
}

/** Tracks whose papers the station numbers, as server/disputes/parts/number-paper.ts does. */
export const ofPolice: ReadonlySet<string> = new Set(["publicSecurity", "onScene"]);

function numbersIn(played: PlayedStory): (TakenNumber & { value: string })[] {
  const year = (at: string | null) => Date.parse(at ?? "");
  const found: (TakenNumber & { value: string })[] = [];
  const [number] = column(played, "disputes", "number");
  const [registeredAt] = column(played, "disputes", "registered_at");
  if (number)
    found.push({
      value: number,
      name: "number.dispute",
      kind: "dispute",
      atMs: year(registeredAt ?? null),
      text: (y, n, { code }) => `${code}-${y}-${String(n).padStart(4, "0")}`,
    });
  const tracks = new Map(
    column(played, "proceedings", "id").map((id, i) => [id, column(played, "proceedings", "track")[i]]),
  );
  const paper = (what: "agreement" | "dossier", i: number, value: string | null, at: string | null, track: string) => {
    const shape = /^（\d{4}）.+?(人调|治调|现调|协帮|移送)(.*第 )\d+( 号)$/.exec(value ?? "");
    if (!value || !shape) return;
    const [, line, before, after] = shape;
    found.push({
      value,
      name: `number.${what}${i}`,
      kind: track === "peoples" ? what : `${what}.${track}`,
      atMs: year(at),
      // The police number their papers by their own name.
      text: (y, n, { name, dossierWord }) =>
        `（${y}）${ofPolice.has(track) ? name : dossierWord}${line}${before}${String(n).padStart(3, "0")}${after}`,
    });
  };
  const sent = column(played, "agreements", "sent_to_sign_at");
  const drafted = column(played, "agreements", "drafted_at");
  const of = column(played, "agreements", "proceeding_id");
  for (const [i, value] of column(played, "agreements", "number").entries())
    paper("agreement", i, value, sent[i] ?? drafted[i] ?? null, tracks.get(of[i] ?? "") ?? "");
  const archived = column(played, "proceedings", "archived_at");
  for (const [i, value] of column(played, "proceedings", "dossier_number").entries())
    paper("dossier", i, value, archived[i] ?? null, column(played, "proceedings", "track")[i] ?? "");
  return found;
}

function hoursIn(played: PlayedStory, named: ReadonlyMap<string, string>): TakenHour[] {
  const during = column(played, "slots", "during");
  return column(played, "slots", "resource_id").map((id, i) => {
    const [from = "", until = ""] = (during[i] ?? "").match(/20\d\d-\d\d-\d\d [\d:.]+\+00/g) ?? [];
    return { name: named.get(id ?? "") ?? "", fromMs: Date.parse(from), untilMs: Date.parse(until) };
  });
}

/** The statutory last day of each clock that has the usual one, and of its proceeding, by the id of either. */
function dueDays(played: PlayedStory): Map<string, { clock: ClockKind; startedOn: string; dueOn: string }> {
  const due = new Map<string, { clock: ClockKind; startedOn: string; dueOn: string }>();
  const days = column(played, "proceedings", "due_on");
  const proceedings = new Map(column(played, "proceedings", "id").map((id, i) => [id, days[i]]));
  for (const [i, id] of column(played, "clocks", "id").entries()) {
    const clock = column(played, "clocks", "kind")[i] as ClockKind;
    const startedOn = column(played, "clocks", "started_on")[i] ?? "";
    const dueOn = column(played, "clocks", "due_on")[i];
    const proceedingId = column(played, "clocks", "proceeding_id")[i];
    if (!id || !dueOn || dueOn !== clockDay(clock, startedOn, defaultRules, new Map())) continue;
    due.set(id, { clock, startedOn, dueOn });
    if (proceedingId && proceedings.get(proceedingId) === dueOn) due.set(proceedingId, { clock, startedOn, dueOn });
  }
  return due;
}

const hasDueDay = (table: string): boolean => table === "proceedings" || table === "clocks";

/** Columns whose text has a meaning of its own. */
type Special = (table: string, column: string, row: ReadonlyMap<string, string | null>) => number | null;

function specials(played: PlayedStory, slots: Slots, encrypted: EncryptedCells): Special {
  const due = dueDays(played);
  return (table, name, row) => {
    const value = row.get(name);
    if (value === null || value === undefined) return null;
    const seq = row.get("seq");
    const hash = (what: string) => slots.of(`hash ${what}`, { kind: "hash", name: what });
    if (table === "events" && name === "hash") return hash(`event ${seq}`);
    if (table === "events" && name === "prev" && seq !== "1") return hash(`event ${Number(seq) - 1}`);
    if (table === "events" && name === "content") return hash(`content ${seq}`);
    if (table === "event_heads" && name === "hash") return hash(`event ${seq}`);
    if (name === "at_us") return slots.of(`us ${value}`, { kind: "micros", us: Number(value) });
    const cell = encrypted.slotOf(table, name, row);
    if (cell !== null) return cell;
    const day = hasDueDay(table) && name === "due_on" ? due.get(row.get("id") ?? "") : undefined;
    if (day && day.dueOn === value)
      return slots.of(`due ${day.clock} ${day.startedOn}`, {
        kind: "dueOn",
        clock: day.clock,
        startedOn: dayNumber(day.startedOn),
      });
    return null;
  };
}

/** Makes a played story ready to be copied. */
export function compileStory(played: PlayedStory, scene: Scene): CompiledStory {
  const slots = new Slots();
  const named = namesIn(played, scene);
  const numbers = numbersIn(played);
  for (const { value, name } of numbers) named.set(value, name);
  const find = slotFinder(slots, named);
  const encrypted = new EncryptedCells(slots, find);
  const special = specials(played, slots, encrypted);
  const { digests, lines } = compileDigests(played, slots, find);
  const tables = played.tables.map(({ table, columns, rows }) => {
    const writer = new TemplateWriter();
    for (const [index, row] of rows.entries()) {
      const cells = new Map(columns.map((name, i) => [name, row[i] ?? null]));
      for (const [i, name] of columns.entries()) {
        if (i > 0) writer.text("\t");
        const value = cells.get(name) ?? null;
        const slot =
          table === "content_digests" && name === "digest" ? (lines[index] ?? null) : special(table, name, cells);
        if (value === null) writer.text("\\N");
        else if (slot !== null) writer.slot(slot);
        else if (table === "content_digests" && name === "xact") writer.text("0");
        else find(writer, value, escaped);
      }
      writer.text("\n");
    }
    return { table, columns, template: writer.done(), rows: rows.length };
  });
  const at = column(played, "events", "at_us").map((us) => Number(us) / 1000);
  const compiled = [...slots.list];
  return {
    story: played.story,
    tables,
    digests,
    encrypted: encrypted.list,
    events: compileEvents(played, slots, find),
    slots: slots.list,
    numbers,
    hours: hoursIn(played, named),
    cast: [...scene.cast.keys()].filter((name) => compiled.some((slot) => slot.kind === "named" && slot.name === name)),
    beginsMs: Math.min(...at),
    endsMs: Math.max(...at),
  };
}

type Find = ReturnType<typeof slotFinder>;

/** What each digest is taken of, and the line that its event hashes. `lines` gives the slot of each digest in order. */
function compileDigests(played: PlayedStory, slots: Slots, find: Find) {
  const due = dueDays(played);
  const lines: (number | null)[] = [];
  const digests = played.digests.map(({ seq, subject, key, version, salt, digest, values }, i) => {
    if (digest === "-") {
      lines.push(null);
      const line = find(new TemplateWriter(), `${subject} ${key} ${version} -`).done();
      return { slot: -1, seq: Number(seq), template: null, line };
    }
    const slot = slots.of(`hash digest ${i}`, { kind: "hash", name: `digest ${i}` });
    lines.push(slot);
    const line = find(new TemplateWriter(), `${subject} ${key} ${version} `).slot(slot).done();
    if (!values) return { slot, seq: Number(seq), template: null, line };
    const text = [salt, subject, key, version, ...values].join("\n");
    if (sha256(text) !== digest) throw new Error(`the content of ${subject} ${key} does not fit its digest`);
    const writer = new TemplateWriter();
    const day = hasDueDay(subject) ? due.get(key) : undefined;
    const [before, after] = day ? text.split(`\n"${day.dueOn}"\n`) : [text];
    find(writer, before ?? "");
    if (day && after !== undefined) {
      const name = `due ${day.clock} ${day.startedOn}`;
      const startedOn = dayNumber(day.startedOn);
      writer
        .text('\n"')
        .slot(slots.of(name, { kind: "dueOn", clock: day.clock, startedOn }))
        .text('"\n');
      find(writer, after);
    }
    return { slot, seq: Number(seq), template: writer.done(), line };
  });
  return { digests, lines };
}

/** The text that each event's hash is taken of, as app.append_event makes it. */
function compileEvents(played: PlayedStory, slots: Slots, find: Find): CompiledStory["events"] {
  const events = played.tables.find(({ table }) => table === "events");
  if (!events) throw new Error("a dispute without events");
  return events.rows.map((row) => {
    const of = (name: string) => row[events.columns.indexOf(name)] ?? null;
    const seq = Number(of("seq"));
    const writer = new TemplateWriter();
    const hash = (name: string) => slots.of(`hash ${name}`, { kind: "hash", name });
    if (seq === 1) writer.text(of("prev") ?? "");
    else writer.slot(hash(`event ${seq - 1}`));
    const content = of("content") === null ? null : hash(`content ${seq}`);
    writer.text(content === null ? "\nv1\n" : "\nv2\n");
    find(writer, `${of("chain")}\n${seq}\n`);
    writer.slot(slots.of(`us ${of("at_us")}`, { kind: "micros", us: Number(of("at_us")) }));
    const who = [
      of("actor_kind"),
      of("actor_id") ?? "-",
      of("action"),
      of("dispute_id") ?? "-",
      of("proceeding_id") ?? "-",
    ];
    find(writer, `\n${who.join("\n")}\n`);
    if (content !== null) writer.slot(content).text("\n");
    find(writer, of("payload") ?? "");
    return { seq, hash: hash(`event ${seq}`), content, template: writer.done() };
  });
}
