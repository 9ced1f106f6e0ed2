import type { Slot, Slots, TemplateWriter } from "./template";

const dayMs = 86_400_000;
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const date = "20\\d\\d-\\d\\d-\\d\\d";

const quotedForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
export const timeInId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** An id made at a time keeps its place in the order of time; any other is random. */
function slotOfId(id: string): Slot {
  return id[14] === "7" ? { kind: "id", ms: timeInId(id), middle: id.slice(13, 24) } : { kind: "random" };
}

/**
 * Finds in a text everything that a copy of the dispute has for itself: ids, days, and the words of `named` (text → name).
 * Refuses a long number that it does not know, which could be a time.
 */
export function slotFinder(slots: Slots, named: ReadonlyMap<string, string>) {
  const words = [...named.keys()].filter((word) => word !== "").sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(${words.map(quotedForPattern).join("|")})|(${uuid})|(${date})|((?<![0-9a-f])\\d{12,20}(?![0-9a-f]))`,
    "g",
  );
  return (writer: TemplateWriter, text: string, literal: (text: string) => string = (same) => same): TemplateWriter => {
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      writer.text(literal(text.slice(from, match.index)));
      const [all, word, id, day, long] = match;
      if (long) throw new Error(`a number of unknown meaning: ${long}`);
      if (word) writer.slot(slots.of(`word ${named.get(word)}`, { kind: "named", name: named.get(word) ?? "" }));
      else if (id) writer.slot(slots.of(`id ${id}`, slotOfId(id)));
      else if (day) writer.slot(slots.of(`day ${day}`, { kind: "day", day: dayNumber(day) }));
      from = match.index + all.length;
    }
    return writer.text(literal(text.slice(from)));
  };
}
