import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { guestScene } from "@/bin/operation/testing/pages/guest-scene";
import { fieldsOf, own } from "@/bin/operation/testing/pages/plain-browser";
import { database } from "@/db/client";
import { revokeLink } from "@/server/links/revoke-link";
import { invitationRow } from "@/server/testing/asked";
import { GET as calendarOf } from "./[place]/calendar.ics/route";
import { GET as look, POST as send } from "./[place]/route";
import { GET as begin, POST as enter } from "./route";

// Other files of this process get the modules without these words.

const routes = { enter: { GET: begin, POST: enter }, place: { GET: look, POST: send }, calendar: calendarOf };
let scene: Awaited<ReturnType<typeof guestScene>>;
beforeAll(async () => {
  scene = await guestScene(routes);
});
beforeEach(() => database().execute(sql`delete from rate_limits`));

describe("the entry without script", () => {
  it("takes the code, or the whole link, and shows nobody's name before the digits are right", async () => {
    const { code, token } = await scene.linked();
    for (const typed of [code.toLowerCase(), `https://tiao.example/i#${token}`]) {
      const browser = scene.browserOf();
      await browser.get("/i");
      expect(browser.html).toContain("通知上的码");
      const answer = await browser.submit("enter", { code: typed });
      expect(answer.headers.get("location")).toMatch(/^\/i\/[\w-]{12}$/);
      expect(browser.html).toContain("柳湾派出所请您看一份邀请");
      expect(browser.html).not.toMatch(/周文博|刘玉芬/);
      expect(browser.html).not.toContain(token);
      await browser.submit("open", { phoneEnd: scene.wrongEnd });
      expect(browser.status).toBe(409);
      expect(browser.html).toContain("后四位对不上，还能试 4 次。");
      expect(browser.html).toContain(`value="${scene.wrongEnd}"`);
      await browser.submit("open", { phoneEnd: "" });
      expect([browser.status, browser.html.includes("填四位数字")]).toEqual([400, true]);
      const opened = await browser.submit("open", { phoneEnd: scene.phoneEnd });
      expect(opened.status).toBe(303);
      expect(browser.html).toContain("这份邀请是给周文博的。");
      expect(browser.html).not.toContain(token);
    }
    for (const code of [`${"x".repeat(199)}😀`, "\0", "..;%00"]) {
      const odd = scene.browserOf();
      await odd.post({ token: "", code });
      expect(odd.status).toBe(404);
    }
    const empty = scene.browserOf();
    await empty.get("/i");
    await empty.submit("enter", { code: " " });
    expect([empty.status, empty.html.includes("把码写上")]).toEqual([400, true]);
  });

  it("holds token and visit in a cookie for the pages of this link alone, which no script reads", async () => {
    const { token } = await scene.linked();
    const browser = scene.browserOf();
    const answer = await browser.post({ token: "", code: token });
    const path = answer.headers.get("location") ?? "";
    expect(answer.headers.getSetCookie()).toEqual([
      `zhongtiao.link=${token}.; Path=${path}; HttpOnly; SameSite=Strict`,
    ]);
    const opened = await browser.submit("open", { phoneEnd: scene.phoneEnd });
    expect(opened.headers.getSetCookie()[0]).toMatch(
      /^zhongtiao\.link=[\w-]{43}\.[\w-]{43}; Path=\/i\/[\w-]{12}; HttpOnly; SameSite=Strict$/,
    );
    vi.stubEnv("NEXTAUTH_URL", "https://tiao.example.cn");
    const secure = await scene.browserOf().post({ token: "", code: token });
    expect(secure.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Secure-zhongtiao\.link=.*; HttpOnly; SameSite=Strict; Secure$/),
    ]);
    vi.unstubAllEnvs();
  });

  it("answers a token that a script has posted at once, and opens the visit from there", async () => {
    const { token } = await scene.linked();
    const browser = scene.browserOf();
    const answer = await browser.post({ token, code: "" });
    expect(answer.status).toBe(200);
    expect(browser.html).toContain("柳湾派出所请您看一份邀请");
    expect(browser.html).not.toContain(token);
    expect(browser.html).toContain("history.replaceState");
    browser.path = /action="(\/i\/[\w-]{12})"/.exec(browser.html)?.[1] ?? "";
    await browser.get(browser.path);
    expect(browser.html).not.toContain("<script");
    await browser.submit("open", { phoneEnd: scene.phoneEnd });
    expect(browser.html).toContain("这份邀请是给周文博的。");
    const dead = await scene.browserOf().post({ token: "A".repeat(43), code: "" });
    expect([dead.status, dead.headers.getSetCookie()]).toEqual([404, []]);
  });

  it("answers every link that opens nothing with the same page, and says what to do", async () => {
    const revoked = await scene.linked();
    await revokeLink(scene.county.as("mediator"), revoked);
    const late = await scene.linked();
    await database().execute(
      sql`update invitations set sent_at = now() - interval '2 days', answer_by = now() - interval '1 minute' where id = ${late.invitationId}::uuid`,
    );
    const pages = new Set<string>();
    for (const token of [revoked.token, late.token, "A".repeat(43), "ABCD-EFGH-JKMN"]) {
      const browser = scene.browserOf();
      await browser.post({ token: "", code: token });
      expect(browser.status).toBe(404);
      pages.add(browser.html);
    }
    expect(pages.size).toBe(1);
    expect([...pages][0]).toContain("请联系发给您的人再要一条。");
  });

  it("sends another browser, which holds nothing, back to the link with the status of what is not there", async () => {
    const { browser } = await scene.inside();
    const other = scene.browserOf();
    await other.get(browser.path);
    expect(other.status).toBe(404);
    expect(other.html).toContain("这一页关上了");
    other.path = browser.path;
    await other.post(fieldsOf(browser.html, "accept"));
    expect(other.status).toBe(404);
    await other.get("/i/..%2f..%2fn");
    expect(other.status).toBe(404);
  });

  it("says how long to wait after too many guesses, and then still opens", async () => {
    const { token } = await scene.linked();
    const guesser = scene.browserOf();
    await guesser.post({ token: "", code: "x" });
    await database().execute(sql`update rate_limits set points = 1000`);
    await guesser.get(guesser.path);
    expect(guesser.status).toBe(429);
    expect(guesser.html).toContain("分钟再试");
    const browser = scene.browserOf();
    await browser.post({ token: "", code: token });
    expect(browser.status).toBe(200);
  });
});

describe("forms of foreign pages", () => {
  it("are refused by origin, by the proof in the form and by type, and change nothing", async () => {
    const { browser, invitationId, token } = await scene.inside();
    const fields = { ...fieldsOf(browser.html, "accept"), noTie: "yes" };
    const headers: Record<string, string>[] = [
      { ...own, origin: "https://evil.example" },
      { ...own, "sec-fetch-site": "cross-site" },
      { ...own, origin: "null", "sec-fetch-site": "cross-site" },
      { host: own.host, origin: "null" },
      { host: own.host },
    ];
    for (const sent of headers) {
      await browser.post(fields, sent);
      expect(browser.status).toBe(403);
    }
    await browser.post({ ...fields, mark: "guessed" });
    expect(browser.status).toBe(403);
    await browser.post({ ...fields, act: "seal" });
    expect(browser.status).toBe(403);
    expect((await invitationRow(invitationId)).status).toBe("seen");
    const outside = scene.browserOf();
    expect((await outside.post({ token: "", code: token }, { ...own, origin: "https://evil.example" })).status).toBe(
      403,
    );
    await browser.post({ ...fields, note: "长".repeat(12_000) });
    expect(browser.status).toBe(413);
    // A browser that hides the origin of its own page says that it is the same.
    await browser.post(fields, { host: own.host, origin: "null", "sec-fetch-site": "same-origin" });
    expect((await invitationRow(invitationId)).status).toBe("accepted");
  });
});
