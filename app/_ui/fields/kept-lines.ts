/** What was typed into the lines of a dialog, by the words of each field. */
export type Kept = Readonly<Record<string, string>>;

/** Lines whose words are worth keeping; never a password, a code that is used once, an ID number, or a field that reads what it is given on its own. */
const lines = "input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=url]";
const never =
  "[autocomplete='one-time-code'], [autocomplete$='password'], [role='combobox'], [data-day], [data-unkept], [readonly]";

const fieldsIn = (inside: Element | null): HTMLInputElement[] =>
  [...(inside?.querySelectorAll<HTMLInputElement>(lines) ?? [])].filter((field) => !field.matches(never));

/** The label of a field, with its place where several fields of a dialog have the same. */
function nameOf(inside: Element | null, field: HTMLInputElement): string {
  const words = labelOf(field);
  const same = fieldsIn(inside).filter((one) => labelOf(one) === words);
  return same.length > 1 ? `${words} ${same.indexOf(field)}` : words;
}

const labelOf = (field: HTMLInputElement): string =>
  field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent?.trim() ?? "";

/** The line that was typed into, as it is kept; null for a field of another kind. */
export function keptIn(inside: Element, field: HTMLInputElement): { name: string; value: string } | null {
  if (!fieldsIn(inside).includes(field)) return null;
  const name = nameOf(inside, field);
  return name ? { name, value: field.value } : null;
}

/** The fields that stand there empty and were typed into before, with what was typed. */
export const stillEmpty = (inside: Element | null, kept: Kept): { field: HTMLInputElement; value: string }[] =>
  fieldsIn(inside).flatMap((field) => {
    const value = field.value === "" && !field.disabled ? kept[nameOf(inside, field)]?.trim() : "";
    return value ? [{ field, value }] : [];
  });

/** Of what is kept, the lines that still stand in a field. */
export const stillTyped = (inside: Element, kept: Kept): Kept =>
  Object.fromEntries(
    fieldsIn(inside).flatMap((field) => {
      const name = nameOf(inside, field);
      return field.value !== "" && kept[name] === field.value ? [[name, field.value]] : [];
    }),
  );

/** What this tab keeps under the key; nothing where it cannot be read. */
export function readKept(key: string): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

export function storeKept(key: string, kept: Kept): void {
  const typed = Object.entries(kept).filter(([, value]) => value.trim() !== "");
  if (typed.length > 0) sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(typed)));
  else sessionStorage.removeItem(key);
}

/** Puts a text into a field as typing does, so that whatever listens to the field hears of it. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement | null, text: string): void {
  if (!field) return;
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
