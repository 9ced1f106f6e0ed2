import { type RefObject, useEffect, useRef } from "react";
import { firstField } from "./first-field";

/** For a form that opens in the page while the button that opened it stays: the caret goes into it, and it comes in sight. */
export function useFocusOpened<T extends HTMLElement>(): RefObject<T | null> {
  const opened = useRef<T>(null);
  useEffect(() => {
    const form = opened.current;
    if (form) (firstField(form) ?? form).focus();
  }, []);
  return opened;
}
