/** After a form was sent too early: the caret goes to the first field that says what is wrong, once that is drawn. */
export function focusFirstFault(form: Element): void {
  requestAnimationFrame(() => {
    const wrong = form.querySelector<HTMLElement>("[aria-invalid=true], [data-fault]");
    (wrong?.querySelector<HTMLElement>("input") ?? wrong)?.focus();
  });
}
