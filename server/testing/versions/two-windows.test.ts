import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { draftAgreement } from "../../agreements/draft-agreement";
import { draftAgreementInput } from "../../agreements/inputs";
import { ownAvailability } from "../../availability/queries";
import { setWeeklyHours } from "../../availability/set-weekly-hours";
import { amendParty } from "../../disputes/amend-party";
import { assessRisk } from "../../disputes/assess-risk";
import { setSummary } from "../../disputes/set-summary";
import { amendForce } from "../../forces/amend-force";
import { orderForces } from "../../forces/order-forces";
import { forceList } from "../../forces/queries";
import { setLead } from "../../handovers/set-lead";
import { setPanelRuleInput } from "../../panel/inputs";
import { setPanelRule } from "../../panel/set-panel-rule";
import { amendPerson } from "../../people/amend-person";
import { createPersonInput } from "../../people/inputs";
import { amendCommittee } from "../../places/amend-committee";
import { amendPoint } from "../../places/amend-point";
import { amendRoom } from "../../places/amend-room";
import { renameStation } from "../../places/rename-station";
import { agreedDispute, payClause } from "../agreements";
import { type TestCounty, testCounty } from "../county";
import { acceptedDispute } from "../disputes";
import { refusedWith } from "../refused";
import { inDays } from "../sessions";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

/** Somebody has a form open and saves it: the same for both, or with another text. */
type Save = (text: string) => Promise<unknown>;
interface Kind {
  /** Opens the form and gives what saves it, with what it saw. */
  open: () => Promise<Save>;
  /** What is stored now. */
  stored: () => Promise<string>;
}

const admin = () => county.as("admin");
const one = async (query: ReturnType<typeof sql>) =>
  (await database().execute<{ text: string; version: number }>(query))[0] ?? { text: "", version: 0 };

/** A place of the county, by its table. */
function place(table: string, id: () => string | undefined, save: (version: number, text: string) => Promise<unknown>) {
  const read = () =>
    one(
      sql`select name as text, version from ${sql.raw(table)} where county_id = ${county.countyId}::uuid and id = ${id()}::uuid`,
    );
  return {
    open: async () => {
      const { version } = await read();
      return (text: string) => save(version, text);
    },
    stored: async () => (await read()).text,
  };
}

/** Something of a dispute that this test begins once. */
function ofDispute(
  begin: () => Promise<{ disputeId: string; partyIds?: string[] }>,
  read: (dispute: { disputeId: string }) => ReturnType<typeof sql>,
  save: (dispute: { disputeId: string; partyIds?: string[] }, version: number, text: string) => Promise<unknown>,
): Kind {
  let dispute: Promise<{ disputeId: string; partyIds?: string[] }> | undefined;
  const begun = () => {
    dispute ??= begin();
    return dispute;
  };
  return {
    open: async () => {
      const it = await begun();
      const { version } = await one(read(it));
      return (text) => save(it, version, text);
    },
    stored: async () => (await one(read(await begun()))).text,
  };
}

const station = () => county.stations.DG;
const point = () => county.points["西河沿村微单元"];
const room = () => county.rooms["东关派出所调解室 驻所调解室"];
const committee = () => county.committees.DG;
const rule = (text: string, ruleVersion: number | null) =>
  setPanelRuleInput.parse({
    type: "tourism",
    forceCode: "lawyer",
    validFrom: inDays(3).slice(0, 10),
    need: "required",
    seats: 1,
    ruleVersion,
    reason: text,
  });

const kinds: Record<string, Kind> = {
  "a station": place("stations", station, (stationVersion, name) =>
    renameStation(admin(), { stationId: station() ?? "", stationVersion, name }),
  ),
  "a committee": place("committees", committee, (committeeVersion, name) =>
    amendCommittee(admin(), { committeeId: committee() ?? "", committeeVersion, name, dossierWord: "东" }),
  ),
  "a contact point": place("contact_points", point, (pointVersion, name) =>
    amendPoint(admin(), { pointId: point() ?? "", pointVersion, kind: "lookout", name, address: "", phone: "" }),
  ),
  "a room and its hours": place("rooms", room, (roomVersion, name) =>
    amendRoom(admin(), { roomId: room() ?? "", roomVersion, name, seats: 6, hours: [] }),
  ),
  "a person and their forces": place(
    "people",
    () => county.people.lawyer2,
    (personVersion, name) =>
      amendPerson(admin(), {
        ...createPersonInput.parse({ name, role: "expert", forceCodes: ["lawyer"] }),
        personId: county.people.lawyer2 ?? "",
        personVersion,
      }),
  ),
  "a force": {
    open: async () => {
      const force = (await forceList(admin())).find(({ code }) => code === "lawyer");
      const names = { nameEn: "Lawyer", shortZh: "律师", shortEn: "Lawyer" };
      return (nameZh) => amendForce(admin(), { code: "lawyer", forceVersion: force?.version ?? 0, nameZh, ...names });
    },
    stored: async () => (await forceList(admin())).find(({ code }) => code === "lawyer")?.nameZh ?? "",
  },
  "the order of forces": {
    open: async () => {
      const codesSeen = (await forceList(admin())).map(({ code }) => code);
      const sorted = [...codesSeen].sort();
      return (text) => orderForces(admin(), { codes: text.startsWith("first") ? sorted : sorted.reverse(), codesSeen });
    },
    stored: async () => {
      const codes = (await forceList(admin())).map(({ code }) => code);
      return codes.join() === [...codes].sort().join() ? "first save" : "another";
    },
  },
  "a rule of the committee": {
    open: async () => {
      const { version } = await one(sql`select version from panel_rules where county_id = ${county.countyId}::uuid`);
      return (text) => setPanelRule(county.as("committee"), rule(text, version || null));
    },
    stored: async () =>
      (await one(sql`select reason as text from panel_rules where county_id = ${county.countyId}::uuid`)).text,
  },
  "one's own week": {
    open: async () => {
      const weekSeen = (await ownAvailability(county.as("judge"))).week;
      const day = (weekday: number) => ({ weekday, from: "09:00", until: "12:00", mood: "free" as const });
      return (text) => setWeeklyHours(county.as("judge"), { week: [day(text.startsWith("first") ? 1 : 2)], weekSeen });
    },
    stored: async () => ((await ownAvailability(county.as("judge"))).week[0]?.weekday === 1 ? "first save" : "another"),
  },
  "a party": ofDispute(
    async () => {
      const { disputeId } = await acceptedDispute(county);
      const first = sql`select id as text, version from parties where dispute_id = ${disputeId}::uuid order by position limit 1`;
      return { disputeId, partyIds: [(await one(first)).text] };
    },
    ({ disputeId }) =>
      sql`select name as text, version from parties where dispute_id = ${disputeId}::uuid order by position limit 1`,
    ({ disputeId, partyIds }, partyVersion, name) =>
      amendParty(county.as("mediator"), {
        disputeId,
        partyId: partyIds?.[0] ?? "",
        partyVersion,
        kind: "person",
        name,
      }),
  ),
  "the neutral summary": ofDispute(
    () => acceptedDispute(county),
    ({ disputeId }) =>
      sql`select neutral_summary as text, version from dispute_facts where dispute_id = ${disputeId}::uuid`,
    ({ disputeId }, summaryVersion, neutralSummary) =>
      setSummary(county.as("mediator"), { disputeId, summaryVersion, neutralSummary }),
  ),
  "the draft of an agreement": ofDispute(
    async () => {
      const agreed = await agreedDispute(county);
      return { disputeId: agreed.disputeId, partyIds: agreed.parties };
    },
    ({ disputeId }) => sql`select facts as text, version from agreements where dispute_id = ${disputeId}::uuid`,
    ({ disputeId, partyIds = [] }, version, facts) => {
      const clauses = [payClause({ parties: partyIds }, 100)];
      const input = { disputeId, form: "written", facts, clauses, agreementVersion: version || null };
      return draftAgreement(county.as("mediator"), draftAgreementInput.parse(input));
    },
  ),
  "the level of risk": ofDispute(
    () => acceptedDispute(county),
    ({ disputeId }) =>
      sql`select risk_reason as text, case risk when 'green' then 1 else 2 end as version from disputes where id = ${disputeId}::uuid`,
    ({ disputeId }, version, reason) =>
      assessRisk(county.as("head"), { disputeId, risk: "red", riskSeen: version === 1 ? "green" : "red", reason }),
  ),
  "the lead": ofDispute(
    () => acceptedDispute(county),
    ({
      disputeId,
    }) => sql`select lead_unit as text, case lead_person_id when ${county.people.mediator}::uuid then 1 else 2 end as version
      from proceedings where dispute_id = ${disputeId}::uuid`,
    ({ disputeId }, version, leadUnit) =>
      setLead(county.as("committee"), {
        disputeId,
        leadSeen: (version === 1 ? county.people.mediator : county.people.mediator2) ?? "",
        leadPersonId: county.people.mediator2 ?? "",
        leadUnit,
        reason: "另有安排",
      }),
  ),
};

describe("two windows open on the same thing", () => {
  it.each(Object.entries(kinds))(
    "%s: the slower is told, and writes over it only once they have seen it",
    async (_what, kind) => {
      const [first, second] = [await kind.open(), await kind.open()];
      await first("first save");
      expect(await refusedWith(second("second save"))).toBe("changedMeanwhile");
      expect(await kind.stored()).toBe("first save");
      const again = await kind.open();
      await again("third save");
      expect(await kind.stored()).not.toBe("first save");
    },
  );

  it("at the same instant, one of many who saw the same version is taken", async () => {
    const forms = await Promise.all(Array.from({ length: 6 }, () => kinds["a party"]?.open()));
    const done = await Promise.allSettled(forms.map((save, turn) => save?.(`同时 ${turn}`)));
    const refusals = done.flatMap((save) => (save.status === "rejected" ? [save.reason.code] : []));
    expect(refusals).toEqual(Array.from({ length: 5 }, () => "changedMeanwhile"));
  });
});
