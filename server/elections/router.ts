import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { endElection } from "./end-election";
import { importMembers } from "./import-members";
import {
  checkMembersInput,
  endElectionInput,
  importMembersInput,
  recordElectionInput,
  signForMembersInput,
} from "./inputs";
import { checkMembers, electionsOfDispute } from "./reads/elections";
import { recordElection } from "./record-election";
import { signForMembers } from "./sign-for-members";

export const electionsRouter = router({
  ofDispute: question("election.read", disputeIdInput, electionsOfDispute),
  checkMembers: question("party.import", checkMembersInput, checkMembers),
  importMembers: command("party.import", importMembersInput, importMembers),
  record: command("election.record", recordElectionInput, recordElection),
  signForMembers: command("agreement.sign", signForMembersInput, signForMembers),
  end: command("election.end", endElectionInput, endElection),
});
