import type { DueCursor } from "@/server/disputes/inputs";

/** A place in a list by due time, as an address carries it. */
export const cursorText = ({ dueAt, key }: NonNullable<DueCursor>): string => `${dueAt}_${key}`;

/** And back; what is no such place is refused by the procedure. */
export function cursorIn(text: string | undefined): DueCursor {
  if (!text) return null;
  const [dueAt = "", key = ""] = text.split("_");
  return { dueAt, key };
}
