import type { Field, Fields, Heading, LongField, Paragraph, Value } from "../model";

/** Shorthands for the blocks that forms use most. */
export const heading = (text: string, level: Heading["level"] = 1): Heading => ({ kind: "heading", level, text });
export const paragraph = (text: string, over: Partial<Paragraph> = {}): Paragraph => ({
  kind: "paragraph",
  text,
  ...over,
});
export const field = (label: string, value: Value): Field => ({ label, value });
export const fields = (...rows: Field[][]): Fields => ({ kind: "fields", rows });
export const longField = (label: string, value: LongField["value"]): LongField => ({ kind: "longField", label, value });

/** What is written in by hand. */
export const byHand: Value = { fillIn: true };

/** Text, or "／" where there is none. */
export const orNone = (text: string | null | undefined): string | null => text?.trim() || null;
