"use client";
import { withLaterWords } from "@/app/_i18n/later-words";

/** The dialogs of tasks with their words, which most matters never open. */
export const loadGive = withLaterWords("_assignments/give-dialog", () =>
  import("./give-dialog").then((it) => it.GiveDialog),
);
export const loadAnswer = withLaterWords("_assignments/answer-dialog", () =>
  import("./answer-dialog").then((it) => it.AnswerDialog),
);
export const loadSettle = withLaterWords("_assignments/settle-dialog", () =>
  import("./settle-dialog").then((it) => it.SettleDialog),
);
