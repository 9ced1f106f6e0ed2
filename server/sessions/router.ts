import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { bookSession } from "./book-session";
import { calendar } from "./calendar";
import { cancelSession } from "./cancel-session";
import { confirmSession } from "./confirm-session";
import { correctRecord } from "./correct-record";
import { holdSession } from "./hold-session";
import {
  bookSessionInput,
  calendarInput,
  cancelSessionInput,
  correctRecordInput,
  dayBoardInput,
  freeTimesInput,
  holdSessionInput,
  moveSessionInput,
  nothing,
  openNoteInput,
  ownProofInput,
  ownRecordInput,
  recordSessionInput,
  sessionTargetInput,
  setVideoLinkInput,
  swapPersonInput,
  writeNoteInput,
} from "./inputs";
import { moveSession } from "./move-session";
import { openNote } from "./open-note";
import { ownProof, ownRecord } from "./own-record";
import { ownList } from "./own-sessions";
import { notesOf, ofDispute } from "./queries";
import { recordSession } from "./record-session";
import { dayBoard, freeTimes, rooms } from "./rooms";
import { setVideoLink } from "./set-video-link";
import { swapPerson } from "./swap-person";
import { videoLinksOf } from "./video-links";
import { writeNote } from "./write-note";

export const sessionsRouter = router({
  ofDispute: question("dispute.read", disputeIdInput, ofDispute),
  notesOf: question("note.read", disputeIdInput, notesOf),
  calendar: question("session.calendar", calendarInput, calendar),
  rooms: question("session.rooms", nothing, rooms),
  dayBoard: question("session.rooms", dayBoardInput, dayBoard),
  freeTimes: question("session.rooms", freeTimesInput, freeTimes),
  ownList: question("session.listOwn", nothing, ownList),
  ownRecord: question("session.listOwn", ownRecordInput, ownRecord),
  ownProof: question("session.listOwn", ownProofInput, ownProof),
  book: command("session.book", bookSessionInput, bookSession),
  hold: command("session.hold", holdSessionInput, holdSession),
  confirm: command("session.confirm", sessionTargetInput, confirmSession),
  swapPerson: command("session.swapPerson", swapPersonInput, swapPerson),
  move: command("session.move", moveSessionInput, moveSession),
  cancel: command("session.cancel", cancelSessionInput, cancelSession),
  record: command("session.record", recordSessionInput, recordSession),
  correctRecord: command("session.correctRecord", correctRecordInput, correctRecord),
  writeNote: command("note.write", writeNoteInput, writeNote),
  videoLinks: question("session.readVideo", disputeIdInput, videoLinksOf),
  setVideoLink: command("session.setVideo", setVideoLinkInput, setVideoLink),
  openNote: command("note.read", openNoteInput, openNote),
});
