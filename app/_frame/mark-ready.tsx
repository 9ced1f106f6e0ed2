"use client";
import { useEffect } from "react";

/** Says on the page itself that its script has taken over: from now on each control works (`global.css`). */
export function MarkReady() {
  useEffect(() => {
    document.documentElement.dataset.ready = "";
    handOverTyped();
  }, []);
  return null;
}

/**
 * What was typed by keyboard before the script of the page had come, as into the field that has the caret from the first:
 * the form learns of it as if it were typed now. Otherwise the field would be emptied when the page is next drawn.
 */
function handOverTyped(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input, textarea")) {
    const { checked, files, value } = field;
    if (checked !== field.defaultChecked) {
      field.checked = field.defaultChecked;
      field.click();
    } else if (value !== field.defaultValue) {
      if (!files) {
        field.value = field.defaultValue;
        // By the setter of its kind: React takes an event for a change only where the value was not set through the field itself.
        Reflect.set(Object.getPrototypeOf(field), "value", value, field);
      }
      field.dispatchEvent(new Event(files ? "change" : "input", { bubbles: true }));
    }
  }
}
