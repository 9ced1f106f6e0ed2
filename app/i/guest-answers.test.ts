import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guestScene } from "@/bin/operation/testing/pages/guest-scene";
import { fieldsOf } from "@/bin/operation/testing/pages/plain-browser";
import { database } from "@/db/client";
import { makeLink } from "@/server/links/make-link";
import { invitationRow, invitedTo } from "@/server/testing/asked";
import { request } from "@/server/testing/request";
import { bookable, booked, inDays } from "@/server/testing/sessions";
import { GET as calendarOf } from "./[place]/calendar.ics/route";
import { GET as look, POST as send } from "./[place]/route";
import { GET as begin, POST as enter } from "./route";

// Other files of this process get the modules without these words.

const script = `"><img src=x onerror=zt()></textarea><script>zt()</script>`;
const routes = { enter: { GET: begin, POST: enter }, place: { GET: look, POST: send }, calendar: calendarOf };
let scene: Awaited<ReturnType<typeof guestScene>>;
beforeAll(async () => {
  scene = await guestScene(routes);
});
beforeEach(async () => {
  request.locale = "zh-CN";
  await database().execute(sql`delete from rate_limits`);
});

describe("an answer without script", () => {
  it("is accepted once, however often it is sent; a missing tick is asked for beside it", async () => {
    const { browser, invitationId, disputeId } = await scene.inside();
    expect(browser.html).not.toContain("autofocus");
    await browser.submit("accept");
    expect(browser.status).toBe(400);
    expect(browser.html).toMatch(
      /没有关系，请先勾上这一句[^<]*<\/p>\s*<label class="pick">\s*<input type="checkbox"[^>]*\sautofocus>/,
    );
    const fields = { ...fieldsOf(browser.html, "accept"), noTie: "yes" };
    const [first, second] = await Promise.all([browser.post(fields), browser.post(fields)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect((await browser.post(fields)).status).toBe(303);
    expect((await invitationRow(invitationId)).status).toBe("accepted");
    const events = await database().execute(
      sql`select 1 from events where dispute_id = ${disputeId}::uuid and action = 'invitation.accept'`,
    );
    expect(events).toHaveLength(1);
    expect(browser.html).toContain("您接受了");
    expect(browser.html).not.toContain('value="accept"');
    // With another key it is another intention, which comes too late.
    await browser.post({ ...fields, key: crypto.randomUUID() });
    expect(browser.status).toBe(409);
    expect(browser.html).toContain("不能再答。");
  });

  it("is declined with a reason; what was typed stays when the reason is missing or the text is too long", async () => {
    const { browser, invitationId } = await scene.inside();
    await browser.submit("decline", { note: `出差\r\n${script}` });
    expect(browser.status).toBe(400);
    expect(browser.html).toContain('class="ask sheet open" id="decline"');
    expect(browser.html).toMatch(
      /选一个原因<\/p>\s*<label class="pick">\s*<input type="radio" name="reason" value="\w+" autofocus>/,
    );
    expect(fieldsOf(browser.html, "decline").note).toBe(`出差\n${script}`);
    await browser.submit("decline", { reason: "away", note: "长".repeat(201) });
    expect(browser.status).toBe(400);
    expect(browser.html).toMatch(/有几项还要改一下。<\/p>\s*<textarea[^>]*\sautofocus>/);
    expect(fieldsOf(browser.html, "decline")).toMatchObject({ reason: "away", note: "长".repeat(201) });
    // 200 characters and as many line ends as fit, which the browser sends as two.
    const note = `${"长".repeat(98)}\r\n`.repeat(2).trim();
    expect((await browser.submit("decline", { reason: "away", note })).status).toBe(303);
    expect(await invitationRow(invitationId)).toMatchObject({
      status: "declined",
      decline_note: note.replaceAll("\r\n", "\n"),
    });
    expect(browser.html).toContain("您谢绝了");
  });

  it("proposes times, tells of a tie and names a colleague; each is refused while nothing is chosen", async () => {
    const { browser, invitationId } = await scene.inside();
    await browser.submit("propose");
    expect([browser.status, browser.html.includes("至少写一个时间")]).toEqual([400, true]);
    await browser.submit("propose", { time0: "2001-01-01T09:30" });
    expect(browser.status).toBe(409);
    expect(fieldsOf(browser.html, "propose").time0).toBe("2001-01-01T09:30");
    const local = new Date(Date.parse(inDays(5)) + 8 * 3_600_000).toISOString().slice(0, 16);
    const proposed = await browser.submit("propose", { time0: "", time3: `${local}:00` });
    expect(proposed.headers.get("location")).toMatch(/\?done=proposed$/);
    expect(browser.html).toContain("您提过：");
    const row = await invitationRow(invitationId);
    expect(row.proposals).toMatchObject([
      { startsAt: inDays(5), endsAt: new Date(Date.parse(inDays(5)) + 90 * 60_000).toISOString() },
    ]);

    for (const offer of ["+275760-09-13T00:00:00.000Z", "0001-01-01T00:00:00Z", "soon"]) {
      await browser.submit("accept", { offer });
      expect([browser.status, browser.html.includes("有几项还要改一下")]).toEqual([400, true]);
    }
    await browser.submit("disclose");
    expect([browser.status, browser.html.includes("选一下和谁、是什么关系")]).toEqual([400, true]);
    await browser.submit("delegate", { deputy: "nobody" });
    expect([browser.status, browser.html.includes("选一位同事")]).toEqual([400, true]);
    const told = await browser.submit("disclose", { tie1: "kin", note: "表姐" });
    expect(told.headers.get("location")).toMatch(/\?done=disclosed$/);
    expect(browser.html).toContain("正在问各方");
    expect(browser.html).not.toContain('id="accept-noTie"');
    const named = await browser.submit("delegate", { deputy: scene.county.people.judge2 ?? "" });
    expect(named.headers.get("location")).toMatch(/\?done=deputy(Not)?Asked$/);
    expect((await invitationRow(invitationId)).status).toBe("declined");
    expect(browser.html).toContain("您请了同事代");
    await database().execute(sql`delete from ties where person_id = ${scene.county.people.judge}::uuid`);
  });

  it("is kept when the visit is over, and sent after the digits", async () => {
    const { browser, invitationId, token } = await scene.inside();
    const fields: Record<string, string> = {
      ...fieldsOf(browser.html, "decline"),
      reason: "busy",
      note: `写了很多${script}`,
    };
    // Opened elsewhere, which ends this visit.
    const elsewhere = scene.browserOf();
    await elsewhere.post({ token: "", code: token });
    await elsewhere.submit("open", { phoneEnd: scene.phoneEnd });
    await browser.post(fields);
    expect(browser.status).toBe(409);
    expect(browser.html).toContain("写的还在");
    await browser.submit("open", { phoneEnd: scene.wrongEnd });
    await browser.submit("open", { phoneEnd: scene.phoneEnd });
    expect(browser.html).toContain('class="ask sheet open" id="decline"');
    expect(fieldsOf(browser.html, "decline")).toMatchObject({
      reason: "busy",
      note: `写了很多${script}`,
      key: fields.key,
    });
    expect((await browser.submit("decline")).status).toBe(303);
    expect((await invitationRow(invitationId)).decline_note).toBe(`写了很多${script}`);
  });

  it("chooses the language by a form, on both pages", async () => {
    const { browser } = await scene.inside();
    const answer = await browser.post({ act: "language", locale: "en" });
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie()).toEqual(["locale=en; path=/; max-age=31536000; samesite=lax"]);
    request.locale = "en";
    await browser.get(browser.path);
    expect(browser.html).toContain('<html lang="en">');
    expect(browser.html).toContain("asks for your help");
    const outside = scene.browserOf();
    expect((await outside.post({ act: "language", locale: "xx" })).headers.getSetCookie()).toEqual([]);
  });
});

describe("until the session", () => {
  let days = 5;
  it("shows where and when, gives the calendar file and takes back one session or all of them", async () => {
    const { county } = scene;
    const dispute = await bookable(county);
    days += 1;
    const { sessionId } = await booked(county, dispute, { startsAt: inDays(days, "09:00") });
    const { invitationId } = await invitedTo(county, dispute, sessionId, "judge");
    const { token } = await makeLink(county.as("mediator"), { disputeId: dispute.disputeId, invitationId });
    const browser = scene.browserOf();
    await browser.post({ token: "", code: token ?? "" });
    await browser.submit("open", { phoneEnd: scene.phoneEnd });
    expect((await browser.calendar()).status).toBe(404);
    const before = fieldsOf(browser.html, "accept");
    expect((await browser.post({ ...before, noTie: "yes", startsAt: inDays(20) })).status).toBe(409);
    expect(browser.html).toContain("会的时间改过了");
    await browser.submit("accept", { noTie: "yes" });
    expect(browser.html).toContain("用原来的链接还能打开这一页");

    const again = scene.browserOf();
    await again.post({ token: "", code: token ?? "" });
    await again.submit("open", { phoneEnd: scene.phoneEnd });
    expect(again.html).toContain("驻所调解室一");
    expect(again.html).toMatch(/href="tel:\d+"/);
    expect(again.html).toContain('href="geo:0,0?q=');
    const file = await again.calendar();
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(await file.text()).toContain(`UID:${sessionId}@zhongtiao`);

    const leaving = `leave-${sessionId}`;
    await again.submit(leaving);
    expect([again.status, again.html.includes("选一个原因")]).toEqual([400, true]);
    const left = await again.submit(leaving, { reason: "busy" });
    expect(left.headers.get("location")).toMatch(/\?done=left$/);
    expect(again.html).toContain("时间还没定");
    expect((await again.submit("decline", { reason: "busy" })).status).toBe(303);
    expect((await invitationRow(invitationId)).status).toBe("declined");
    // The first browser's visit ended when the second opened the link, which opens nothing any more.
    expect((await browser.calendar()).status).toBe(303);
    await browser.get(browser.path);
    expect(browser.status).toBe(404);
  });

  it("marks what is for the screen alone, so that the slip alone is printed", async () => {
    const { browser } = await scene.inside();
    const onPaper = browser.html
      .replace(/<(section|form|div|a|button)\b[^>]*data-screen[^>]*>[\s\S]*?<\/\1>/g, "")
      .replace(/<section class="ask[\s\S]*?<\/section>/g, "")
      .replace(/<div class="foot">[\s\S]*<\/main>/, "</main>");
    expect(onPaper).toContain("这份邀请是给周文博的。");
    expect(onPaper).toContain("有事打电话：沈静");
    expect(onPaper).not.toMatch(/刘玉芬|<button|<input|<textarea/);
  });
});
