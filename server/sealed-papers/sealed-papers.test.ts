import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { sealAgreement } from "../agreements/seal-agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { appRouter } from "../api/root";
import { signatureIn } from "../certificates/parts/pdf-signature";
import { checkSignature } from "../certificates/parts/signed-data";
import { askDossier } from "../dossier/ask-dossier";
import { tasks } from "../jobs/tasks";
import { askPapers } from "../papers/ask-papers";
import { askPapersInput } from "../papers/inputs";
import { readPaper } from "../papers/read-paper";
import { askToSign } from "../signing/ask-to-sign";
import { askToSignInput } from "../signing/inputs";
import { type Agreed, agreedDispute, drafted, mediatorSigns, partySigns, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { packed, readPdf, readWord } from "../testing/official-papers/read-back";
import { callerFactory } from "../trpc/init";
import { checkPaper } from "./check-paper";
import { checkPaperInput } from "./inputs";
import { readSealedPaper, sealedOfDispute } from "./queries";

let county: TestCounty;
let agreed: Agreed;
let agreementId: string;
let folder: string;
let visit = "";
const guest = callerFactory(appRouter)(() => ({
  signedIn: null,
  now: new Date(),
  requestId: "TEST",
  address: "203.0.113.14",
}));
/** A party opens the link they were given to sign with. */
async function visitOfParty(): Promise<string> {
  const signer = { kind: "party", partyId: agreed.parties[0] };
  const { token } = await askToSign(
    county.as("mediator"),
    askToSignInput.parse({ disputeId: agreed.disputeId, signer }),
  );
  return (await guest.links.open({ token: token ?? "", phoneEnd: "2719" })).visit;
}
const make = () =>
  tasks.keepSealed?.({ countyId: county.countyId, agreementId }, { job: { run_at: new Date() } } as JobHelpers);
const listed = (username: string) => sealedOfDispute(county.as(username), agreed);
const check = (asked: object, address: string | null = "198.51.100.7") =>
  checkPaper(checkPaperInput.parse(asked), address);
const textOf = async (pdf: Buffer) => packed((await readPdf(pdf)).texts.map(({ text }) => text).join(""));
/** The agreement as somebody asks for it among other papers. */
async function asked(): Promise<{ pdf: string; word: string; foot: string }> {
  const input = askPapersInput.parse({ disputeId: agreed.disputeId, papers: [{ kind: "agreement" }] });
  const [paperId = ""] = (await askPapers(county.as("mediator"), input)).paperIds;
  await tasks.makePaper?.({ countyId: county.countyId, paperId }, { job: { run_at: new Date() } } as JobHelpers);
  const [pdf, word] = [
    await readPaper(county.as("mediator"), paperId, "pdf"),
    await readPaper(county.as("mediator"), paperId, "docx"),
  ];
  return {
    pdf: await textOf(pdf.bytes),
    word: readWord(word.bytes),
    foot: readWord(word.bytes, "word/footer1.xml"),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-sealed-"));
  vi.stubEnv("ZHONGTIAO_FILES", path.join(folder, "files"));
  vi.stubEnv("ZHONGTIAO_CERTIFICATES", path.join(folder, "certificates"));
  county = await testCounty();
  agreed = await agreedDispute(county);
  await drafted(county, agreed, [payClause(agreed, 100005)]);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

it("says before it is sealed what state the paper is in, and nobody has it sealed", async () => {
  expect((await asked()).pdf).toContain("草稿，尚未送签");
  ({ agreementId } = await sendToSign(county.as("mediator"), agreed));
  visit = await visitOfParty();
  for (const party of agreed.parties) await partySigns(county, agreed, party);
  await mediatorSigns(county, agreed);
  const open = await asked();
  expect(open.pdf).not.toMatch(/草稿|副本/);
  await make();
  expect(await listed("mediator")).toEqual([]);
  await expect(readSealedPaper(county.as("mediator"), agreementId)).rejects.toMatchObject({ code: "notFound" });
  await expect(guest.links.sealedPaper({ visit })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

describe("sealed", () => {
  let pdf: Buffer;
  it("is one file, ordered by the act, with its hash on the chain, for whoever works on the matter", async () => {
    await sealAgreement(county.as("committee"), agreed);
    await Promise.all([make(), make()]);
    await tasks.keepMissingSealed?.({}, { job: { run_at: new Date(Date.now() + 2 * 60 * 60_000) } } as JobHelpers);
    await make();
    ({ bytes: pdf } = await readSealedPaper(county.as("mediator"), agreementId));
    const [order] = await database().execute(
      sql`select count(*)::int as n from graphile_worker._private_jobs where key = ${`sealed:${agreementId}`}`,
    );
    expect(order).toEqual({ n: 1 });
    const events = await database().execute<{ payload: string }>(sql`select payload from events
      where dispute_id = ${agreed.disputeId}::uuid and action = 'agreement.keepSealed'`);
    expect(events).toHaveLength(1);
    const [row] = await listed("mediator");
    expect(row).toMatchObject({ agreementId, code: expect.stringMatching(/^([A-Z2-9]{4}-){2}[A-Z2-9]{4}$/) });
    expect(await listed("committee")).toEqual([row]);
    for (const username of ["head", "lawyer", "county", "mediator3"])
      await expect(
        listed(username).then(() => readSealedPaper(county.as(username), agreementId)),
      ).rejects.toMatchObject({
        kind: expect.stringMatching(/notFound|forbidden/),
      });
  });

  it("is the copy of a party by their link, byte by byte, and of nobody else who was asked", async () => {
    const { base64, name } = await guest.links.sealedPaper({ visit });
    expect(Buffer.from(base64, "base64").equals(pdf)).toBe(true);
    expect(name).toContain("人民调解协议书.pdf");
    expect((await guest.links.read({ visit })).signing?.hasFile).toBe(true);
    await database().execute(sql`alter table signing_requests disable trigger user`);
    await database().execute(sql`update signing_requests set signer_kind = 'mediator', party_id = null, person_id = ${county.people.mediator}::uuid
      where agreement_id = ${agreementId}::uuid`);
    await expect(guest.links.sealedPaper({ visit })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is bound into the dossier as it is, and named in the list of hashes", async () => {
    const { paperIds } = await askDossier(county.as("mediator"), { disputeId: agreed.disputeId });
    const [paperId = ""] = paperIds;
    await tasks.makePaper?.({ countyId: county.countyId, paperId }, { job: { run_at: new Date() } } as JobHelpers);
    const dossier = await textOf((await readPaper(county.as("mediator"), paperId, "pdf")).bytes);
    expect(dossier).toContain("签署与盖章记录");
    expect(dossier).toContain("人民调解协议书（盖章文件）");
    expect(dossier).not.toContain("本件为文书副本");
  });

  it("says what was signed, by whom and when, with the hash of the words and the code, and is signed by the committee", async () => {
    const page = await agreementOfDispute(county.as("mediator"), agreed);
    const [row] = await listed("mediator");
    const text = await textOf(pdf);
    for (const words of [
      ...[
        "人民币壹仟元零伍分",
        "签署与盖章记录",
        page.agreement?.number ?? "?",
        page.agreement?.hash ?? "?",
        row?.code ?? "?",
      ],
      ...page.parties.map(({ name }) => name),
    ])
      expect(text).toContain(packed(words));
    expect(text).not.toContain("副本");
    const found = signatureIn(pdf);
    if (!found) throw new Error("no signature");
    const checked = checkSignature(found.cms, found.signed);
    expect(checked.fault).toBeNull();
    expect("chain" in checked && checked.chain[0]?.subject).toContain(`CN=${page.committeeName}`);
    expect(pdf.toString("latin1")).toMatch(/pdfaid:part>2</);
  });

  it("makes a paper asked for afterwards a copy, in PDF and in Word", async () => {
    const copy = await asked();
    expect(copy.pdf).toContain("本件为文书副本");
    expect(copy.foot.match(/副本/g)).toHaveLength(1);
  });

  it("is confirmed to anybody by code or hash, and nothing else of the matter is", async () => {
    const [row] = await listed("mediator");
    const page = await agreementOfDispute(county.as("mediator"), agreed);
    const byCode = await check({ code: row?.code.toLowerCase().replaceAll("-", " ") });
    expect(byCode).toEqual({
      ...{
        code: row?.code,
        committeeName: page.committeeName,
        sealedAt: page.agreement?.seal?.sealedAt,
        isWhole: true,
      },
      ...{ signedAt: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: pdf.length },
    });
    expect(await check({ sha256: byCode?.sha256 })).toEqual(byCode);
    expect(await check({ code: "ABCD-EFGH-JKMN" })).toBeNull();
    expect(await check({ code: "。。" })).toBeNull();
    for (let i = 0; i < 56; i += 1) await check({ code: "ABCD-EFGH-JKMN" }, "203.0.113.9");
    for (let i = 0; i < 4; i += 1) await check({ code: "ABCD-EFGH-JKMN" }, "203.0.113.9");
    await expect(check({ code: row?.code }, "203.0.113.9")).rejects.toMatchObject({ code: "tooManyRequests" });
    expect(await check({ code: row?.code }, null)).toEqual(byCode);
  });

  it("is refused, and called altered, where the kept bytes are others", async () => {
    const [row] = await listed("mediator");
    const { sha256 = "" } = (await check({ code: row?.code })) ?? {};
    const place = path.join(folder, "files", county.countyId, sha256.slice(0, 2), sha256);
    const bytes = await readFile(place);
    await writeFile(place, Buffer.concat([bytes.subarray(0, 999), Buffer.from("X"), bytes.subarray(1000)]));
    await expect(readSealedPaper(county.as("mediator"), agreementId)).rejects.toMatchObject({ code: "fileAltered" });
    expect(await check({ code: row?.code })).toMatchObject({ isWhole: false });
    await writeFile(place, bytes);
    expect(await check({ code: row?.code })).toMatchObject({ isWhole: true });
  });
});
