import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fieldsOf, PlainBrowser } from "@/bin/operation/testing/pages/plain-browser";
import { database } from "@/db/client";
import { sealAgreement } from "@/server/agreements/seal-agreement";
import { sendToSign } from "@/server/agreements/send-to-sign";
import { tasks } from "@/server/jobs/tasks";
import { askToSign } from "@/server/signing/ask-to-sign";
import { askToSignInput } from "@/server/signing/inputs";
import { type Agreed, agreedDispute, drafted, mediatorSigns, partySigns, payClause } from "@/server/testing/agreements";
import { chanceFor } from "@/server/testing/chance";
import { type TestCounty, testCounty } from "@/server/testing/county";
import { writtenName } from "@/server/testing/drawn/names";
import { request } from "@/server/testing/request";
import { GET as sealedOf } from "./[place]/agreement.pdf/route";
import { GET as calendarOf } from "./[place]/calendar.ics/route";
import { GET as look, POST as send } from "./[place]/route";
import { GET as begin, POST as enter } from "./route";

// Other files of this process get the modules without these words.

const routes = { enter: { GET: begin, POST: enter }, place: { GET: look, POST: send }, calendar: calendarOf };
let county: TestCounty;
let agreed: Agreed;
beforeAll(async () => {
  county = await testCounty();
  agreed = await agreedDispute(county);
  await drafted(county, agreed, [
    payClause(agreed, 540_000, { text: `墙面修补费<script>zt()</script>` }),
    payClause(agreed, 100, {
      kind: "refrain",
      amountFen: null,
      text: "堵门",
      obligeePartyIds: [],
      obligorPartyIds: [agreed.parties[0] ?? ""],
    }),
  ]);
  await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
});
beforeEach(async () => {
  request.locale = "zh-CN";
  await database().execute(sql`delete from rate_limits`);
});

/** The browser of whoever opens the link of this party and tells the last four. */
async function opened(index: number, lastFour: string): Promise<PlainBrowser> {
  const signer = { kind: "party", partyId: agreed.parties[index] };
  const { token } = await askToSign(
    county.as("mediator"),
    askToSignInput.parse({ disputeId: agreed.disputeId, signer }),
  );
  const browser = new PlainBrowser(routes);
  await browser.post({ token: "", code: token ?? "" });
  expect(browser.html).toContain("手机号或身份证号的后四位");
  await browser.submit("open", { phoneEnd: lastFour });
  return browser;
}
const chance = chanceFor("a page to sign");
const sent = () =>
  writtenName(chance, "刘玉芬")
    .map((stroke) => stroke.map(([x, y]) => `${Math.round(x)}.${Math.round(y)}`).join("_"))
    .join("*");
const ticked = { voluntary: "yes", understood: "yes" };

describe("the page of whoever was asked to sign", () => {
  let browser: PlainBrowser;

  it("holds the paper, in plain words and whole, and everything it needs in less than 20 kB of script", async () => {
    browser = await opened(0, "2719");
    expect(browser.html).toContain("刘玉芬，轮到您签");
    expect(browser.html).toMatch(/您得到<\/dt><dd><p>张建国[^<]*付给您 [^<]*5,400/);
    expect(browser.html).toMatch(/您不能做<\/dt><dd><p>堵门/);
    expect(browser.html).toContain("看全文，共 3 条");
    const scripts = [...browser.html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => text);
    expect(scripts.join("").length).toBeGreaterThan(2_000);
    expect(scripts.join("").length).toBeLessThan(20_000);
    expect(() => new Function(scripts.join(";"))).not.toThrow();
    request.locale = "en";
    await browser.get(browser.path);
    expect(browser.html).toContain("刘玉芬, it is your turn to sign");
  });

  it("asks for both sentences, refuses a dot in the words of its kind, and takes a name once", async () => {
    const fields = fieldsOf(browser.html, "sign");
    await browser.post({ ...fields, strokes: sent(), voluntary: "yes" });
    expect(browser.status).toBe(400);
    expect(browser.html).toContain("两句话都要您自己勾上");
    await browser.post({ ...fields, ...ticked, strokes: "50.50" });
    expect(browser.status).toBe(400);
    expect(browser.html).toMatch(/id="pad-wrong"[^>]*>一个点不算签名/);
    for (const nonsense of ["x", "1", "1.2_", "9999999.1_2.2", "-", "*_*"]) {
      await browser.post({ ...fields, ...ticked, strokes: nonsense });
      expect(browser.status, nonsense).toBe(400);
    }
    const whole = { ...fields, ...ticked, strokes: sent() };
    const [one, other] = await Promise.all([browser.post(whole), browser.post(whole)]);
    expect([one.status, other.status]).toEqual([303, 303]);
    expect(browser.html).toContain("您签好了");
    expect(browser.html).toContain("sessionStorage.removeItem");
    await browser.post({ ...whole, key: crypto.randomUUID() });
    expect(browser.status).toBe(409);
    const rows = await database().execute(sql`select 1 from signatures where dispute_id = ${agreed.disputeId}::uuid`);
    expect(rows).toHaveLength(1);
  });

  it("tells all of a refusal with its reason, and asks for one", async () => {
    const second = await opened(1, "3344");
    await second.submit("refuse");
    expect(second.status).toBe(400);
    expect(second.html).toContain("写一句原因");
    expect((await second.submit("refuse", { reason: `金额不对<img src=x onerror=zt()>` })).status).toBe(303);
    expect(second.html).toContain("您说了不签");
    await browser.get(browser.path);
    expect(browser.html).toContain("张建国不签：金额不对&lt;img");
  });

  it("shows no copy before the seal, and the whole paper with all signatures after it by the same link", async () => {
    await partySigns(county, agreed, agreed.parties[1] ?? "");
    await mediatorSigns(county, agreed);
    await browser.get(browser.path);
    expect(browser.html).toContain("人都签了，只等调委会盖章");
    // What is for the screen alone is not printed.
    expect(browser.html.replace(/<section class="sheet" data-screen[\s\S]*?<\/section>/g, "")).not.toContain(
      "墙面修补费",
    );
    expect((await browser.file("agreement.pdf", sealedOf)).status).toBe(404);
    await sealAgreement(county.as("committee"), { disputeId: agreed.disputeId });
    await browser.get(browser.path);
    // The file is made by the worker.
    expect(browser.html).not.toContain("agreement.pdf");
    const files = await mkdtemp(path.join(tmpdir(), "zhongtiao-copy-"));
    vi.stubEnv("ZHONGTIAO_FILES", path.join(files, "files"));
    vi.stubEnv("ZHONGTIAO_CERTIFICATES", path.join(files, "certificates"));
    const [paper] = await database().execute<{ id: string }>(
      sql`select id from agreements where dispute_id = ${agreed.disputeId}::uuid`,
    );
    const agreementId = paper?.id;
    await tasks.keepSealed?.({ countyId: county.countyId, agreementId }, { job: { run_at: new Date() } } as JobHelpers);
    await browser.get(browser.path);
    expect(browser.html).toContain(`${browser.path}/agreement.pdf`);
    const copy = await browser.file("agreement.pdf", sealedOf);
    expect(copy.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await copy.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    vi.unstubAllEnvs();
    await rm(files, { recursive: true });
    expect(browser.html).toContain("协议生效了");
    expect(browser.html).toMatch(/<section class="sheet"><div class="text">[\s\S]*墙面修补费&lt;script/);
    expect(browser.html).toMatch(/SHA-256）：[0-9a-f]{64}/);
    const { 0: last } = [...browser.html.matchAll(/盖章/g)];
    expect(last).toBeTruthy();
  });
});
