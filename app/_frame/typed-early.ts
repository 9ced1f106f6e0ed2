type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * What was typed by keyboard before the script of the page had come, as into the field that has the caret from the first:
 * the form learns of it as if it were typed now. Otherwise the field would be emptied when the page is next drawn.
 */
export function handOverTyped(): void {
  for (const field of document.querySelectorAll<Field>("input, textarea")) {
    if (isOf(field, ["checkbox", "radio"])) {
      if (field.checked !== field.defaultChecked) tickAgain(field);
    } else if (isOf(field, ["file"])) {
      if (field.value !== "") field.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (field.value !== field.defaultValue) typeAgain(field);
  }
}

const isOf = (field: Field, types: readonly string[]): field is HTMLInputElement =>
  field instanceof HTMLInputElement && types.includes(field.type);

function tickAgain(field: HTMLInputElement): void {
  field.checked = field.defaultChecked;
  field.click();
}

/** React takes an event for a change only where the value is not the one that was set through the element last. */
function typeAgain(field: Field): void {
  const typed = field.value;
  field.value = field.defaultValue;
  const kind = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(kind, "value")?.set?.call(field, typed);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
