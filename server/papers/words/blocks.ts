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

/** A sentence with its facts by name; the names are the fields of a station's own template of the paper. */
export function sentence(
  text: string,
  facts: Readonly<Record<string, string>> = {},
  over: Partial<Paragraph> = {},
): Paragraph {
  const filled = text.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`a sentence without its fact: ${name}`);
    return fact;
  });
  return paragraph(filled, { ...over, pattern: { text, facts } });
}
