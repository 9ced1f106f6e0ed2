import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { database } from "@/db/client";
import type { Track } from "@/db/vocabulary";
import { recordRefusal } from "../../consents/record-refusal";
import { endProceeding } from "../../disputes/end-proceeding";
import { registerDispute } from "../../disputes/register-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { declineInvitationInput, sendInvitationInput } from "../../invitations/inputs";
import { sendInvitation } from "../../invitations/send-invitation";
import { addDays, dayOf } from "../../kernel/shanghai";
import { consented, joined } from "../convening";
import { type TestCounty, testCounty } from "../county";
import { acceptedDispute, harmless, intake } from "../disputes";
import type { Ids } from "../lanes/questions";
import { booked, invitee } from "../sessions";
import { granted } from "../taken-over";
import { type RowFiller, rowFiller } from "./fill-row";
import { type Matter, papersOf } from "./papers";
import { rowsOfNoDispute } from "./rows-of-no-dispute";

export interface RowScene {
  county: TestCounty;
  /** Ids for questions about the mediator's matter and about the officer's. */
  matters: readonly Ids[];
}

/** Taken on by the demo mediator; a judge takes part, a lawyer has not answered, a cadre has declined. */
export async function ofMediator(county: TestCounty): Promise<Matter & { invitationId: string }> {
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  const { invitationId } = await joined(county, dispute, "judge");
  await invite(county, dispute.disputeId, "mediator", "lawyer");
  const declined = await invite(county, dispute.disputeId, "mediator", "cadre");
  await declineInvitation(
    county.as("cadre"),
    declineInvitationInput.parse({ invitationId: declined.invitationId, reason: "busy" }),
  );
  return { ...dispute, invitationId, leadId: county.people.mediator ?? "", stationCode: "LW" };
}

const invite = (county: TestCounty, disputeId: string, by: string, username: string) =>
  sendInvitation(county.as(by), sendInvitationInput.parse({ disputeId, ...invitee(county, username) }));

/** Taken on by the demo officer as public-security mediation. */
export async function ofOfficer(county: TestCounty): Promise<Matter> {
  const { disputeId } = await registerDispute(county.as("officer"), intake({ title: "打架纠纷" }));
  const { proceedingId } = await triageDispute(county.as("officer"), {
    disputeId,
    answers: { ...harmless, isViolation: "yes" },
    track: "publicSecurity",
    notAcceptedReason: null,
    overrideReason: "",
    leadPersonId: county.people.officer ?? null,
    leadUnit: "",
  });
  const { invitationId } = await invite(county, disputeId, "officer", "judge");
  await acceptInvitation(county.as("judge"), { invitationId, declaresNoTie: true });
  return { disputeId, proceedingId: proceedingId ?? "", leadId: county.people.officer ?? "", stationCode: "LW" };
}

/** Taken on at another station. */
export async function elsewhere(county: TestCounty): Promise<Matter> {
  const { disputeId } = await registerDispute(county.as("mediator3"), intake({ title: "田界纠纷" }));
  const { proceedingId } = await triageDispute(county.as("mediator3"), {
    disputeId,
    answers: harmless,
    track: "peoples",
    notAcceptedReason: null,
    overrideReason: "",
    leadPersonId: null,
    leadUnit: "",
  });
  return { disputeId, proceedingId: proceedingId ?? "", leadId: county.people.mediator3 ?? "", stationCode: "DG" };
}

/** Taken on a track and led by one person, ended, then taken up again by another: both proceedings, the earlier first. */
export async function takenUpAgain(
  county: TestCounty,
  first: { by: string; track: Track },
  then: { by: string; track: Track; takenBy?: string },
): Promise<Matter[]> {
  const { disputeId } = await registerDispute(county.as(first.by), intake({ title: "反复纠纷" }));
  const take = async ({ by, track, takenBy = by }: typeof then): Promise<Matter> => {
    const isViolation = track === "publicSecurity" ? "yes" : "no";
    const { proceedingId } = await triageDispute(county.as(takenBy), {
      disputeId,
      answers: { ...harmless, isViolation },
      answersReason: "双方都说没有动手",
      track,
      notAcceptedReason: null,
      // After a case of the police's, on the parties' own application.
      overrideReason: "双方书面申请人民调解",
      leadPersonId: county.people[by] ?? null,
      leadUnit: "",
    });
    return { disputeId, proceedingId: proceedingId ?? "", leadId: county.people[by] ?? "", stationCode: "LW" };
  };
  const earlier = await take(first);
  const over = { disputeId, reason: "谈不拢", routesTold: ["court" as const] };
  const [party] = await database().execute<{ id: string }>(
    sql`select id from parties where dispute_id = ${disputeId}::uuid limit 1`,
  );
  if (first.track === "publicSecurity") await recordRefusal(county.as(first.by), { ...over, partyId: party?.id ?? "" });
  else await endProceeding(county.as(first.by), { ...over, outcome: "settledWithdrawn" });
  const { by, takenBy = by } = then;
  // Whoever makes themselves the lead of what another led was granted it.
  if (takenBy === by && by !== first.by) await granted(county, by, "head", disputeId);
  return [earlier, { ...(await take(then)), isLater: true }];
}

/** Staff who are expected at a session, besides the helpers. */
const expectedAt = (fill: RowFiller, county: TestCounty, matter: Matter, sessionId: string, usernames: string[]) =>
  usernames.map((username) =>
    fill.row("session_people", {
      county_id: county.countyId,
      dispute_id: matter.disputeId,
      session_id: sessionId,
      person_id: county.people[username],
      party_id: null,
    }),
  );

/** Real ids by the name an input gives them, for questions about one matter. */
export async function idsOf(county: TestCounty, matter: Matter, sessionId: string): Promise<Ids> {
  const [found] = await database().execute<{ party: string; group: string; invitation: string }>(sql`
    select (select id from parties where dispute_id = ${matter.disputeId}::uuid order by position limit 1) as party,
      (select id from repeat_groups where station_id = ${county.stations[matter.stationCode] ?? ""}::uuid limit 1) as group,
      (select id from invitations where dispute_id = ${matter.disputeId}::uuid order by sent_at limit 1) as invitation`);
  const today = dayOf(new Date());
  return {
    disputeId: matter.disputeId,
    proceedingId: matter.proceedingId,
    sessionId,
    invitationId: found?.invitation ?? "",
    groupId: found?.group ?? "",
    partyId: found?.party ?? "",
    personId: county.people.judge ?? "",
    roomId: Object.values(county.rooms)[0] ?? "",
    pointId: Object.values(county.points)[0] ?? "",
    officeId: county.stations.LW ?? "",
    forceCode: "courtStaff",
    bookingId: sessionId,
    chairId: county.people.officer ?? "",
    fromDay: addDays(today, 1),
    untilDay: addDays(today, 30),
    day: today,
    from: today,
    to: today,
    instant: new Date().toISOString(),
    later: new Date(Date.now() + 3_600_000).toISOString(),
  };
}

/** One county with a row in every table and lane, and a person in every relation to a dispute. */
export async function buildRowScene(): Promise<RowScene> {
  const county = await testCounty(["LW", "DG"]);
  const fill = await rowFiller();
  const own = await ofMediator(county);
  const { sessionId } = await booked(county, own, { personIds: [county.people.judge ?? ""] });
  const officers = await ofOfficer(county);
  const far = await elsewhere(county);
  const rows = rowsOfNoDispute(fill, county);
  const again = [
    ...(await takenUpAgain(county, { by: "mediator", track: "peoples" }, { by: "officer2", track: "publicSecurity" })),
    ...(await takenUpAgain(county, { by: "mediator", track: "peoples" }, { by: "mediator2", track: "peoples" })),
    ...(await takenUpAgain(
      county,
      { by: "officer", track: "publicSecurity" },
      { by: "officer2", track: "publicSecurity" },
    )),
  ];
  const all = [
    { matter: own, session: sessionId },
    { matter: officers, session: v7() },
    ...[far, ...again].map((matter) => ({ matter, session: v7() })),
  ];
  for (const { matter, session } of all) rows.push(...(await papersOf(fill, county, matter, session)));
  rows.push(...expectedAt(fill, county, own, sessionId, ["mediator2", "committee", "officer", "head"]));
  rows.push(...expectedAt(fill, county, officers, all[1]?.session ?? "", ["officer2", "head"]));
  await fill.write(rows);
  // Deliveries need notifications, which now exist for everybody and for each dispute.
  const notices = await database().execute<{ id: string }>(sql`select id from notifications order by id`);
  await fill.write(
    notices.map(({ id }) => fill.row("deliveries", { county_id: county.countyId, notification_id: id })),
  );
  const matters = [];
  for (const { matter, session } of all) matters.push(await idsOf(county, matter, session));
  return { county, matters };
}
