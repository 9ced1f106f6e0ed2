"use client";
import { useEffect } from "react";
import { showScheme } from "./color-scheme";

/** Keeps an open page in the scheme that the device asks for, or that was chosen on another page. */
export function FollowScheme() {
  useEffect(() => {
    const device = matchMedia("(prefers-color-scheme: dark)");
    showScheme();
    device.addEventListener("change", showScheme);
    window.addEventListener("storage", showScheme);
    return () => {
      device.removeEventListener("change", showScheme);
      window.removeEventListener("storage", showScheme);
    };
  }, []);
  return null;
}
