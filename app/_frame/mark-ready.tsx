"use client";
import { useEffect } from "react";
import { handOverTyped } from "./typed-early";

/** Says on the page itself that its script has taken over: from now on each control works (`global.css`). */
export function MarkReady() {
  useEffect(() => {
    document.documentElement.dataset.ready = "";
    handOverTyped();
  }, []);
  return null;
}
