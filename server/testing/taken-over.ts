import { answerAccessRequest } from "../access-requests/answer-access-request";
import { sendAccessRequestInput } from "../access-requests/inputs";
import { sendAccessRequest } from "../access-requests/send-access-request";
import { endProceeding } from "../disputes/end-proceeding";
import { endProceedingInput } from "../disputes/inputs";
import { writeNoteInput } from "../notes/inputs";
import { writeNote } from "../notes/write-note";
import type { TestCounty } from "./county";
import { acceptedDispute, harmless } from "./disputes";
import { unreached } from "./endings";

/** The triage of a harmless matter for people's mediation. */
export const triage = (disputeId: string, leadPersonId: string | null) => ({
  disputeId,
  answers: harmless,
  track: "peoples" as const,
  notAcceptedReason: null,
  overrideReason: "",
  leadPersonId,
  leadUnit: "",
});

/** A matter that the mediator led to its end, with a word in confidence that no colleague reads. */
export async function ended(county: TestCounty) {
  const dispute = await acceptedDispute(county);
  const note = { disputeId: dispute.disputeId, lane: "mediator", text: "底线是三万" };
  await writeNote(county.as("mediator"), writeNoteInput.parse(note));
  const end = { disputeId: dispute.disputeId, ...(await unreached(dispute.disputeId)) };
  await endProceeding(county.as("mediator"), endProceedingInput.parse(end));
  return dispute;
}

/** A request to lead, granted. */
export async function granted(county: TestCounty, by: string, head: string, disputeId: string) {
  const wish = sendAccessRequestInput.parse({ disputeId, reason: "原调解员调走，由我接办" });
  const { requestId } = await sendAccessRequest(county.as(by), wish);
  await answerAccessRequest(county.as(head), { disputeId, requestId, isGranted: true });
}
