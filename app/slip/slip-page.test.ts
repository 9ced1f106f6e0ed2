import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { slipStageOf } from "@/app/_slips/slip-stage";
import { database } from "@/db/client";
import { type ProceedingStatus, proceedingStatuses } from "@/db/vocabulary";
import { toldStages } from "@/server/access/told-stage";
import { registerDispute } from "@/server/disputes/register-dispute";
import { makeSlip } from "@/server/slips/make-slip";
import { slipOfDispute } from "@/server/slips/reads/slip";
import { type TestCounty, testCounty } from "@/server/testing/county";
import { intake } from "@/server/testing/disputes";
import { request } from "@/server/testing/request";
import { GET, POST } from "./route";

// Other files of this process get the modules without these words.

let county: TestCounty;
let number: string;
let code: string;
beforeAll(async () => {
  county = await testCounty();
  const made = await registerDispute(county.as("mediator"), intake());
  number = made.number;
  await makeSlip(county.as("mediator"), made);
  code = (await slipOfDispute(county.as("mediator"), made)).made?.code ?? "";
});

const own = { origin: "https://tiao.example", "sec-fetch-site": "same-origin", host: "tiao.example" };
const post = async (fields: Record<string, string>, headers: Record<string, string> = own, path = "/slip") => {
  const body = new URLSearchParams(fields);
  const sent = { "content-type": "application/x-www-form-urlencoded", ...headers };
  const answer = await POST(new Request(`https://tiao.example${path}`, { method: "POST", body, headers: sent }));
  return { status: answer.status, location: answer.headers.get("location"), text: await answer.text() };
};

it("asks for the code, and takes one that stands behind # out of the address by itself", async () => {
  const page = await (await GET(new Request("https://tiao.example/slip"))).text();
  expect(page).toContain("回执上的十二位码");
  expect(page).toContain("location.hash");
});

it("says the stage and whom to call, and nothing of the matter or its people", async () => {
  const { status, text } = await post({ code });
  expect(status).toBe(200);
  for (const said of [number, "已登记，正在看由谁来办", "人民调解不收任何费用", "打电话"]) expect(text).toContain(said);
  const { parties, facts, place } = intake();
  for (const kept of [...parties.map(({ name }) => name), facts, place]) expect(text).not.toContain(kept);
  expect(Buffer.byteLength(text)).toBeLessThan(20 * 1024);
});

it("refuses what it does not know in the same words, an empty field, and a form of another site", async () => {
  const unknown = await post({ code: "AAAA-BBBB-CCCC" });
  expect(unknown.status).toBe(404);
  expect(unknown.text).toContain("没有查到");
  expect((await post({ code: "" })).status).toBe(400);
  const foreign = { ...own, origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  expect((await post({ code }, foreign)).status).toBe(403);
  expect((await post({ act: "language", locale: "en" })).status).toBe(303);
});

it("tells of every status the words of the printed slip, in the database itself, and never how a matter ended", async () => {
  const told = await database().execute<{
    status: ProceedingStatus | null;
    stage: string;
    kept: string;
    refused: string;
  }>(sql`
    select status::text as status, app.told_stage(status, false, false) as stage, app.told_stage(status, true, true) as kept,
      app.told_stage(null, true, false) as refused
    from unnest(enum_range(null::proceeding_status) || null::proceeding_status) as s (status)`);
  expect(told).toHaveLength(proceedingStatuses.length + 1);
  for (const { status, stage, kept, refused } of told) {
    expect([stage, kept, refused], status ?? "none").toEqual([
      slipStageOf({ status, wasRefused: false }),
      "kept",
      "refused",
    ]);
    expect(toldStages).toContain(stage);
  }
});

it("is read in the other language without the code being typed again, which stands in no address", async () => {
  const english = { act: "language", locale: "en", code };
  const { status, location } = await post(english);
  expect([status, location]).toEqual([307, "/slip?again=en"]);
  // The browser sends the same form there.
  request.locale = "en";
  const again = await post(english, own, location ?? "");
  request.locale = "zh-CN";
  expect([again.status, again.text.includes(number)]).toEqual([200, true]);
  expect(again.text).toContain("柳湾派出所 Liuwan Police Station");
  expect(again.text).toMatch(
    new RegExp(`name="act" value="language"><input type="hidden" name="code" value="${code}">`),
  );
  expect((await post({ ...english, locale: "zh-CN" }, own, location ?? "")).location).toBe("/slip?again=zh-CN");
});
