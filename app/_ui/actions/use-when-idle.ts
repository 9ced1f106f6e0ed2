"use client";
import { useEffect } from "react";

/** For browsers that do not say when they are idle. */
const pauseMs = 300;

/** Runs once the browser has nothing else to do, again after each drawing: `run` does nothing the second time. */
export function useWhenIdle(run: () => void): void {
  useEffect(() => {
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(run, pauseMs);
      return () => clearTimeout(timer);
    }
    const turn = requestIdleCallback(run);
    return () => cancelIdleCallback(turn);
  });
}
