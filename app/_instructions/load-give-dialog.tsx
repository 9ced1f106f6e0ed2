"use client";
import { withLaterWords } from "@/app/_i18n/later-words";

/** The dialog with its words, for a list of matters and for the menu of one. */
export const loadGiveDialog = withLaterWords("_instructions/give-instruction-dialog", () =>
  import("./give-instruction-dialog").then((it) => it.GiveInstructionDialog),
);
