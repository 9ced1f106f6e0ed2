"use client";
import { type ComponentType, useEffect, useState } from "react";

interface Toast {
  message: string;
  /** 撤销, where undo exists. */
  undo?: { label: string; onPress: () => void };
}

const loadList = () => import("./toast-list");
const shown = new EventTarget();

/** One line, bottom left, 6 s. Errors are never toasts: use ErrorNote in place. */
export function showToast(toast: Toast): void {
  loadList().then(
    ({ addToast }) => {
      shown.dispatchEvent(new Event("toast"));
      addToast(toast);
    },
    // Without a connection it stays away: the page itself shows what was done, a toast only repeats it.
    () => undefined,
  );
}

/** Mounted once by the root layout; fetched with the first toast. */
export function Toasts() {
  const [list, setList] = useState<{ List: ComponentType } | null>(null);
  useEffect(() => {
    const show = () => void loadList().then(({ ToastList }) => setList({ List: ToastList }));
    shown.addEventListener("toast", show);
    return () => shown.removeEventListener("toast", show);
  }, []);
  return list ? <list.List /> : null;
}
