import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { agreements } from "@/db/schema/agreements";
import { sealedPapers } from "@/db/schema/papers";
import { fileStore } from "@/server/files/parts/file-store";
import { dayOf } from "@/server/kernel/shanghai";
import { askPapers } from "@/server/papers/ask-papers";
import { askPapersInput } from "@/server/papers/inputs";
import { makePaper } from "@/server/papers/make-paper";
import { type TestCounty, testCounty } from "@/server/testing/county";
import { runningSession, type TestDesk } from "@/server/testing/desk";
import { sessionCookies } from "@/server/testing/session-cookies";
import { pdf } from "@/server/testing/uploads/hostile-files";
import { POST as verify, GET as verifyPage } from "../verify/route";
import { GET as readDeposit } from "./deposits/[depositId]/[format]/route";
import { GET as readFile } from "./files/[fileId]/route";
import { POST as addFile } from "./files/route";
import { GET as health } from "./healthz/route";
import { GET as readTemplate } from "./paper-templates/[template]/[form]/route";
import { POST as addTemplate } from "./paper-templates/route";
import { GET as readPaper } from "./papers/[paperId]/[format]/route";
import { GET as readSet } from "./papers/set/route";
import { GET as readSealed } from "./sealed-papers/[agreementId]/route";
import { POST as makeSheet } from "./sheets/[sheet]/route";
import { POST as call } from "./trpc/[trpc]/route";
import { GET as laterWords } from "./words/route";

const base = "http://localhost:4010";
let cookies: Map<string, string>;
let county: TestCounty;
let desk: TestDesk;
let folder: string;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a-secret-of-this-test-alone-0123456789");
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-routes-"));
  vi.stubEnv("ZHONGTIAO_FILES", folder);
  county = await testCounty(["LW"]);
  desk = await runningSession(county);
  cookies = await sessionCookies(county, ["mediator", "property", "head", "committee"]);
});
// Other files of this process get the modules without these words.
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** A request of a page of this installation, by whoever is named. */
const request = (at: string, username: string | null, init: RequestInit = {}) =>
  new Request(`${base}${at}`, {
    ...init,
    headers: {
      origin: base,
      host: "localhost:4010",
      ...(username ? { cookie: cookies.get(username) ?? "" } : {}),
      ...init.headers,
    },
  });

const upload = (username: string | null, key: string) => {
  const form = new FormData();
  const fields = { key, disputeId: desk.disputeId, sessionId: desk.sessionId, lane: "joint" };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", new File([new Uint8Array(pdf())], "意见.pdf"));
  return addFile(request("/api/files", username, { method: "POST", body: form }));
};
const read = (username: string | null, fileId: string) =>
  readFile(request(`/api/files/${fileId}`, username), { params: Promise.resolve({ fileId }) });
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).problem.code];

it("a file is taken from and given to whoever may, and to nobody else", async () => {
  const key = crypto.randomUUID();
  expect(await codeOf(await upload(null, key))).toEqual([401, "signedOut"]);
  expect(await codeOf(await upload("property", key))).toEqual([404, "notFound"]);
  const added = await upload("mediator", key);
  expect([added.status, await added.json()]).toEqual([200, { fileId: key }]);

  const given = await read("mediator", key);
  expect(given.status).toBe(200);
  expect(Buffer.from(await given.arrayBuffer())).toEqual(Buffer.from(pdf()));
  expect(given.headers.get("content-disposition")).toMatch(/^attachment;/);
  expect(await codeOf(await read("property", key))).toEqual([404, "notFound"]);
  expect(await codeOf(await read("mediator", "no-id"))).toEqual([404, "notFound"]);
  expect(await codeOf(await read(null, key))).toEqual([401, "signedOut"]);
});

it("a made paper is given to whoever asked for it, as PDF to look at and as Word to keep, and to nobody else", async () => {
  const asked = askPapersInput.parse({ disputeId: desk.disputeId, papers: [{ kind: "notice" }] });
  const [paperId = ""] = (await askPapers(county.as("mediator"), asked)).paperIds;
  const paper = (username: string | null, format: string) =>
    readPaper(request(`/api/papers/${paperId}/${format}`, username), { params: Promise.resolve({ paperId, format }) });
  expect(await codeOf(await paper("mediator", "pdf"))).toEqual([404, "notFound"]);
  await makePaper({ countyId: county.countyId, paperId }, new Date());
  for (const [format, starts, kept] of [
    ["pdf", "%PDF-", "inline"],
    ["docx", "PK", "attachment"],
  ] as const) {
    const given = await paper("mediator", format);
    expect([given.status, given.headers.get("content-disposition")]).toEqual([200, expect.stringMatching(kept)]);
    expect(Buffer.from(await given.arrayBuffer()).toString("latin1")).toMatch(new RegExp(`^${starts}`));
  }
  expect(await codeOf(await paper("mediator", "html"))).toEqual([404, "notFound"]);
  const set = (username: string | null, ids: string) => readSet(request(`/api/papers/set?ids=${ids}`, username));
  const whole = await set("mediator", `${paperId},${paperId}`);
  expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  for (const ids of ["", "x", `${paperId},${v7()}`, Array(41).fill(paperId).join(",")])
    expect(await codeOf(await set("mediator", ids))).toEqual([404, "notFound"]);
  expect(await codeOf(await set("head", paperId))).toEqual([404, "notFound"]);
  expect(await codeOf(await set(null, paperId))).toEqual([401, "signedOut"]);
  expect(await codeOf(await paper("head", "pdf"))).toEqual([404, "notFound"]);
  expect(await codeOf(await paper(null, "pdf"))).toEqual([401, "signedOut"]);
});

it("a list of dossiers is given to the head of their committee, and to nobody else", async () => {
  const [depositId, sha] = [v7(), await fileStore().put(county.countyId, Buffer.from("%PDF-"))];
  await database().execute(sql`insert into deposits select county_id, ${depositId}::uuid, committee_id, 2026, 1, '2026-03-02', '馆', '架',
    ${sha}, ${sha}, ${sha}, id, now() from people where id = ${county.people.committee ?? ""}::uuid`);
  const open = (username: string | null, format: string) =>
    readDeposit(request("/api/deposits", username), { params: Promise.resolve({ depositId, format }) });
  for (const format of ["pdf", "docx"]) expect(await (await open("committee", format)).text()).toBe("%PDF-");
  expect(await codeOf(await open("committee", "html"))).toEqual([404, "notFound"]);
  expect(await codeOf(await open("mediator", "pdf"))).toEqual([403, "forbidden"]);
  expect(await codeOf(await open(null, "pdf"))).toEqual([401, "signedOut"]);
});

it("a Word template is downloaded, taken back and shown filled by a head, and by nobody else", async () => {
  const open = (username: string | null, template: string, form: string) =>
    readTemplate(request(`/api/paper-templates/${template}/${form}`, username), {
      params: Promise.resolve({ template, form }),
    });
  const give = (username: string | null, bytes: Buffer, kind = "receipt", validFrom = "2099-01-01") => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ key: crypto.randomUUID(), kind, validFrom })) form.set(name, value);
    form.set("file", new File([new Uint8Array(bytes)], "收条.docx"));
    return addTemplate(request("/api/paper-templates", username, { method: "POST", body: form }));
  };
  const ours = await open("committee", "receipt", "template");
  expect([ours.status, ours.headers.get("content-disposition")]).toEqual([200, expect.stringMatching(/^attachment;/)]);
  const bytes = Buffer.from(await ours.arrayBuffer());
  // A day too far ahead: the template itself is in order.
  expect(await codeOf(await give("committee", bytes))).toEqual([400, "ruleTooFar"]);
  expect(await codeOf(await give("committee", Buffer.alloc(1100 * 1024)))).toEqual([400, "templateTooLarge"]);
  expect(await codeOf(await give("committee", bytes, "no-such-paper"))).toEqual([400, "invalid"]);
  expect(await codeOf(await give("mediator", bytes))).toEqual([403, "forbidden"]);
  expect(await codeOf(await give(null, bytes))).toEqual([401, "signedOut"]);
  const taken = await give("committee", bytes, "receipt", dayOf(new Date()));
  expect([taken.status, await taken.json()]).toEqual([200, { templateId: expect.any(String) }]);
  expect((await open("committee", "receipt", "preview")).status).toBe(200);
  expect(await codeOf(await open("committee", "receipt", "pdf"))).toEqual([404, "notFound"]);
  expect(await codeOf(await open("committee", "no-such-paper", "template"))).toEqual([404, "notFound"]);
  expect(await codeOf(await open("committee", v7(), "template"))).toEqual([404, "notFound"]);
  expect(await codeOf(await open("mediator", "receipt", "template"))).toEqual([403, "forbidden"]);
});

describe("a sealed agreement", () => {
  const agreementId = v7();
  const open = (username: string | null, id = agreementId) =>
    readSealed(request(`/api/sealed-papers/${id}`, username), { params: Promise.resolve({ agreementId: id }) });
  const check = (body: FormData | URLSearchParams, headers = {}) =>
    verify(request("/verify", null, { method: "POST", body, headers }));
  const withFile = (bytes: Buffer) => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(bytes)], "协议.pdf"));
    return form;
  };
  const file = Buffer.concat([Buffer.from(pdf()), Buffer.from("/ContactInfo (ABCDEFGHJKMN)")]);
  const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
  beforeAll(async () => {
    const pdfSha256 = await fileStore().put(county.countyId, file);
    const [{ disputeId }, now] = [desk, new Date()];
    const [matter] = await database().execute<{ id: string }>(
      sql`select id from proceedings where dispute_id = ${disputeId}::uuid`,
    );
    const [proceedingId, { countyId }] = [matter?.id ?? "", county];
    await database().transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx
        .insert(agreements)
        .values({ countyId, id: agreementId, disputeId, proceedingId, form: "written", ...draftedBy(now) });
      await tx.insert(sealedPapers).values({
        ...{ countyId, agreementId, disputeId, code: "ABCDEFGHJKMN", committeeName: "柳湾镇人民调解委员会", pdfSha256 },
        ...{ bytes: file.length, certificateSha256: "c".repeat(64), sealedAt: now, signedAt: now },
      });
    });
  });
  const draftedBy = (at: Date) => ({
    ...{ ordinal: 1, status: "draft" as const, facts: "", draftedBy: county.people.mediator ?? "", draftedAt: at },
  });

  it("is given to whoever works on its matter, and to nobody else", async () => {
    const given = await open("mediator");
    expect([given.status, given.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(Buffer.from(await given.arrayBuffer()).equals(file)).toBe(true);
    expect(await codeOf(await open("head"))).toEqual([404, "notFound"]);
    expect(await codeOf(await open("property"))).toEqual([404, "notFound"]);
    expect(await codeOf(await open("mediator", "no-id"))).toEqual([404, "notFound"]);
    expect(await codeOf(await open(null))).toEqual([401, "signedOut"]);
  });

  it("is confirmed to anybody by its file or code, and what differs from it is told from it", async () => {
    const same = await textOf(check(withFile(file)));
    expect(same).toContain("盖章以后没有改动过");
    expect(same).toContain("柳湾镇人民调解委员会");
    expect(same.replaceAll("\u2060", "")).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/);
    const altered = Buffer.from(file);
    altered[20] = (altered[20] ?? 0) ^ 1;
    expect(await textOf(check(withFile(altered)))).toContain("和盖章的原件不一样");
    expect(await textOf(check(withFile(file.subarray(0, -1))))).toContain("没有查到");
    expect(await textOf(check(withFile(Buffer.concat([file, Buffer.from("\n% more")]))))).toContain("又在后面加了内容");
    expect(await textOf(check(withFile(Buffer.from("nothing"))))).toContain("没有查到");
    const byCode = await textOf(check(new URLSearchParams({ code: "abcd-efgh-jkmn" })));
    expect(byCode).toContain("这个核验码是真的");
    expect(byCode).toContain("ABCD-EFGH-JKMN");
    expect(await textOf(check(new URLSearchParams({ code: '"><script>' })))).not.toContain('"><script>');
    const [row] = await database().execute<{ number: string; title: string }>(
      sql`select number, title from disputes where id = ${desk.disputeId}::uuid`,
    );
    for (const words of [row?.number ?? "?", row?.title ?? "?", desk.disputeId]) {
      expect(same).not.toContain(words);
      expect(byCode).not.toContain(words);
    }
  });

  it("refuses what is no file, too large or of another site, and takes the language", async () => {
    const statusOf = async (answer: Promise<Response>) => (await answer).status;
    expect(await statusOf(check(new FormData()))).toBe(400);
    expect(await statusOf(check(new URLSearchParams({ code: " " })))).toBe(400);
    expect(await statusOf(check(withFile(Buffer.alloc(8 * 1024 * 1024 + 1))))).toBe(413);
    for (const body of [withFile(file), new URLSearchParams({ code: "ABCD-EFGH-JKMN" })])
      expect(await statusOf(check(body, { origin: "https://elsewhere.example" }))).toBe(403);
    const chosen = await check(new URLSearchParams({ act: "language", locale: "en" }));
    expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/verify"]);
    const page = await textOf(verifyPage(request("/verify?code=ABCD%22%3E", null)));
    expect(page).toContain('value="ABCD&quot;&gt;"');
  });
});

it("a procedure is answered as whom the cookie names", async () => {
  const ask = (username: string | null, headers: Record<string, string> = {}) =>
    call(
      request("/api/trpc/account.me?batch=1", username, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ 0: {} }),
      }),
    );
  const answer = await ask("mediator");
  expect(answer.status).toBe(200);
  expect((await answer.json())[0].result.data.personId).toBe(county.people.mediator);
  const refused = await ask(null);
  expect([refused.status, (await refused.json())[0].error.data.problem.code]).toEqual([401, "signedOut"]);
  // Whole, also where the caller asks for pieces.
  const whole = await ask("mediator", { "trpc-accept": "application/jsonl" });
  expect(whole.headers.get("transfer-encoding")).toBeNull();
  expect((await whole.json())[0].result.data.personId).toBe(county.people.mediator);
});

it("monitoring learns that process and database answer, and how much work was given up", async () => {
  const answer = await health();
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true, failedWork: 0 }]);
  await database().execute("select app.add_job('prune', '{}'::json, null, null)");
  await database().execute("update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Error'");
  expect(((await (await health()).json()) as { failedWork: number }).failedWork).toBeGreaterThan(0);
});

it("a sheet is made for whoever may, refused like what it is made of, and unknown ones are not there", async () => {
  const ask = (sheet: string, username: string | null, headers: Record<string, string> = {}) =>
    makeSheet(
      request(`/api/sheets/${sheet}`, username, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: "{}",
      }),
      { params: Promise.resolve({ sheet }) },
    );
  const { status, headers } = await ask("disputes", "head");
  expect([status, headers.get("x-sheet-lines")]).toEqual([200, "1"]);
  expect(headers.get("content-disposition")).toMatch(/^attachment;.*xlsx/);
  for (const one of ["disputes", "county"])
    expect(await codeOf(await ask(one, "mediator"))).toEqual([403, "forbidden"]);
  expect(await codeOf(await ask("overview", null))).toEqual([401, "signedOut"]);
  expect(await codeOf(await ask("constructor", "mediator"))).toEqual([404, "notFound"]);
  expect((await ask("disputes", "mediator", { origin: "https://elsewhere.example" })).status).toBe(403);
});

it("words of a part that comes later are given to everybody, in a language that there is", async () => {
  const ask = (of: string, locale: string) => laterWords(request(`/api/words?of=${of}&locale=${locale}`, null));
  const answers = await Promise.all(["en", "xx"].map((locale) => ask("_board/seat-panel", locale)));
  expect(answers.map(({ status }) => status)).toEqual([200, 404]);
});
