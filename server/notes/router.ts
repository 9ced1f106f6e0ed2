import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { openNoteInput, writeNoteInput } from "./inputs";
import { openNote } from "./open-note";
import { notesOf } from "./queries";
import { writeNote } from "./write-note";

export const notesRouter = router({
  ofDispute: question("note.read", disputeIdInput, notesOf),
  write: command("note.write", writeNoteInput, writeNote),
  open: command("note.read", openNoteInput, openNote),
});
