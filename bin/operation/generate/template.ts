import type { ClockKind } from "@/db/vocabulary";

/** Text with places that each copy fills anew. */
export interface Template {
  /** One more than there are places. */
  pieces: string[];
  /** Which value stands in each place. */
  slots: number[];
}

/** What fills a place, worked out for each copy. */
export type Slot =
  /** A place or person of the scene, a number or a word: looked up by its name. */
  | { kind: "named"; name: string }
  /** The id of a row: a new one at the copy's time. */
  | { kind: "id"; ms: number; middle: string }
  | { kind: "random" }
  /** A calendar day, in a date or a time; days since 1970. */
  | { kind: "day"; day: number }
  | { kind: "micros"; us: number }
  /** A statutory last day, worked out from the day on which its clock started. */
  | { kind: "dueOn"; clock: ClockKind; startedOn: number }
  /** An encrypted value or a keyed hash of one, worked out when its row's id and its words are there. */
  | { kind: "encrypted"; name: string }
  /** A hash, worked out after everything else. */
  | { kind: "hash"; name: string };

/** The slots of one story, each once. */
export class Slots {
  readonly list: Slot[] = [];
  private readonly known = new Map<string, number>();

  of(key: string, slot: Slot): number {
    const there = this.known.get(key);
    if (there !== undefined) return there;
    const index = this.list.push(slot) - 1;
    this.known.set(key, index);
    return index;
  }
}

/** Builds a template from literal text and slots. */
export class TemplateWriter {
  private readonly pieces: string[] = [""];
  private readonly slots: number[] = [];

  text(text: string): this {
    this.pieces[this.pieces.length - 1] += text;
    return this;
  }

  slot(index: number): this {
    this.slots.push(index);
    this.pieces.push("");
    return this;
  }

  done(): Template {
    return { pieces: this.pieces, slots: this.slots };
  }
}

/** The template's text with the values of one copy. */
export function filled({ pieces, slots }: Template, values: readonly string[]): string {
  let text = pieces[0] ?? "";
  for (let i = 0; i < slots.length; i += 1) text += (values[slots[i] as number] as string) + (pieces[i + 1] as string);
  return text;
}
