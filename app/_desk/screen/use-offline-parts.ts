"use client";
import { useEffect } from "react";

/** What other pages fetch at its first use: at the desk the connection may be gone by then. */
const parts = [
  () => import("@/app/_ui/menus/more-entries"),
  () => import("@/app/_ui/dialogs/dialog-window"),
  () => import("@/app/_ui/feedback/toast-list"),
  () => import("@/app/_ui/feedback/said-problem"),
  () => import("@/app/_ui/fields/kept-text"),
  () => import("signature_pad"),
];

/** Fetches with the page what the desk may need without a connection. A part that fails is asked for again at its use. */
export function useOfflineParts(): void {
  useEffect(() => {
    for (const load of parts) load().catch(() => undefined);
  }, []);
}
