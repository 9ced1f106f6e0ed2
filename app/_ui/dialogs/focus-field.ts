/** Puts the caret into the field of a dialog that carries this label: a text, a list, or the first answer of a question. */
export function focusField(dialog: Element | null, label: string): void {
  const labels = dialog?.querySelectorAll("label, legend, [id$='-label'], [role='radiogroup'][aria-label]") ?? [];
  const found = [...labels].find((one) =>
    (one.getAttribute("aria-label") ?? one.textContent)?.trim().startsWith(label),
  );
  if (!found) return;
  const named = found instanceof HTMLLabelElement ? found.control : null;
  const around = found.closest("fieldset, [role='radiogroup']") ?? found.parentElement;
  const field = named ?? around?.querySelector<HTMLElement>("input, select, textarea, button");
  field?.focus();
}
