import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { activateGroup } from "./activate-group";
import { declineClue } from "./decline-clue";
import {
  activateGroupInput,
  declineClueInput,
  groupInput,
  listCallsInput,
  recordCallInput,
  reportClueInput,
} from "./inputs";
import { activationForm, listCalls, listClues, listGroups, ownClues } from "./queries";
import { recordCall } from "./record-call";
import { reportClue } from "./report-clue";

export const callsRouter = router({
  list: question("call.list", listCallsInput, listCalls),
  groups: question("call.list", nothing, listGroups),
  record: command("call.record", recordCallInput, recordCall),
  activationForm: question("group.activate", groupInput, activationForm),
  activate: command("group.activate", activateGroupInput, activateGroup),
});

export const cluesRouter = router({
  list: question("clue.list", nothing, listClues),
  own: question("clue.listOwn", nothing, ownClues),
  report: command("clue.report", reportClueInput, reportClue),
  decline: command("clue.decline", declineClueInput, declineClue),
});
