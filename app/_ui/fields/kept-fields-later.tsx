"use client";
import { useLater } from "../actions/use-later";

const load = () => import("./kept-fields");

/** `KeptFields` for a form that stands in the page: nothing of it is to be seen before somebody has typed, so it comes afterwards. */
export function KeptFieldsLater() {
  const { part } = useLater(load, false);
  return part ? <part.KeptFields /> : null;
}
