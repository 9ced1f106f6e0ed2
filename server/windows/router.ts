import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { askEmergency } from "./ask-emergency";
import { askWindow } from "./ask-window";
import { confirmEmergency } from "./confirm-emergency";
import { decideWindow } from "./decide-window";
import { endWindow } from "./end-window";
import {
  decideWindowInput,
  oneDisputeInput,
  reasonedInput,
  restrictDisputeInput,
  reviewWindowInput,
  windowTarget,
} from "./inputs";
import { officeWindows, openEmergencies, readingsOf, restrictedMatter, restrictedMatters } from "./queries";
import { releaseDispute } from "./release-dispute";
import { restrictDispute } from "./restrict-dispute";
import { reviewEmergency } from "./review-emergency";

export const windowsRouter = router({
  restricted: question("restriction.list", nothing, restrictedMatters),
  frame: question("restriction.list", oneDisputeInput, restrictedMatter),
  ofOffice: question("window.list", nothing, officeWindows),
  emergencies: question("dispute.read", oneDisputeInput, openEmergencies),
  readings: question("window.readings", oneDisputeInput, readingsOf),
  restrict: command("restriction.set", restrictDisputeInput, restrictDispute),
  release: command("restriction.release", reasonedInput, releaseDispute),
  ask: command("window.ask", reasonedInput, askWindow),
  decide: command("window.decide", decideWindowInput, decideWindow),
  askEmergency: command("window.askEmergency", reasonedInput, askEmergency),
  confirm: command("window.confirm", windowTarget, confirmEmergency),
  end: command("window.end", windowTarget, endWindow),
  review: command("window.review", reviewWindowInput, reviewEmergency),
});
