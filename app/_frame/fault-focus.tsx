"use client";
import { useEffect } from "react";
import { focusFirstFault } from "@/app/_ui/fields/focus-first-fault";

/** Whichever form is sent too early, in the office, at the desk or on a phone: the caret goes to what is missing. */
export function FaultFocus() {
  useEffect(() => {
    const sent = ({ target }: Event) => {
      if (target instanceof HTMLFormElement) focusFirstFault(target);
    };
    document.addEventListener("submit", sent);
    return () => document.removeEventListener("submit", sent);
  }, []);
  return null;
}
