import { type Html, html, type Part } from "./html";

/** Something to know. `amber` asks for care. */
export const note = (text: Part, tone: "plain" | "amber" = "plain"): Html =>
  html`<p class="note ${tone}" role="status">${text}</p>`;

/** A refusal, with the six letters to read out where there are any. It has the focus, so that it is in view and read out. */
export const problemNote = (text: string, reference: string | null): Html =>
  html`<p class="wrong" role="alert" tabindex="-1" autofocus>${text}${reference ? html` <span>${reference}</span>` : null}</p>`;
