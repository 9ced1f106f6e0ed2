import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { sendToSign } from "../agreements/send-to-sign";
import { giveNotice } from "../consents/give-notice";
import { giveNoticeInput, recordConsentInput } from "../consents/inputs";
import { recordConsent } from "../consents/record-consent";
import { recordPartyExitInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { recordPartyExit } from "../disputes/record-party-exit";
import { setLeadInput } from "../handovers/inputs";
import { setLead } from "../handovers/set-lead";
import { addDays, dayOf } from "../kernel/shanghai";
import { agreedDispute, drafted, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { finding, policeCase } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { sessionsOf } from "../testing/sessions";
import { findViolation } from "../violations/find-violation";
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

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const today = dayOf(new Date());
const as = (who = "mediator") => county.as(who);
const workers = (many: number) =>
  Array.from({ length: many }, (_, i) => ({
    name: `工人${String.fromCharCode(0x4e00 + i)}`,
    phone: `139${20000000 + i}`,
  }));
const imports = (disputeId: string, over: object = {}, by = "mediator") =>
  importMembers(
    as(by),
    importMembersInput.parse({ disputeId, side: 1, standing: "applicant", members: workers(43), ...over }),
  );
const elects = (disputeId: string, memberIds: string[], over: object = {}, by = "mediator") =>
  recordElection(
    as(by),
    recordElectionInput.parse({
      disputeId,
      side: 1,
      memberIds,
      representativeIds: memberIds.slice(0, 2),
      electedOn: today,
      paper: "推选书，全体签名",
      mayNegotiate: true,
      maySign: true,
      mayReceive: false,
      ...over,
    }),
  );
const linksOf = (partyId: string | undefined) =>
  database().execute<{ id: string; name: string; ended: boolean }>(
    sql`select id, name, ended_at is not null as ended from party_links where party_id = ${partyId}::uuid order by id`,
  );

describe("the list of a numerous side", () => {
  it("comes in at once, all or nothing, with those who stand twice named", async () => {
    const { disputeId } = await acceptedDispute(county);
    const twice = [...workers(4), { name: "工人 一", phone: "+86 139 2000 0000" }, { name: "刘玉芬", phone: "" }];
    expect(await refusedWith(imports(disputeId, { members: twice }))).toBe("memberTwice");
    const found = await checkMembers(as(), checkMembersInput.parse({ disputeId, members: twice }));
    expect(found).toEqual([
      { place: 4, name: "工人 一", as: 0 },
      { place: 5, name: "刘玉芬", as: null },
    ]);
    expect((await disputeById(as(), { disputeId })).parties.length).toBe(2);
    // Relatives of one phone are two people, and so are two of one name with two phones.
    const relatives = [
      { name: "工人一", phone: "13920000001" },
      { name: "工人二甲", phone: "13920000001" },
      { name: "工人一", phone: "13920000002" },
    ];
    const { partyIds } = await imports(disputeId, { members: relatives });
    expect(partyIds.length).toBe(3);
    const { partyIds: many } = await imports(disputeId, { members: workers(200).slice(5) });
    expect(many.length).toBe(195);
    expect((await disputeById(as(), { disputeId })).parties.length).toBe(200);
  });
});

describe("a numerous side that elects", () => {
  it("is told, asked and bound through its representatives alone, as far as they were elected, and may withdraw", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { partyIds } = await imports(disputeId, { members: workers(6) });
    const [first = "", , third = "", fourth = ""] = partyIds;
    const [applicant = "", respondent = ""] = (await disputeById(as(), { disputeId })).parties
      .filter((party) => !partyIds.includes(party.id))
      .map((party) => party.id);
    expect(await refusedWith(elects(disputeId, partyIds.slice(0, 3)))).toBe("tooFewMembers");
    expect(await refusedWith(elects(disputeId, [...partyIds, respondent]))).toBe("notOfThatSide");
    expect(await refusedWith(elects(disputeId, partyIds, { representativeIds: partyIds }))).toBe(
      "tooManyRepresentatives",
    );
    expect(await refusedWith(elects(disputeId, partyIds, { mayNegotiate: false, maySign: false }))).toBe(
      "electedForNothing",
    );
    const { electionId } = await elects(disputeId, partyIds);
    const [link] = await linksOf(third);
    const speakers = [{ partyId: third, linkId: link?.id ?? null }];
    const tell = (partyId: string, linkId: string | null | undefined) =>
      giveNotice(
        as(),
        giveNoticeInput.parse({
          disputeId,
          partyIds: [partyId],
          means: "read",
          speakers: [{ partyId, linkId: linkId ?? null }],
        }),
      );
    // Who did not elect has nobody beside them.
    expect(await linksOf(applicant)).toEqual([]);
    expect(await refusedWith(tell(applicant, link?.id))).toBe("unknownReference");
    await tell(third, link?.id);
    await giveNotice(as(), giveNoticeInput.parse({ disputeId, means: "read" }));
    const agree = (linkId: string | null | undefined, happenedOn: string | null = null) =>
      recordConsent(
        as(),
        recordConsentInput.parse({
          disputeId,
          happenedOn,
          answers: [{ partyId: third, subject: "mediation", answer: "agreed", spokenByLinkId: linkId }],
        }),
      );
    // They spoke for nobody before they were elected.
    expect(await refusedWith(agree(link?.id, addDays(today, -1)))).toBe("electedLater");
    await agree(link?.id);
    expect((await sessionsOf(county, { disputeId })).parties.filter((party) => !party.isRepresented).length).toBe(2);

    // Everybody is told of a new lead once: members through whom they elected.
    await announceAll();
    const before = (await notificationsIn(county.countyId)).length;
    await setLead(
      as("committee"),
      setLeadInput.parse({
        disputeId,
        leadSeen: county.people.mediator,
        leadPersonId: county.people.mediator2,
        reason: "原牵头人外出学习",
      }),
    );
    await announceAll();
    const told = (await notificationsIn(county.countyId)).slice(before).map(({ name }) => name);
    expect(told.filter((name) => name.startsWith("工人"))).toEqual([]);
    const end = (over: object) =>
      endElection(
        as("mediator2"),
        endElectionInput.parse({
          disputeId,
          electionId,
          who: "member",
          partyId: third,
          endedOn: today,
          reason: "另有主张",
          ...over,
        }),
      );
    await end({});
    expect(await refusedWith(end({}))).toBe("nobodyElected");
    expect(await refusedWith(agree(link?.id))).toBe("representationOver");
    expect(await refusedWith(agree(null))).toBe("toldFirst");
    const page = await disputeById(as("mediator2"), { disputeId });
    expect(page.proceeding).toMatchObject({
      nextStep: "giveNotice",
      detail: { names: [expect.stringContaining("工人")] },
    });
    expect(
      await refusedWith(
        giveNotice(as("mediator2"), giveNoticeInput.parse({ disputeId, partyIds: [third], means: "read", speakers })),
      ),
    ).toBe("representationOver");
    await recordPartyExit(
      as("mediator2"),
      recordPartyExitInput.parse({ disputeId, partyId: first, kind: "left", happenedOn: today, reason: "不再主张" }),
    );
    expect((await linksOf(fourth)).map(({ ended }) => ended)).toEqual([true, false]);
    const [kept] = await electionsOfDispute(as("mediator2"), { disputeId });
    expect(kept).toMatchObject({ side: 1, paper: "推选书，全体签名", maySign: true });
    expect(kept?.members.find(({ id }) => id === third)).toMatchObject({ endedOn: today, endedReason: "另有主张" });
    expect(kept?.representatives.map(({ endedOn }) => endedOn)).toEqual([today, null]);
  });

  it("is bound by a representative who signs for all who elected them to sign, and for nobody else", async () => {
    const [applicant, respondent] = intake().parties;
    const parties = [...workers(6).map((one) => ({ ...applicant, ...one })), applicant, respondent] as never;
    const agreed = await agreedDispute(county, { title: "拖欠工资", parties });
    const { disputeId } = agreed;
    const workersIds = agreed.parties.slice(0, 6);
    await elects(disputeId, workersIds, { maySign: false, mayReceive: true, representativeIds: [workersIds[5]] });
    await drafted(county, agreed, [payClause({ parties: [agreed.parties[0] ?? "", agreed.parties[7] ?? ""] }, 100)]);
    await sendToSign(as(), { disputeId });
    const signs = (representativeId: string | undefined) =>
      signForMembers(as(), signForMembersInput.parse({ disputeId, representativeId, means: "sign" }));
    // Elected to negotiate and to receive: not to sign.
    expect(await refusedWith(signs(workersIds[5]))).toBe("nobodyElected");
    await elects(disputeId, workersIds, { representativeIds: [workersIds[0]] });
    expect(await signs(workersIds[0])).toEqual({ signed: 5 });
    expect(await refusedWith(signs(workersIds[0]))).toBe("nobodyElected");
    const rows = await database().execute<{ party: string; link: string }>(sql`
      select s.party_id as party, l.name as link from signatures s join party_links l on l.id = s.signed_by_link_id
      where s.dispute_id = ${disputeId}::uuid order by s.party_id`);
    expect(rows.map(({ party }) => party).sort()).toEqual(workersIds.slice(1).sort());
  });

  it("has each member represented by whom it elected last, and leaves minors and strangers out", async () => {
    const { disputeId } = await acceptedDispute(county);
    const { partyIds } = await imports(disputeId, { members: workers(6) });
    await elects(disputeId, partyIds);
    await elects(disputeId, partyIds, { representativeIds: [partyIds[5]] });
    const links = await linksOf(partyIds[2]);
    expect(links.filter(({ ended }) => !ended).length).toBe(1);
    await database().execute(sql`update parties set is_minor = true where id = ${partyIds[1]}::uuid`);
    expect(await refusedWith(elects(disputeId, partyIds))).toBe("guardianNeeded");
  });

  it("elects people and no organisation; whoever was elected to sign alone is not told in a member's place", async () => {
    const [applicant, respondent] = intake().parties;
    const shop = { ...applicant, kind: "organisation", name: "临江配件店" };
    const { disputeId } = await acceptedDispute(county, { parties: [shop, respondent] as never });
    const { partyIds } = await imports(disputeId, { members: workers(6) });
    const { parties } = await disputeById(as(), { disputeId });
    const shopId = parties.find(({ name }) => name === shop.name)?.id ?? "";
    expect(await refusedWith(elects(disputeId, [...partyIds, shopId], { representativeIds: [shopId] }))).toBe(
      "electedIsPerson",
    );
    await elects(disputeId, partyIds, { mayNegotiate: false });
    const [link] = await linksOf(partyIds[3]);
    const speakers = [{ partyId: partyIds[3], linkId: link?.id }];
    const tell = giveNoticeInput.parse({ disputeId, partyIds: [partyIds[3]], means: "read", speakers });
    expect(await refusedWith(giveNotice(as(), tell))).toBe("notElectedFor");
  });
});

it("a suspect of the police is represented by nobody, elected or not (程序规定 181)", async () => {
  const police = await policeCase(county);
  const { disputeId, parties } = police;
  const { partyIds } = await imports(disputeId, { side: 2, standing: "respondent", members: workers(6) }, "officer");
  await findViolation(county.as("officer"), finding(police));
  const all = [...partyIds, parties[1] ?? ""];
  expect(await refusedWith(elects(disputeId, all, { side: 2 }, "officer"))).toBe("suspectInPerson");
  await elects(disputeId, partyIds, { side: 2 }, "officer");
  // Found out later: what was elected before does not let anybody speak for them.
  await findViolation(
    county.as("officer"),
    finding(police, {
      people: [
        { partyId: parties[0] ?? "", part: "injured" },
        { partyId: partyIds[3] ?? "", part: "suspect" },
      ],
    }),
  );
  const [link] = await linksOf(partyIds[3]);
  const speakers = [{ partyId: partyIds[3], linkId: link?.id }];
  const tell = giveNoticeInput.parse({ disputeId, partyIds: [partyIds[3]], means: "read", speakers });
  expect(await refusedWith(giveNotice(county.as("officer"), tell))).toBe("suspectInPerson");
});
