/** All that says what is wrong in a form: `sent` is the form, or the button that was pressed within its sheet or dialog. */
export const faultsIn = (sent: Element): HTMLElement[] => [
  ...(sent.closest("form, dialog, [role='dialog'], section") ?? sent).querySelectorAll<HTMLElement>(
    "[aria-invalid=true], [data-fault]",
  ),
];

/** After a form was sent too early: the caret goes to the first field that says what is wrong, once that is drawn. */
export function focusFirstFault(sent: Element): void {
  requestAnimationFrame(() => {
    const [wrong] = faultsIn(sent);
    (wrong?.querySelector<HTMLElement>("input") ?? wrong)?.focus();
  });
}
