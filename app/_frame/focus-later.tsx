"use client";
import { useLater } from "@/app/_ui/actions/use-later";

const load = () => import("./focus-guards");

/** Where the focus goes by itself: nothing needs it before the first press, so it comes after what is read. */
export function FocusLater() {
  const { part } = useLater(load, false);
  return part ? <part.FocusGuards /> : null;
}
