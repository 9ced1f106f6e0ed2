import { useEffect } from "react";
import { faultsIn, focusFirstFault } from "@/app/_ui/fields/focus-first-fault";

/**
 * Whichever form is sent too early, in the office, at the desk or on a phone, and whichever button brings up what is wrong: the
 * caret goes there, unless the form has put it somewhere by itself.
 */
export function FaultFocus() {
  useEffect(() => {
    const sent = ({ target }: Event) => {
      if (target instanceof HTMLFormElement) focusFirstFault(target);
    };
    const pressed = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (!button) return;
      const before = new Set(faultsIn(button));
      const at = document.activeElement;
      requestAnimationFrame(() => {
        const isNew = faultsIn(button).some((one) => !before.has(one));
        if (isNew && document.activeElement === at) focusFirstFault(button);
      });
    };
    document.addEventListener("submit", sent);
    document.addEventListener("click", pressed, true);
    return () => {
      document.removeEventListener("submit", sent);
      document.removeEventListener("click", pressed, true);
    };
  }, []);
  return null;
}
