import type { TieKind } from "@/db/vocabulary";
import { recordTieInput, waiveTieInput } from "../panel/inputs";
import { recordTie } from "../panel/record-tie";
import { waiveTie } from "../panel/waive-tie";
import { consented, partiesOf } from "./convening";
import type { TestCounty } from "./county";
import { acceptedDispute, intake } from "./disputes";

let made = 0;
/** New parties for each dispute, because a tie counts in every dispute of the same party. */
export async function untied(county: TestCounty, over: Parameters<typeof intake>[0] = {}) {
  made += 1;
  const own = intake().parties.map((party) => ({ ...party, phone: `1370${party.side}00${1000 + made}` }));
  const dispute = await acceptedDispute(county, { parties: own, ...over });
  await consented(county, dispute);
  const parties = await partiesOf(county, dispute);
  return { ...dispute, own, partyIds: parties.map((party) => party.id) };
}
type Untied = Awaited<ReturnType<typeof untied>>;

/** Records, as the demo mediator, what ties a helper to the first party or another one. */
export const tied = (
  county: TestCounty,
  dispute: Untied,
  who: string,
  over: { party?: number; kind?: TieKind; note?: string } = {},
) =>
  recordTie(
    county.as("mediator"),
    recordTieInput.parse({
      disputeId: dispute.disputeId,
      personId: county.people[who],
      partyId: dispute.partyIds[over.party ?? 0],
      kind: over.kind ?? "kin",
      note: over.note ?? "",
    }),
  );

/** Waives the tie in the name of every party, or of those given. */
export const waived = (
  county: TestCounty,
  dispute: Untied,
  who: string,
  kinds: TieKind[],
  over: { partyIds?: string[]; reason?: string; happenedOn?: string } = {},
) =>
  waiveTie(
    county.as("mediator"),
    waiveTieInput.parse({
      disputeId: dispute.disputeId,
      personId: county.people[who],
      kinds,
      partyIds: over.partyIds ?? dispute.partyIds,
      reason: over.reason ?? "各方当面说不介意",
      happenedOn: over.happenedOn,
    }),
  );
