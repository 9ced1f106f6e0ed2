import { flag, type Html, html, type Part } from "./html";

interface Field {
  /** Of the form it belongs to; also the beginning of its ids. */
  form: string;
  name: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with what was typed; the field then has the focus. */
  error?: string | null | undefined;
}

const idOf = ({ form, name }: Pick<Field, "form" | "name">) => `${form}-${name}`;
const wrong = (id: string, error: string | null | undefined): Html | null =>
  error ? html`<p class="wrong" id="${id}-wrong">${error}</p>` : null;

interface TextField extends Field {
  value: string;
  most: number;
  type?: "text" | "datetime-local";
  inputMode?: "numeric" | "text";
  look?: "digits";
  /** The earliest value of a moment. */
  min?: string;
}

/** One line of text, four digits, or a moment. */
export function textField(field: TextField): Html {
  const { label, hint, error, value, most, type = "text", inputMode = "text", look = "", min = "" } = field;
  const id = idOf(field);
  return html`<div class="field">
    <label for="${id}">${label}</label>${wrong(id, error)}
    <input class="input ${look}" id="${id}" name="${field.name}" type="${type}" value="${value}"
      maxlength="${most}" min="${min}" inputmode="${inputMode}" autocomplete="off" autocapitalize="off" spellcheck="false"
      aria-invalid="${isWrong(error)}" aria-describedby="${describedBy(id, field)}"${flag("autofocus", Boolean(error))}>
    ${hintOf(id, hint)}</div>`;
}

/** Text of several lines; `most` is the greatest number of characters. */
export function areaField(field: Field & { value: string; most: number }): Html {
  const { label, hint, error, value, most } = field;
  const id = idOf(field);
  // A line end that a text begins with would be left out by the browser; the one before it is.
  return html`<div class="field">
    <label for="${id}">${label}</label>${wrong(id, error)}
    <textarea class="input" id="${id}" name="${field.name}" rows="2" maxlength="${most}"
      aria-invalid="${isWrong(error)}" aria-describedby="${describedBy(id, field)}"${flag("autofocus", Boolean(error))}>
${value}</textarea>${hintOf(id, hint)}</div>`;
}

const isWrong = (error: Field["error"]): string => (error ? "true" : "false");
const hintOf = (id: string, hint: Field["hint"]): Html | null =>
  hint ? html`<p class="quiet" id="${id}-hint">${hint}</p>` : null;
const describedBy = (id: string, { hint, error }: Pick<Field, "hint" | "error">): string =>
  [hint ? `${id}-hint` : "", error ? `${id}-wrong` : ""].join(" ").trim();

interface Option {
  value: string;
  label: Part;
}

/** One of several, all of them to be seen. */
export function choiceField(field: Field & { options: readonly Option[]; value: string; label: Part }): Html {
  const { label, error, options, value } = field;
  const id = idOf(field);
  return html`<fieldset aria-describedby="${error ? `${id}-wrong` : ""}"><legend>${label}</legend>${wrong(id, error)}${options.map(
    (one, index) =>
      html`<label class="pick">
        <input type="radio" name="${field.name}" value="${one.value}"${flag("checked", one.value === value)}${flag("autofocus", Boolean(error) && index === 0)}><span>${one.label}</span></label>`,
  )}</fieldset>`;
}

/** A sentence to tick, which may stand outside of its form. */
export function tickField({ form, name, label, error, isTicked }: Field & { isTicked: boolean }): Html {
  const id = idOf({ form, name });
  return html`<div class="field">${wrong(id, error)}
    <label class="pick">
    <input type="checkbox" form="${form}" name="${name}" value="yes"
      aria-invalid="${isWrong(error)}" aria-describedby="${error ? `${id}-wrong` : ""}"${flag("checked", isTicked)}${flag("autofocus", Boolean(error))}><span>${label}</span></label></div>`;
}

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;
