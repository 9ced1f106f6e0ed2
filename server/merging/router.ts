import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import {
  linkDisputesInput,
  mergeDisputesInput,
  mergeWithInput,
  otherByNumberInput,
  undoMergeInput,
  unlinkDisputesInput,
} from "./inputs";
import { linkDisputes } from "./link-disputes";
import { mergeDisputes } from "./merge-disputes";
import { mergeCandidates, otherByNumber } from "./reads/merge-candidates";
import { mergePlan } from "./reads/merge-plan";
import { relatedOf } from "./reads/related";
import { removeDisputeLink } from "./remove-dispute-link";
import { withdrawMerge } from "./withdraw-merge";

export const mergingRouter = router({
  related: question("merge.read", disputeIdInput, relatedOf),
  candidates: question("merge.read", disputeIdInput, mergeCandidates),
  byNumber: question("merge.read", otherByNumberInput, otherByNumber),
  plan: question("dispute.merge", mergeWithInput, mergePlan),
  merge: command("dispute.merge", mergeDisputesInput, mergeDisputes),
  undo: command("dispute.unmerge", undoMergeInput, withdrawMerge),
  link: command("dispute.link", linkDisputesInput, linkDisputes),
  unlink: command("dispute.unlink", unlinkDisputesInput, removeDisputeLink),
});
