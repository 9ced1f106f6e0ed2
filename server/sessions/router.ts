import { disputeIdInput, paperInput } from "../disputes/inputs";
import { audited, auditedPrint } from "../kernel/audit";
import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { bookSession } from "./book-session";
import { cancelSession } from "./cancel-session";
import { confirmSession } from "./confirm-session";
import { correctRecord } from "./correct-record";
import { holdSession } from "./hold-session";
import {
  bookSessionInput,
  calendarInput,
  cancelSessionInput,
  confirmSessionInput,
  correctRecordInput,
  dayBoardInput,
  holdSessionInput,
  moveSessionInput,
  ownProofInput,
  ownRecordInput,
  recordHeldInput,
  recordSessionInput,
  recordTellingInput,
  setVideoLinkInput,
  swapPersonInput,
} from "./inputs";
import { moveSession } from "./move-session";
import { calendar } from "./reads/calendar";
import { ownProof, ownRecord } from "./reads/own-record";
import { ownList } from "./reads/own-sessions";
import { dayBoard, rooms } from "./reads/rooms";
import { ofDispute } from "./reads/sessions";
import { videoLinksOf } from "./reads/video-links";
import { recordHeld } from "./record-held";
import { recordSession } from "./record-session";
import { recordTelling } from "./record-telling";
import { setVideoLink } from "./set-video-link";
import { swapPerson } from "./swap-person";

export const sessionsRouter = router({
  ofDispute: question("dispute.read", paperInput, auditedPrint("session.print", ofDispute)),
  calendar: question("session.calendar", calendarInput, calendar),
  rooms: question("session.rooms", nothing, rooms),
  dayBoard: question("session.rooms", dayBoardInput, dayBoard),
  ownList: question("session.listOwn", nothing, ownList),
  ownRecord: question("session.listOwn", ownRecordInput, ownRecord),
  ownProof: question(
    "session.listOwn",
    ownProofInput,
    audited("audit.export", () => ({ what: "session.listOwn" }), ownProof),
    () => true,
  ),
  book: command("session.book", bookSessionInput, bookSession),
  hold: command("session.hold", holdSessionInput, holdSession),
  confirm: command("session.confirm", confirmSessionInput, confirmSession),
  swapPerson: command("session.swapPerson", swapPersonInput, swapPerson),
  move: command("session.move", moveSessionInput, moveSession),
  cancel: command("session.cancel", cancelSessionInput, cancelSession),
  record: command("session.record", recordSessionInput, recordSession),
  recordHeld: command("session.recordHeld", recordHeldInput, recordHeld),
  recordTelling: command("session.tell", recordTellingInput, recordTelling),
  correctRecord: command("session.correctRecord", correctRecordInput, correctRecord),
  videoLinks: question("session.readVideo", disputeIdInput, videoLinksOf),
  setVideoLink: command("session.setVideo", setVideoLinkInput, setVideoLink),
});
