import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { parties, partyLinks } from "@/db/schema/parties";
import { defaultForceCodes } from "@/db/vocabulary";
import { giveNotice } from "../../consents/give-notice";
import { recordConsentInput } from "../../consents/inputs";
import { recordConsent } from "../../consents/record-consent";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { lapseInvitation } from "../../invitations/expire-invitation";
import { sendInvitationInput } from "../../invitations/inputs";
import { seeInvitation } from "../../invitations/see-invitation";
import { sendInvitation } from "../../invitations/send-invitation";
import { recordTieInput, waiveTieInput } from "../../panel/inputs";
import { recordTie } from "../../panel/record-tie";
import { waiveTie } from "../../panel/waive-tie";
import { demoPeople } from "../people";
import type { DemoCounty } from "./demo-county";
import { timesAtRiverside } from "./times-of-people";

const minute = 60_000;
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute);

/** All three agree to mediation and to every force, except that the applicant refuses the activist, a neighbour. */
async function consents(demo: DemoCounty, disputeId: string): Promise<void> {
  await giveNotice(demo.as("mediator", demo.daysAgo(13, "09:40")), { disputeId, partyIds: [], means: "read" });
  const all = await database()
    .select({ id: parties.id, side: parties.side })
    .from(parties)
    .where(and(eq(parties.countyId, demo.countyId), eq(parties.disputeId, disputeId)));
  for (const { id: partyId, side } of all) {
    const forces = defaultForceCodes.map((forceCode) => ({
      partyId,
      subject: "inviteForce" as const,
      forceCode,
      answer: side === 1 && forceCode === "securityActivist" ? ("refused" as const) : ("agreed" as const),
    }));
    const answers = [{ partyId, subject: "mediation" as const, answer: "agreed" as const }, ...forces];
    await recordConsent(
      demo.as("mediator", demo.daysAgo(13, `10:${side}0`)),
      recordConsentInput.parse({ disputeId, answers }),
    );
  }
}

/** The lawyer once acted for the decorator; all three were told and waive it, because the lawyer knows building law. */
async function lawyersTie(demo: DemoCounty, disputeId: string): Promise<void> {
  const personId = demo.people.lawyer;
  const all = await database()
    .select({ id: parties.id, side: parties.side })
    .from(parties)
    .where(and(eq(parties.countyId, demo.countyId), eq(parties.disputeId, disputeId)));
  const decorator = all.find((party) => party.side === 3);
  await recordTie(
    demo.as("mediator", demo.daysAgo(3, "15:10")),
    recordTieInput.parse({
      disputeId,
      personId,
      partyId: decorator?.id,
      kind: "earlierCounsel",
      note: "两年前替这家公司看过一份和物业的保洁合同，案子已了。",
    }),
  );
  // A company speaks through whoever represents it.
  const speakers = await database()
    .select({ partyId: partyLinks.partyId, linkId: partyLinks.id })
    .from(partyLinks)
    .where(and(eq(partyLinks.countyId, demo.countyId), eq(partyLinks.disputeId, disputeId)));
  await waiveTie(
    demo.as("mediator", demo.daysAgo(3, "16:40")),
    waiveTieInput.parse({
      disputeId,
      personId,
      kinds: ["earlierCounsel"],
      partyIds: all.map((party) => party.id),
      speakers,
      reason: "三方都听说了那份旧合同，当面说不介意；她熟悉房屋加固的官司。",
    }),
  );
}

/** Notices, consents, the hours of the parties, and invitations of every state: accepted, seen, waiting, declined with a substitute, silent. */
export async function conveneAtRiverside(demo: DemoCounty, disputeId: string): Promise<void> {
  await consents(demo, disputeId);

  const ask = async (username: string, at: Date, replacesId: string | null = null) => {
    const forceCode = demoPeople.find((person) => person.username === username)?.forces?.[0];
    const personId = demo.people[username];
    const { invitationId } = await sendInvitation(
      demo.as("mediator", at),
      sendInvitationInput.parse({ disputeId, personId, forceCode, replacesId }),
    );
    return { invitationId, username, at };
  };
  const accept = ({ invitationId, username, at }: Awaited<ReturnType<typeof ask>>, minutes: number) =>
    acceptInvitation(demo.as(username, later(at, minutes)), { invitationId, declaresNoTie: true });

  // So long ago that the time to answer is over whatever days off lie between.
  const judge = await ask("judge", demo.daysAgo(12, "09:30"));
  await seeInvitation(demo.as("judge", demo.daysAgo(12, "10:10")), { invitationId: judge.invitationId });
  await lapseInvitation({ countyId: demo.countyId, invitationId: judge.invitationId }, demo.daysAgo(4, "09:31"));

  const first = demo.daysAgo(4, "10:02");
  const town = await ask("town", first);
  const cadre = await ask("cadre", first);
  const property = await ask("property", first);
  const surveyor = await ask("surveyor", first);
  const away = await ask("enforcement2", first);
  await accept(town, 40);
  await accept(cadre, 120);
  await accept(property, 185);
  await accept(surveyor, 260);
  await declineInvitation(demo.as("enforcement2", later(first, 300)), {
    invitationId: away.invitationId,
    reason: "away",
    note: "可以请丁一鸣",
  });

  await lawyersTie(demo, disputeId);
  await timesAtRiverside(demo, disputeId);

  const hoursAgo = (hours: number) => later(demo.now, -60 * hours);
  const lawyer = await ask("lawyer", hoursAgo(13));
  await seeInvitation(demo.as("lawyer", hoursAgo(12)), { invitationId: lawyer.invitationId });
  await ask("enforcement", hoursAgo(11), away.invitationId);
}
