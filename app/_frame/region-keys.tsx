"use client";
import { useEffect } from "react";

/** F6 moves from region to region: rail, top, content, panel; Shift F6 moves back. */
export function RegionKeys() {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== "F6") return;
      const regions = [...document.querySelectorAll<HTMLElement>("[data-region], main aside")];
      const at = regions.findLastIndex((region) => region.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      const next = regions[(at + step + regions.length) % regions.length];
      if (!next) return;
      event.preventDefault();
      (next.querySelector<HTMLElement>("a, button, input, [tabindex='0']") ?? next).focus();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
}
