import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { answerPoll } from "./answer-poll";
import { beginNow } from "./begin-now";
import { cancelPoll } from "./cancel-poll";
import { changeCard } from "./change-card";
import { checkIn } from "./check-in";
import {
  answerPollInput,
  beginNowInput,
  cancelPollInput,
  changeCardInput,
  checkInInput,
  deskInput,
  openCardInput,
  openPollInput,
  reportHarmInput,
  setAgendaInput,
  signFactsInput,
  startSessionInput,
  stateFactsInput,
  tickAttendanceInput,
  writeCardInput,
} from "./inputs";
import { openCard } from "./open-card";
import { openPoll } from "./open-poll";
import { readDesk } from "./reads/desk";
import { agreedOf, harmOf, recordDraft, sealedOf, statementsOf } from "./reads/papers";
import { reportHarm } from "./report-harm";
import { setAgenda } from "./set-agenda";
import { showCheckIn } from "./show-check-in";
import { signFacts } from "./sign-facts";
import { startSession } from "./start-session";
import { stateFacts } from "./state-facts";
import { tickAttendance } from "./tick-attendance";
import { writeCard } from "./write-card";

export const deskRouter = router({
  state: question("desk.read", deskInput, readDesk),
  recordDraft: question("session.record", deskInput, recordDraft),
  agreedOf: question("agreement.draft", disputeIdInput, agreedOf),
  statementsOf: question("fact.read", disputeIdInput, statementsOf),
  sealedOf: question("note.read", disputeIdInput, sealedOf),
  harmOf: question("harm.read", disputeIdInput, harmOf),
  beginNow: command("session.beginNow", beginNowInput, beginNow),
  start: command("session.start", startSessionInput, startSession),
  setAgenda: command("desk.write", setAgendaInput, setAgenda),
  writeCard: command("desk.write", writeCardInput, writeCard),
  changeCard: command("desk.write", changeCardInput, changeCard),
  openCard: command("note.read", openCardInput, openCard),
  openPoll: command("poll.open", openPollInput, openPoll),
  answerPoll: command("poll.answer", answerPollInput, answerPoll),
  cancelPoll: command("poll.cancel", cancelPollInput, cancelPoll),
  stateFacts: command("fact.state", stateFactsInput, stateFacts),
  signFacts: command("fact.sign", signFactsInput, signFacts),
  tickAttendance: command("desk.write", tickAttendanceInput, tickAttendance),
  showCheckIn: command("session.showCheckIn", deskInput, showCheckIn),
  checkIn: command("session.checkIn", checkInInput, checkIn),
  reportHarm: command("harm.report", reportHarmInput, reportHarm),
});
