import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { changeNeeds } from "./change-needs";
import { conveneSession } from "./convene-session";
import { changeNeedsInput, conveneInput, partyTimeInput, planInput, removePartyTimeInput } from "./inputs";
import { needsOfSessions } from "./reads/needs";
import { plan } from "./reads/plan";
import { recordPartyTime } from "./record-party-time";
import { removePartyTime } from "./remove-party-time";

export const conveningRouter = router({
  plan: question("convening.read", planInput, plan),
  send: command("convening.send", conveneInput, conveneSession),
  needs: question("convening.read", disputeIdInput, needsOfSessions),
  changeNeeds: command("session.changeNeeds", changeNeedsInput, changeNeeds),
  recordPartyTime: command("partyTime.change", partyTimeInput, recordPartyTime),
  removePartyTime: command("partyTime.change", removePartyTimeInput, removePartyTime),
});
