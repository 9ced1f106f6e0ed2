import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { bookSession } from "./book-session";
import { calendar } from "./calendar";
import { cancelSession } from "./cancel-session";
import { correctRecord } from "./correct-record";
import {
  bookSessionInput,
  calendarInput,
  cancelSessionInput,
  correctRecordInput,
  dayBoardInput,
  freeTimesInput,
  moveSessionInput,
  nothing,
  openNoteInput,
  recordSessionInput,
  writeNoteInput,
} from "./inputs";
import { moveSession } from "./move-session";
import { openNote } from "./open-note";
import { ownList } from "./own-sessions";
import { notesOf, ofDispute } from "./queries";
import { recordSession } from "./record-session";
import { dayBoard, freeTimes, rooms } from "./rooms";
import { writeNote } from "./write-note";

export const sessionsRouter = router({
  ofDispute: question("dispute.read", disputeIdInput, ofDispute),
  notesOf: question("note.read", disputeIdInput, notesOf),
  calendar: question("session.calendar", calendarInput, calendar),
  rooms: question("session.rooms", nothing, rooms),
  dayBoard: question("session.rooms", dayBoardInput, dayBoard),
  freeTimes: question("session.rooms", freeTimesInput, freeTimes),
  ownList: question("session.listOwn", nothing, ownList),
  book: command("session.book", bookSessionInput, bookSession),
  move: command("session.move", moveSessionInput, moveSession),
  cancel: command("session.cancel", cancelSessionInput, cancelSession),
  record: command("session.record", recordSessionInput, recordSession),
  correctRecord: command("session.correctRecord", correctRecordInput, correctRecord),
  writeNote: command("note.write", writeNoteInput, writeNote),
  openNote: command("note.read", openNoteInput, openNote),
});
