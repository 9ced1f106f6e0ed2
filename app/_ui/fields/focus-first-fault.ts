/**
 * After a form was sent too early: the caret goes to the first field that says what is wrong, once that is drawn. `sent` is the
 * form, or the button that was pressed within its sheet or dialog.
 */
export function focusFirstFault(sent: Element): void {
  const form = sent.closest("form, dialog, [role='dialog'], section") ?? sent;
  requestAnimationFrame(() => {
    const wrong = form.querySelector<HTMLElement>("[aria-invalid=true], [data-fault]");
    (wrong?.querySelector<HTMLElement>("input") ?? wrong)?.focus();
  });
}
