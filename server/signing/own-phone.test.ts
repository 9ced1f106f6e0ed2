import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { sealAgreement } from "../agreements/seal-agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { withdrawAgreement } from "../agreements/withdraw-agreement";
import { appRouter } from "../api/root";
import { answerGate } from "../disputes/answer-gate";
import { type NameInterpreterInput, nameInterpreterInput } from "../interpreters/inputs";
import { nameInterpreter } from "../interpreters/name-interpreter";
import { type Agreed, agreedDispute, drafted, mediatorSigns, partySigns, payClause } from "../testing/agreements";
import { eventsOf } from "../testing/asked";
import { chanceFor } from "../testing/chance";
import { type TestCounty, testCounty } from "../testing/county";
import { writtenName } from "../testing/drawn/names";
import { refusedWith } from "../testing/refused";
import { callerFactory } from "../trpc/init";
import { askToSign } from "./ask-to-sign";
import { askToSignInput } from "./inputs";
import { stopAsking } from "./stop-asking";

let county: TestCounty;
let agreed: Agreed;
let agreementId: string;
const chance = chanceFor("own phone");
const name = () => writtenName(chance, "刘玉芬");
const guest = callerFactory(appRouter)(() => ({
  signedIn: null,
  now: new Date(),
  requestId: "TEST",
  address: "203.0.113.12",
}));

const person = (side: number, called: string, phone: string) => ({
  side,
  kind: "person" as const,
  standing: side === 1 ? ("applicant" as const) : ("respondent" as const),
  name: called,
  phone,
  address: "",
  isMinor: false,
  links: [],
});
const sentOut = async (): Promise<[Agreed, string]> => {
  const parties = [person(1, "刘玉芬", "13800002719"), person(2, "张大力", "13800003042")];
  const one = await agreedDispute(county, { parties });
  await drafted(county, one, [payClause(one, 540_000)]);
  return [one, (await sendToSign(county.as("mediator"), { disputeId: one.disputeId })).agreementId];
};

beforeAll(async () => {
  county = await testCounty();
  [agreed, agreementId] = await sentOut();
});
// The guesses of one test do not count against the next.
beforeEach(() => database().execute(sql`delete from rate_limits`));

type Signer =
  | { kind: "party"; partyId: string }
  | { kind: "mediator" }
  | { kind: "witness"; personId: string }
  | { kind: "interpreter"; interpreterId: string };
const askOf = ({ disputeId }: Agreed, signer: Signer, by = "mediator") =>
  askToSign(county.as(by), askToSignInput.parse({ disputeId, signer }));
const ask = (signer: Signer, by = "mediator") => askOf(agreed, signer, by);
const party = (index: number, of = agreed): Signer => ({ kind: "party", partyId: of.parties[index] ?? "" });
const ends = ["2719", "3042"];
const visitOf = async (token: string | null, phoneEnd: string) =>
  (await guest.links.open({ token: token ?? "", phoneEnd })).visit;
const signs = (visit: string, strokes = name(), key = v7()) =>
  guest.links.sign({ visit, key, input: { strokes, isVoluntary: true, isUnderstood: true } });
const pageOf = async (visit: string) => {
  const { signing } = await guest.links.read({ visit });
  if (!signing) throw new Error("no paper");
  return signing;
};

describe("signing on one's own phone", () => {
  let [first, second] = ["", ""];

  it("opens for the last four digits of the phone, shows the paper, and nobody else's", async () => {
    const { token } = await ask(party(0));
    expect(await guest.links.peek({ token: token ?? "" })).toMatchObject({ asks: "signerEnd" });
    expect(await refusedWith(visitOf(token, "0000"))).toBe("linkDigitsWrong");
    first = await visitOf(token, ends[0] ?? "");
    const page = await pageOf(first);
    expect(page).toMatchObject({
      status: "signing",
      me: { name: "刘玉芬", kind: "party", partyId: agreed.parties[0], forName: null },
      isTurn: true,
      sealedAt: null,
    });
    expect(page.signers.map((one) => [one.kind, one.name, one.isMe])).toEqual([
      ["party", "刘玉芬", true],
      ["party", "张大力", false],
      ["mediator", "沈静", false],
    ]);
    expect(page.clauses).toMatchObject([{ kind: "pay", amountFen: 540_000 }]);
    for (const other of [
      () => guest.links.deputies({ visit: first }),
      () => guest.links.calendar({ visit: first, locale: "zh-CN" }),
    ])
      expect(await refusedWith(other())).toBe("notFound");
    const accept = () =>
      guest.links.accept({ visit: first, key: v7(), input: { declaresNoTie: true, startsAt: null } });
    expect(await refusedWith(accept())).toBe("notFound");
  });

  it("takes a written name alone, once however often it is sent, and notes it as drawn and by this link", async () => {
    const dot: [number, number][][] = [[[50, 50]]];
    expect(await refusedWith(signs(first, dot))).toBe("signatureDot");
    const [strokes, key] = [name(), v7()];
    const signed = await signs(first, strokes, key);
    expect(await signs(first, strokes, key)).toEqual(signed);
    expect(await refusedWith(signs(first))).toBe("alreadySigned");
    const [row] = await database().execute(
      sql`select means, strokes, request_id is not null as by_link, recorded_by from signatures where id = ${signed.signatureId}::uuid`,
    );
    expect(row).toMatchObject({ means: "sign", strokes, by_link: true, recorded_by: county.people.mediator });
    expect((await eventsOf(agreed.disputeId, "agreement.sign")).at(-1)).toMatchObject({
      signer: "party",
      byLink: true,
    });
    expect((await pageOf(first)).signers[0]).toMatchObject({ isMe: true, signedAt: expect.any(String) });
  });

  it("lets somebody refuse with a reason that everybody who signs is told, and sign at the table after all", async () => {
    const { token } = await ask(party(1));
    second = await visitOf(token, ends[1] ?? "");
    const no = (reason: string, key = v7()) => guest.links.refuse({ visit: second, key, input: { reason } });
    expect(await refusedWith(no("aaa"))).toBe("reasonTooShort");
    await no("金额和谈的不一样");
    expect(await refusedWith(no("再说一次不行"))).toBe("alreadyRefused");
    expect(await refusedWith(signs(second))).toBe("unknownReference");
    expect((await pageOf(first)).refusals).toMatchObject([
      { name: "张大力", reason: "金额和谈的不一样", isMine: false },
    ]);
    expect((await pageOf(second)).refusals).toMatchObject([{ isMine: true }]);
    expect((await eventsOf(agreed.disputeId, "agreement.refuse")).at(-1)).toMatchObject({ reason: "金额和谈的不一样" });
    await partySigns(county, agreed, agreed.parties[1] ?? "");
  });

  it("keeps the order of the table: the lead signs last and in person, and nobody is asked twice", async () => {
    expect(await refusedWith(ask(party(0)))).toBe("alreadySigned");
    expect(await refusedWith(ask({ kind: "mediator" }, "mediator2"))).toBe("leadSignsInPerson");
    expect(await refusedWith(ask({ kind: "witness", personId: county.people.lawyer ?? "" }))).toBe("witnessNotPresent");
    const { token } = await ask({ kind: "mediator" });
    const [lead] = await database().execute<{ phone: string }>(
      sql`select phone from people where id = ${county.people.mediator}::uuid`,
    );
    const visit = await visitOf(token, lead?.phone.slice(-4) ?? "");
    expect(await pageOf(visit)).toMatchObject({ isTurn: true, me: { kind: "mediator" } });
    await signs(visit);
  });

  it("gives nobody a copy before the seal, and everybody theirs after it by the same link", async () => {
    expect(await pageOf(first)).toMatchObject({ status: "signing", sealedAt: null });
    await sealAgreement(county.as("committee"), { disputeId: agreed.disputeId });
    for (const visit of [first, second])
      expect(await pageOf(visit)).toMatchObject({ status: "effective", sealedAt: expect.any(String) });
    expect(await refusedWith(signs(second))).toBe("notSigning");
  });
});

describe("a link to sign", () => {
  it("tells nobody why the gate was shut meanwhile", async () => {
    const [other] = await sentOut();
    const visit = await visitOf((await askOf(other, party(0, other))).token, ends[0] ?? "");
    await answerGate(county.as("officer"), { disputeId: other.disputeId, answers: { familyViolence: "yes" } });
    const refused = JSON.stringify(await signs(visit).catch(({ cause }: Error) => cause));
    expect(refused).toMatch(/^(?!.*Violence).*notNow/);
    expect(await refusedWith(askOf(other, party(1, other)))).toBe("needs.gateOpen");
  });

  it("dies with the paper that was sent, with the next one, and when it is taken back", async () => {
    const [other] = await sentOut();
    const one = await askOf(other, party(0, other));
    const visit = await visitOf(one.token, ends[0] ?? "");
    const next = await askOf(other, party(0, other));
    expect(await refusedWith(pageOf(visit))).toBe("linkDead");
    const open = await visitOf(next.token, ends[0] ?? "");
    await withdrawAgreement(county.as("mediator"), { disputeId: other.disputeId, reason: "金额写错了，改了再签" });
    expect(await refusedWith(pageOf(open))).toBe("linkDead");
    expect(await refusedWith(signs(open))).toBe("notSigning");
    expect(await refusedWith(visitOf(next.token, ends[0] ?? ""))).toBe("linkDead");
    await sendToSign(county.as("mediator"), { disputeId: other.disputeId });
    expect(await refusedWith(signs(open))).toBe("notSigning");
    const last = await askOf(other, party(0, other));
    await stopAsking(county.as("mediator"), { disputeId: other.disputeId, requestId: last.requestId });
    expect(await refusedWith(visitOf(last.token, ends[0] ?? ""))).toBe("linkDead");
    const again = () => stopAsking(county.as("mediator"), { disputeId: other.disputeId, requestId: last.requestId });
    expect(await refusedWith(again())).toBe("noLink");
  });

  it("is for the lead team to make, while a paper is out, for somebody of whom a number is known", async () => {
    expect(await refusedWith(ask(party(0), "lawyer"))).toBe("notFound");
    const unknown = await agreedDispute(county, {
      parties: [person(1, "卜一", ""), person(2, "张大力", "13800003042")],
    });
    await drafted(county, unknown, [payClause(unknown, 100)]);
    expect(await refusedWith(askOf(unknown, party(1, unknown)))).toBe("notInThisStep");
    await sendToSign(county.as("mediator"), { disputeId: unknown.disputeId });
    expect(await refusedWith(askOf(unknown, party(0, unknown)))).toBe("digitsNeeded");
  });

  it("is for whoever may bind: a guardian for a minor, and no longer once they may not", async () => {
    const child = {
      ...person(1, "夏小雨", ""),
      isMinor: true,
      links: [{ kind: "guardian" as const, name: "夏守义", phone: "13800007777", maySign: true, note: "" }],
    };
    const ward = await agreedDispute(county, { parties: [child, person(2, "张大力", "13800003042")] });
    await drafted(county, ward, [payClause(ward, 100)]);
    await sendToSign(county.as("mediator"), { disputeId: ward.disputeId });
    expect(await refusedWith(askOf(ward, party(0, ward)))).toBe("guardianNeeded");
    const [link] = await database().execute<{ id: string }>(
      sql`select id from party_links where dispute_id = ${ward.disputeId}::uuid`,
    );
    const byLinkId = link?.id ?? "";
    const { token } = await askToSign(
      county.as("mediator"),
      askToSignInput.parse({
        disputeId: ward.disputeId,
        signer: { kind: "party", partyId: ward.parties[0], byLinkId },
      }),
    );
    const visit = await visitOf(token, "7777");
    expect(await pageOf(visit)).toMatchObject({ me: { name: "夏守义", forName: "夏小雨", as: "guardian" } });
    await signs(visit, writtenName(chance, "李小川"));
    const [row] = await database().execute(
      sql`select signed_by_link_id from signatures where dispute_id = ${ward.disputeId}::uuid`,
    );
    expect(row?.signed_by_link_id).toBe(byLinkId);
  });

  it("is for interpreters and witnesses of the paper too, once for all they are there for, after the parties and before the lead", async () => {
    const one = await agreedDispute(county, {
      parties: [person(1, "刘玉芬", "13800002719"), person(2, "张大力", "13800003042")],
    });
    const { disputeId } = one;
    await drafted(county, one, [payClause(one, 100)]);
    const named = (over: object) =>
      nameInterpreter(
        county.as("mediator"),
        nameInterpreterInput.parse({ disputeId, place: { at: "agreement" }, ...over }) as NameInterpreterInput,
      );
    const who = { from: "outside", name: "阿依古", phone: "13800005521" };
    const { interpreterIds } = await named({ kind: "spoken", language: "彝语", partyIds: one.parties, who });
    const stranger = { from: "outside", name: "王见证", phone: "" };
    const { interpreterIds: witnesses } = await named({ kind: "witness", partyIds: [], who: stranger });
    await sendToSign(county.as("mediator"), { disputeId });
    const askFor = (interpreterId = "") => askOf(one, { kind: "interpreter", interpreterId });
    expect(await refusedWith(askFor(witnesses[0]))).toBe("digitsNeeded");
    expect(await refusedWith(askFor(v7()))).toBe("notFound");
    const before = await askFor(interpreterIds[0]);
    const { token, requestId } = await askFor(interpreterIds[0]);
    expect(await refusedWith(visitOf(before.token, "5521"))).toBe("linkDead");
    const visit = await visitOf(token, "5521");
    expect(await pageOf(visit)).toMatchObject({
      me: { name: "阿依古", kind: "witness", partyId: null, isInterpreter: true },
      isTurn: false,
    });
    const three = () => writtenName(chance, "李小川");
    expect(await refusedWith(signs(visit, three()))).toBe("partiesSignFirst");
    for (const partyId of one.parties) await partySigns(county, one, partyId);
    const page = await pageOf(visit);
    expect(page.isTurn).toBe(true);
    expect(page.signers.map(({ name: called, isMe }) => [called, isMe])).toEqual([
      ["刘玉芬", false],
      ["张大力", false],
      ["阿依古", true],
      ["王见证", false],
      ["沈静", false],
    ]);
    expect(await refusedWith(mediatorSigns(county, one))).toBe("interpretersSignFirst");
    expect(await refusedWith(signs(visit, [[[50, 50]]]))).toBe("signatureDot");
    const strokes = three();
    await signs(visit, strokes);
    expect(await refusedWith(signs(visit, three()))).toBe("alreadySigned");
    const rows = await database().execute(
      sql`select means, strokes, is_by_link, recorded_by from interpreters where dispute_id = ${disputeId}::uuid and kind = 'spoken'`,
    );
    const own = { means: "sign", strokes, is_by_link: true, recorded_by: county.people.mediator };
    expect(rows).toEqual([own, own]);
    const said = { signer: "witness", interpreter: interpreterIds[0], request: requestId, byLink: true };
    expect((await eventsOf(disputeId, "agreement.sign")).at(-1)).toMatchObject(said);
    expect(await refusedWith(askFor(interpreterIds[1]))).toBe("alreadySigned");
  });

  it("is locked by five wrong tries, and the ID number opens it as the phone does", async () => {
    const [other] = await sentOut();
    const { token } = await askOf(other, party(0, other));
    for (const left of [4, 3, 2, 1])
      expect(await refusedWith(visitOf(token, "0000")), String(left)).toBe("linkDigitsWrong");
    expect(await refusedWith(visitOf(token, "0000"))).toBe("linkDead");
    expect(await refusedWith(visitOf(token, ends[0] ?? ""))).toBe("linkDead");
    void agreementId;
  });
});
