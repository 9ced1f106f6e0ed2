import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { database } from "@/db/client";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { sealAgreement } from "../agreements/seal-agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { recordTie } from "../panel/record-tie";
import { moveSession } from "../sessions/move-session";
import { ofDispute } from "../sessions/reads/sessions";
import { type Agreed, agreedDispute, drafted, mediatorSigns, partySigns, payClause } from "../testing/agreements";
import { chanceFor } from "../testing/chance";
import { consented, invited, joined, partiesOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { writtenName } from "../testing/drawn/names";
import { refusedWith } from "../testing/refused";
import { booked, inDays } from "../testing/sessions";
import { answerAsking } from "./answer-asking";
import { attendInterpreter } from "./attend-interpreter";
import { endInterpreter } from "./end-interpreter";
import {
  attendInterpreterInput,
  type NameInterpreterInput,
  nameInterpreterInput,
  needInterpreterInput,
  signInterpreterInput,
  tellInterpreterInput,
} from "./inputs";
import { nameInterpreter } from "./name-interpreter";
import { ownInterpreting } from "./reads/own-interpreting";
import { recordNeed } from "./record-need";
import { signInterpreter } from "./sign-interpreter";
import { tellInterpreter } from "./tell-interpreter";

const chance = chanceFor("interpreters");
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const name = (input: object, by = "mediator") =>
  nameInterpreter(county.as(by), nameInterpreterInput.parse(input) as NameInterpreterInput);
const outsider = (over: object = {}) => ({ from: "outside", name: "阿依古丽", ...over });
const ofPerson = (who: string) => ({ from: "county", personId: county.people[who] });

let days = 2;

/** A session a few days ahead of the parties and the lead. */
async function ahead() {
  days += 2;
  const accepted = await acceptedDispute(county);
  await consented(county, accepted);
  const { sessionId } = await booked(county, accepted, { startsAt: inDays(days) });
  const parties = (await partiesOf(county, accepted)).map((party) => party.id);
  const first = { disputeId: accepted.disputeId, place: { at: "session", sessionId }, partyIds: [parties[0]] };
  return { ...accepted, sessionId, parties, first };
}
const sessionOf = async ({ disputeId }: { disputeId: string }) => {
  const [session] = (await ofDispute(county.as("mediator"), { disputeId })).sessions;
  if (!session) throw new Error("no session");
  return session;
};

it("somebody of the county is told when and where, again when it moves, and reads nothing else", async () => {
  const at = await ahead();
  expect(await refusedWith(name({ ...at.first, kind: "sign", who: ofPerson("lawyer") }, "lawyer"))).toBe("notFound");
  const { interpreterIds } = await name({ ...at.first, kind: "sign", who: ofPerson("lawyer") });
  expect(await refusedWith(name({ ...at.first, kind: "sign", who: ofPerson("lawyer") }))).toBe("alreadyThere");
  await announceAll();
  const told = async () => [
    ...new Set(
      (await notificationsIn(county.countyId)).filter((one) => one.name === "林晓岚").map((one) => one.kind as string),
    ),
  ];
  expect(await told()).toEqual(["interpreterAsked"]);
  const [own] = await ownInterpreting(county.as("lawyer"));
  await answerAsking(county.as("lawyer"), {
    askingId: own?.askingId ?? "",
    answer: { is: "yes", startsAt: new Date(own?.startsAt ?? "").toISOString() },
  });
  expect(own).toMatchObject({ id: interpreterIds[0], kind: "sign", videoUrl: null });
  expect(own?.room).not.toBe("");
  expect(await ownInterpreting(county.as("judge"))).toEqual([]);
  expect(await refusedWith(ofDispute(county.as("lawyer"), at))).toBe("notFound");
  const [session] = await database().execute<{ roomId: string; version: number }>(
    sql`select room_id as "roomId", version from sessions where id = ${at.sessionId}::uuid`,
  );
  await moveSession(county.as("mediator"), {
    disputeId: at.disputeId,
    sessionId: at.sessionId,
    sessionVersion: session?.version ?? 0,
    startsAt: inDays(5),
    minutes: 60,
    roomId: session?.roomId ?? "",
  } as never);
  await announceAll();
  expect(await told()).toContain("sessionMoved");
  await endInterpreter(county.as("mediator"), { disputeId: at.disputeId, interpreterId: interpreterIds[0] ?? "" });
  await announceAll();
  expect(await told()).toContain("attendeeRemoved");
  expect(await ownInterpreting(county.as("lawyer"))).toEqual([]);
  const again = endInterpreter(county.as("mediator"), {
    disputeId: at.disputeId,
    interpreterId: interpreterIds[0] ?? "",
  });
  expect(await refusedWith(again)).toBe("interpreterEnded");
});

it("is nobody who takes part, and nobody tied without every party's word", async () => {
  const at = await ahead();
  const [one = "", other = ""] = at.parties;
  await joined(county, at, "lawyer");
  const reads = { ...at.first, kind: "reader" };
  expect(await refusedWith(name({ ...reads, who: ofPerson("lawyer") }))).toBe("interpreterTakesPart");
  expect(await refusedWith(name({ ...reads, who: ofPerson("mediator2") }))).toBe("personLeft");
  await recordTie(county.as("mediator"), {
    disputeId: at.disputeId,
    personId: county.people.judge ?? "",
    partyId: one,
    kind: "kin",
    note: "",
  } as never);
  expect(await refusedWith(name({ ...reads, who: ofPerson("judge") }))).toBe("interpreterTied");
  const daughter = outsider({ name: "刘小梅", tie: "甲方的女儿" });
  expect(await refusedWith(name({ ...reads, who: daughter }))).toBe("interpreterTied");
  expect(await refusedWith(name({ ...reads, who: { ...daughter, agreedPartyIds: [one] } }))).toBe("interpreterTied");
  await name({ ...reads, who: { ...daughter, agreedPartyIds: [one, other] } });
  const [party] = intake().parties;
  const neighbour = outsider({ name: "邻居", phone: party?.phone });
  expect(await refusedWith(name({ ...reads, who: neighbour }))).toBe("interpreterTied");
  const itself = { ...neighbour, name: party?.name, agreedPartyIds: [one, other] };
  expect(await refusedWith(name({ ...reads, who: itself }))).toBe("interpreterTakesPart");
  await name({ ...reads, who: ofPerson("property") });
  expect(await refusedWith(invited(county, at, "property"))).toBe("interpretsHere");
});

it("somebody from outside is told by mouth, and is noted as present once the session has begun", async () => {
  const at = await ahead();
  const { disputeId } = at;
  const spoken = { ...at.first, kind: "spoken", language: "维吾尔语", who: outsider({ phone: "13957431866" }) };
  expect(nameInterpreterInput.safeParse({ ...spoken, language: "" }).success).toBe(false);
  const { interpreterIds } = await name(spoken);
  const interpreterId = interpreterIds[0] ?? "";
  const { startsAt } = await sessionOf(at);
  const tell = (start: string) =>
    tellInterpreter(
      county.as("mediator"),
      tellInterpreterInput.parse({ disputeId, interpreterId, means: "phone", startsAt: new Date(start).toISOString() }),
    );
  expect(await refusedWith(tell("2026-01-01T00:00:00Z"))).toBe("hourChanged");
  await tell(startsAt);
  const come = (now: Date) =>
    attendInterpreter(
      county.as("mediator", { now }),
      attendInterpreterInput.parse({ disputeId, interpreterId, came: true }),
    );
  expect(await refusedWith(come(new Date(new Date(startsAt).getTime() - 3_600_000)))).toBe("notHappenedYet");
  await come(new Date(new Date(startsAt).getTime() + 60_000));
  expect((await sessionOf(at)).interpreters).toMatchObject([
    { name: "阿依古丽", kind: "spoken", language: "维吾尔语", partyId: at.parties[0], attendance: "present" },
  ]);
  expect(await refusedWith(endInterpreter(county.as("mediator"), { disputeId, interpreterId }))).toBe("frozenOnceSent");
  const other = await name({ ...at.first, kind: "reader", who: ofPerson("property") });
  const told = { disputeId, interpreterId: other.interpreterIds[0] ?? "", means: "phone" as const, startsAt };
  expect(await refusedWith(tellInterpreter(county.as("mediator"), told))).toBe("toldByMessage");
});

it("a witness from outside is asked for no party, told, noted as present and stands in the record; a party is none", async () => {
  const at = await ahead();
  const { disputeId } = at;
  const elder = { ...at.first, kind: "witness", partyIds: [], who: outsider({ name: "何松年", phone: "13957431877" }) };
  for (const wrong of [{ partyIds: at.parties }, { kind: "reader" }, { language: "温州话" }])
    expect(nameInterpreterInput.safeParse({ ...elder, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  expect(needInterpreterInput.safeParse({ disputeId, partyId: at.parties[0], kind: "witness" }).success).toBe(false);
  const [party] = intake().parties;
  const itself = { ...elder, who: outsider({ name: party?.name }) };
  expect(await refusedWith(name(itself))).toBe("interpreterTakesPart");
  const { interpreterIds } = await name(elder);
  const interpreterId = interpreterIds[0] ?? "";
  expect(await refusedWith(name(elder))).toBe("alreadyThere");
  expect(interpreterIds).toHaveLength(1);
  const { startsAt, interpreters } = await sessionOf(at);
  // Asked by a link like everybody else who has no account.
  expect(interpreters).toMatchObject([{ name: "何松年", partyId: null, partyName: "", asking: { status: "sent" } }]);
  const told = { disputeId, interpreterId, means: "inPerson", startsAt: new Date(startsAt).toISOString() };
  await tellInterpreter(county.as("mediator"), tellInterpreterInput.parse(told));
  const begun = county.as("mediator", { now: new Date(new Date(startsAt).getTime() + 60_000) });
  await attendInterpreter(begun, attendInterpreterInput.parse({ disputeId, interpreterId, came: true }));
  expect((await sessionOf(at)).interpreters).toMatchObject([{ kind: "witness", attendance: "present" }]);
});

it("stands in the paper that is sent, and signs or is noted to have read it out after the parties and before the lead", async () => {
  const agreed: Agreed = await agreedDispute(county);
  const { disputeId, parties } = agreed;
  const page = () => agreementOfDispute(county.as("mediator"), agreed);
  const need = (kind: string | null, language = "") =>
    recordNeed(county.as("mediator"), needInterpreterInput.parse({ disputeId, partyId: parties[1], kind, language }));
  const reads = { disputeId, place: { at: "agreement" }, partyIds: [parties[1]], kind: "reader", who: outsider() };
  expect(await refusedWith(name(reads))).toBe("noAgreement");
  await drafted(county, agreed, [payClause(agreed, 100)]);
  await need("spoken", "维吾尔语");
  await need("reader");
  expect((await page()).needs).toMatchObject([{ partyId: parties[1], kind: "reader", language: "" }]);
  const { interpreterIds } = await name(reads);
  const both = { kind: "spoken", language: "维吾尔语", partyIds: parties, who: outsider({ name: "买买提" }) };
  const spoken = await name({ ...reads, ...both });
  const elder = await name({ ...reads, kind: "witness", partyIds: [], who: outsider({ name: "何松年" }) });
  await sendToSign(county.as("mediator"), { disputeId });
  expect(await refusedWith(name({ ...reads, who: outsider({ name: "迟到的人" }) }))).toBe("frozenOnceSent");
  const [paper] = await database().execute<{ named: unknown }>(
    sql`select content::jsonb -> 'interpreters' as named from agreement_papers where dispute_id = ${disputeId}::uuid`,
  );
  expect(paper?.named).toMatchObject([
    { partyId: parties[1], kind: "reader", name: "阿依古丽" },
    { kind: "spoken", language: "维吾尔语", name: "买买提" },
    { kind: "spoken", language: "维吾尔语", name: "买买提" },
    { partyId: null, kind: "witness", name: "何松年" },
  ]);
  const hand = writtenName(chance, "李小川");
  const draw = (strokes: unknown, over: object = {}) =>
    signInterpreter(
      county.as("mediator"),
      signInterpreterInput.parse({
        ...{ disputeId, interpreterId: spoken.interpreterIds[0], means: "sign", ...over },
        drawn: { strokes, isVoluntary: true, isUnderstood: true },
      }),
    );
  const sign = (id: string | undefined, means: string | null) =>
    signInterpreter(county.as("mediator"), signInterpreterInput.parse({ disputeId, interpreterId: id, means }));
  expect(await refusedWith(sign(interpreterIds[0], null))).toBe("partiesSignFirst");
  expect(await refusedWith(draw(hand))).toBe("partiesSignFirst");
  for (const partyId of parties) await partySigns(county, agreed, partyId);
  expect(await refusedWith(mediatorSigns(county, agreed))).toBe("interpretersSignFirst");
  expect(await refusedWith(sign(spoken.interpreterIds[0], null))).toBe("unknownReference");
  // On the device that goes round it is a written name, of now, and once for both whom they interpret for.
  expect(await refusedWith(draw([]))).toBe("signatureBlank");
  expect(await refusedWith(draw([[[10, 10]]]))).toBe("signatureDot");
  expect(await refusedWith(draw(hand, { means: "fingerprint" }))).toBe("invalidValue");
  expect(await refusedWith(draw(hand, { happenedOn: "2026-01-05" }))).toBe("drawnAnotherDay");
  await draw(hand);
  const drawn = await database().execute(
    sql`select means, strokes, is_by_link from interpreters where dispute_id = ${disputeId}::uuid and name = '买买提'`,
  );
  expect(drawn).toEqual([1, 2].map(() => ({ means: "sign", strokes: hand, is_by_link: false })));
  expect(await refusedWith(sign(spoken.interpreterIds[1], "sign"))).toBe("alreadySigned");
  await sign(interpreterIds[0], null);
  expect(await refusedWith(mediatorSigns(county, agreed))).toBe("interpretersSignFirst");
  expect(await refusedWith(sign(elder.interpreterIds[0], null))).toBe("unknownReference");
  await sign(elder.interpreterIds[0], "sign");
  expect(await refusedWith(sign(interpreterIds[0], "sign"))).toBe("alreadySigned");
  await mediatorSigns(county, agreed);
  await sealAgreement(county.as("committee"), { disputeId });
  expect((await page()).interpreters).toMatchObject([
    { name: "阿依古丽", means: null },
    { name: "买买提", means: "sign" },
    { name: "买买提", means: "sign" },
    { name: "何松年", means: "sign" },
  ]);
  expect((await page()).interpreters.every((one) => one.signedAt !== null)).toBe(true);
  await need(null);
  expect((await page()).needs).toEqual([]);
});
