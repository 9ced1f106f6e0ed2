"use client";
import { type ComponentType, useEffect, useState } from "react";

interface Toast {
  message: string;
  /** 撤销, where undo exists. */
  undo?: { label: string; onPress: () => void };
}

const loadShelf = () => import("./toast-shelf");
const shown = new EventTarget();

/** One line, bottom left, 6 s. Errors are never toasts: use ErrorNote in place. */
export function showToast(toast: Toast): void {
  loadShelf().then(
    ({ putOnShelf }) => {
      shown.dispatchEvent(new Event("toast"));
      putOnShelf(toast);
    },
    // Without a connection it stays away: the page itself shows what was done, a toast only repeats it.
    () => undefined,
  );
}

/** Mounted once by the root layout; fetched with the first toast. */
export function Toasts() {
  const [shelf, setShelf] = useState<{ Shelf: ComponentType } | null>(null);
  useEffect(() => {
    const show = () => void loadShelf().then(({ ToastShelf }) => setShelf({ Shelf: ToastShelf }));
    shown.addEventListener("toast", show);
    return () => shown.removeEventListener("toast", show);
  }, []);
  return shelf ? <shelf.Shelf /> : null;
}
