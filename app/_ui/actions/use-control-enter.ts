"use client";
import { useEffect } from "react";
import { isCovered } from "./page-key";

/** Ctrl ↵ presses the filled button from anywhere on the page, unless a dialog stands over it. */
export function useControlEnter(press: () => void, isBusy: boolean): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing || isBusy || isCovered())
        return;
      event.preventDefault();
      press();
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });
}
