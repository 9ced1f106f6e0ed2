"use client";
import { withLaterWords } from "@/app/_i18n/later-words";

/** The dialogs of requests about a lead, fetched with their words when one is opened. */
export const loadDecide = withLaterWords("_lead-requests/decide-dialog", () =>
  import("./decide-dialog").then((it) => it.DecideDialog),
);
export const loadTell = withLaterWords("_lead-requests/tell-dialog", () =>
  import("./tell-dialog").then((it) => it.TellDialog),
);
