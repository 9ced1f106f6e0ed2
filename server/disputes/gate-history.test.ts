import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, harmless, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { answerGate } from "./answer-gate";
import { triageDisputeInput } from "./inputs";
import { type GateFinding, gateHistoryOf } from "./reads/gate-history";
import { registerDispute } from "./register-dispute";
import { triageDispute } from "./triage-dispute";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const people = (...named: [name: string, phone: string][]) =>
  intake({
    parties: named.map(([name, phone], at) => ({
      ...{ side: at + 1, standing: at === 0 ? "applicant" : "respondent", name, phone },
    })),
  } as never).parties;
const comes = async (parties: ReturnType<typeof people>, over: object = {}, who = "mediator") =>
  (await registerDispute(county.as(who), intake({ parties, ...over } as never))).disputeId;
const found = async (disputeId: string, who = "mediator") =>
  (await gateHistoryOf(county.as(who), { disputeId })).map(({ kind, number, isOwn, text }: GateFinding) => ({
    ...{ kind, number, isOwn, text },
  }));
const numberOf = async (disputeId: string) =>
  (await database().execute<{ number: string }>(sql`select number from disputes where id = ${disputeId}::uuid`))[0]
    ?.number;

describe("what is looked up for the gate", () => {
  it("is a judgment in an earlier matter of the same two people, whatever they are found by, and where it stands", async () => {
    const judged = await comes(people(["苗一凡", "13611110001"], ["苗二凡", ""]));
    await answerGate(county.as("mediator"), {
      ...{ disputeId: judged, answers: { judgedByCourt: "yes" as const }, answersReason: "" },
    });
    const finding = { kind: "judged", number: await numberOf(judged), isOwn: false, text: "" };
    // By name and phone, by names written otherwise, and at another place.
    for (const parties of [
      people(["苗一帆", "+86 136 1111 0001"], ["苗二凡", ""]),
      people(["苗　二凡", ""], ["苗一凡", ""]),
    ])
      expect(await found(await comes(parties, { place: "别处 9 号" }))).toEqual([finding]);
    // One of them alone has other quarrels, and what was taken back is none.
    expect(await found(await comes(people(["苗一凡", "13611110001"], ["庄三", ""])))).toEqual([]);
    await answerGate(county.as("mediator"), {
      ...{ disputeId: judged, answers: { judgedByCourt: "no" as const }, answersReason: "看错了，是别人的判决" },
    });
    expect(await found(await comes(people(["苗一凡", ""], ["苗二凡", ""])))).toEqual([]);
  });

  it("is a refusal, a court's letter, a body outside and the court's confirmation, of matters that whoever asks works on alone", async () => {
    const both = () => people(["荣大可", "13611110003"], ["荣小可", "13611110004"]);
    const refused = await comes(both());
    const answers = { ...harmless, judgedByCourt: "yes" as const };
    await triageDispute(
      county.as("mediator"),
      triageDisputeInput.parse({
        ...{
          disputeId: refused,
          answers,
          answersReason: "有判决书",
          track: null,
          notAcceptedReason: "judgedByCourt",
          overrideReason: "",
        },
      }),
    );
    const entrusted = await comes(both(), {
      ...{ source: "courtEntrusted", referredBy: "泊头法院", referralNumber: "（2026）委调 8 号" },
    });
    const now = await acceptedDispute(county, { parties: both() });
    const of = (kind: string, disputeId: string, text: string) => ({ kind, disputeId, text });
    const seen = (await gateHistoryOf(county.as("mediator"), { disputeId: now.disputeId })).map((one) =>
      of(one.kind, one.disputeId, one.text),
    );
    expect(new Set(seen)).toEqual(
      new Set([
        of("notAccepted", refused, "judgedByCourt"),
        of("judged", refused, ""),
        of("byCourt", entrusted, "泊头法院 （2026）委调 8 号"),
      ]),
    );
    // Another station learns nothing of them, and nobody asks about a matter that is not theirs.
    expect(await found(await comes(both(), {}, "mediator3"), "mediator3")).toEqual([]);
    expect(await refusedWith(gateHistoryOf(county.as("mediator3"), { disputeId: now.disputeId }))).toBe("notFound");
  });
});
