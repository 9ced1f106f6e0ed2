import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { discloseOwnTie } from "./disclose-own-tie";
import {
  discloseOwnTieInput,
  panelRulesInput,
  recordTieInput,
  removeTieInput,
  setPanelRuleInput,
  waiveTieInput,
} from "./inputs";
import { needsOf, panelOf } from "./reads/panel";
import { rulesOf } from "./reads/rules";
import { ownTieParties, tiesOf } from "./reads/ties";
import { recordTie } from "./record-tie";
import { removeTie } from "./remove-tie";
import { setPanelRule } from "./set-panel-rule";
import { waiveTie } from "./waive-tie";

export const panelRouter = router({
  of: question("panel.read", disputeIdInput, panelOf),
  needs: question("panel.read", disputeIdInput, needsOf),
  rules: question("panel.readRules", panelRulesInput, rulesOf),
  setRule: command("panel.setRule", setPanelRuleInput, setPanelRule),
  ties: question("tie.read", disputeIdInput, tiesOf),
  ownTieParties: question("tie.disclose", disputeIdInput, ownTieParties),
  recordTie: command("tie.record", recordTieInput, recordTie),
  discloseOwnTie: command("tie.disclose", discloseOwnTieInput, discloseOwnTie),
  removeTie: command("tie.remove", removeTieInput, removeTie),
  waiveTie: command("tie.waive", waiveTieInput, waiveTie),
});
