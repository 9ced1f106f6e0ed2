import { createHash, randomBytes } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { openVisit, peekLink, visitBy } from "../access/link-entry";
import { appRouter } from "../api/root";
import { boardOf } from "../invitations/reads/board";
import { invitationRow } from "../testing/asked";
import { consented, invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { inDays } from "../testing/sessions";
import { callerFactory } from "../trpc/init";
import { makeLink } from "./make-link";
import { openLink } from "./open-link";
import { revokeLink } from "./revoke-link";

let county: TestCounty;
let phoneEnd = "";
beforeAll(async () => {
  county = await testCounty();
  const [row] = await database().execute<{ phone: string }>(
    sql`select phone from people where id = ${county.people.judge}::uuid`,
  );
  phoneEnd = row?.phone.slice(-4) ?? "";
});
// Each test has its own address, so that the guesses of one do not count against the next.
beforeEach(() => database().execute(sql`delete from rate_limits`));

async function linked(username = "judge") {
  const dispute = await acceptedDispute(county);
  await consented(county, dispute);
  const { invitationId } = await invited(county, dispute, username);
  const made = await makeLink(county.as("mediator"), { disputeId: dispute.disputeId, invitationId });
  return { ...dispute, invitationId, token: made.token ?? "", code: made.code ?? "", linkId: made.linkId };
}
const address = "203.0.113.9";
const open = (token: string, digits = phoneEnd, now = new Date()) =>
  openLink({ token, phoneEnd: digits }, address, now);
const rowOf = async (linkId: string) => {
  const [row] = await database().execute<Record<string, unknown>>(
    sql`select * from invitation_links where id = ${linkId}::uuid`,
  );
  return row ?? {};
};
const guest = callerFactory(appRouter)(() => ({ signedIn: null, now: new Date(), requestId: "TEST", address }));
const answer = (visit: string) => ({ visit, key: v7() });

describe("making a link", () => {
  it("gives token and code once; the system keeps hashes, in no row, event, answer or job", async () => {
    const context = county.as("mediator");
    const { disputeId, invitationId } = await linked();
    const made = await makeLink(context, { disputeId, invitationId });
    expect(Buffer.from(made.token ?? "", "base64url")).toHaveLength(32);
    expect(made.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const row = await rowOf(made.linkId);
    expect(row.token_hash).toBe(
      createHash("sha256")
        .update(made.token ?? "")
        .digest("hex"),
    );
    const kept = await database().execute<{ text: string }>(sql`
      select row_to_json(l)::text as text from invitation_links l union all select row_to_json(e)::text from events e
      union all select row_to_json(k)::text from idempotency_keys k union all select payload::text from graphile_worker._private_jobs`);
    for (const secret of [made.token, made.code, made.code?.replaceAll("-", "")])
      expect(kept.some(({ text }) => text.includes(secret ?? "?"))).toBe(false);
    expect(await makeLink(context, { disputeId, invitationId })).toEqual({ ...made, token: null, code: null });
  });

  it("is valid as long as the rule says and no longer than they may answer", async () => {
    const { linkId, invitationId } = await linked();
    const [link, invitation] = [await rowOf(linkId), await invitationRow(invitationId)];
    expect(new Date(String(link.expires_at))).toEqual(new Date(String(invitation.answer_by)));
  });

  it("opened a second time ends the visit before", async () => {
    const { token } = await linked();
    const [first, second] = [(await open(token)).visit, (await open(token)).visit];
    expect(await refusedWith(guest.links.read({ visit: first }))).toBe("linkDead");
    expect((await guest.links.read({ visit: second })).invitation).not.toBeNull();
  });

  it("again revokes the earlier link, and the visit it opened", async () => {
    const first = await linked();
    const { visit } = await open(first.token);
    const second = await makeLink(county.as("mediator"), first);
    expect(await refusedWith(open(first.token))).toBe("linkDead");
    expect(await refusedWith(guest.links.read({ visit }))).toBe("linkDead");
    await expect(open(second.token ?? "")).resolves.toBeTruthy();
  });

  it("is allowed to the lead team alone, for an open invitation to a person with a phone", async () => {
    const { disputeId, invitationId } = await linked("lawyer");
    const make = (username: string) => makeLink(county.as(username), { disputeId, invitationId });
    expect(await refusedWith(make("mediator3"))).toBe("notFound");
    expect(await refusedWith(make("head"))).toBe("forbidden");
    const [lawyer, hash] = [sql`where id = ${county.people.lawyer}::uuid`, "A".repeat(22)];
    await database().execute(sql`update people set phone = '', phone_hash = '' ${lawyer}`);
    expect(await refusedWith(make("mediator"))).toBe("phoneNeeded");
    await database().execute(sql`update people set phone = '13800000001', phone_hash = ${hash} ${lawyer}`);
    await database().execute(sql`update invitations set status = 'withdrawn' where id = ${invitationId}::uuid`);
    expect(await refusedWith(make("mediator"))).toBe("invitationClosed");
  });
});

describe("the link entry", () => {
  it("shows which station invites and nothing else, and a hundred reads change nothing", async () => {
    const { token, code, linkId } = await linked();
    const before = await rowOf(linkId);
    const shown = { station: "柳湾派出所", stationEn: "Liuwan Police Station", asks: "phoneEnd" };
    for (let look = 0; look < 100; look += 1) expect(await peekLink(token, address, new Date())).toEqual(shown);
    expect(await peekLink(code.toLowerCase().replaceAll("-", " "), address, new Date())).toEqual(shown);
    expect(await rowOf(linkId)).toEqual(before);
  });

  it("is locked after five wrong tries, also for the right digits", async () => {
    const { token, linkId } = await linked();
    const wrong = phoneEnd === "0000" ? "1111" : "0000";
    for (const left of [4, 3, 2, 1])
      await expect(open(token, wrong)).rejects.toMatchObject({ code: "linkDigitsWrong", params: { left } });
    expect(await refusedWith(open(token, wrong))).toBe("linkDead");
    expect(await refusedWith(open(token))).toBe("linkDead");
    expect((await rowOf(linkId)).tries_left).toBe(0);
  });

  it("gives absent, guessed, revoked, expired, used and withdrawn links the identical refusal", async () => {
    const revoked = await linked();
    await revokeLink(county.as("mediator"), revoked);
    expect(await refusedWith(revokeLink(county.as("mediator"), revoked))).toBe("noLink");
    const expired = await linked();
    await database().execute(
      sql`update invitation_links set expires_at = now() - interval '1 minute' where id = ${expired.linkId}::uuid`,
    );
    const used = await linked();
    await guest.links.decline({ ...answer((await open(used.token)).visit), input: { reason: "busy" } });
    const withdrawn = await linked();
    await database().execute(
      sql`update invitations set status = 'withdrawn' where id = ${withdrawn.invitationId}::uuid`,
    );
    const late = await linked();
    await database().execute(
      sql`update invitations set sent_at = now() - interval '2 days', answer_by = now() - interval '1 minute' where id = ${late.invitationId}::uuid`,
    );
    const tokens = [revoked, expired, used, withdrawn, late].map((one) => one.token);
    const answers = new Set<string>();
    for (const token of [...tokens, "", "x", randomBytes(32).toString("base64url"), revoked.linkId]) {
      for (const call of [() => guest.links.peek({ token }), () => guest.links.open({ token, phoneEnd })]) {
        const error = await call().then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error).toBeInstanceOf(TRPCError);
        answers.add(JSON.stringify([(error as { code: string }).code, (error as { cause: unknown }).cause]));
      }
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain("linkDead");
  });

  it("finds nothing in ten thousand guesses, limits them, and does not limit other addresses", async () => {
    const { token } = await linked();
    const hits: unknown[] = [];
    const refusals = new Map<string, number>();
    for (let guess = 0; guess < 40; guess += 1) {
      const code = await refusedWith(peekLink(randomBytes(32).toString("base64url"), "198.51.100.1", new Date()));
      refusals.set(code, (refusals.get(code) ?? 0) + 1);
    }
    expect(refusals.get("linkDead")).toBe(20);
    expect(refusals.get("tooManyRequests")).toBe(20);
    expect(await refusedWith(peekLink(token, "198.51.100.1", new Date()))).toBe("tooManyRequests");
    await expect(peekLink(token, address, new Date())).resolves.toBeTruthy();
    // Without the rate limit, the length of the code alone has to be enough.
    const live = await database().execute<{ token_hash: string; code_hash: string }>(
      sql`select token_hash, code_hash from invitation_links`,
    );
    const known = new Set(live.flatMap((row) => [row.token_hash, row.code_hash]));
    for (let guess = 0; guess < 10_000; guess += 1) {
      const hash = createHash("sha256").update(randomBytes(32).toString("base64url")).digest("hex");
      if (known.has(hash)) hits.push(hash);
    }
    expect(hits).toHaveLength(0);
  });

  it("limits guesses of all together where no proxy tells addresses apart, and never a valid link", async () => {
    const { token } = await linked();
    const wrong = phoneEnd === "0000" ? "1111" : "0000";
    const refusals = new Set<string>();
    for (let guess = 0; guess < 122; guess += 1)
      refusals.add(await refusedWith(peekLink(randomBytes(32).toString("base64url"), null, new Date())));
    expect([...refusals]).toEqual(["linkDead", "tooManyRequests"]);
    await expect(peekLink(token, null, new Date())).resolves.toBeTruthy();
    const fourLeft = { code: "linkDigitsWrong", params: { left: 4 } };
    await expect(openVisit(token, wrong, null, new Date())).rejects.toMatchObject(fourLeft);
    await expect(openVisit(token, phoneEnd, null, new Date())).resolves.toBeTruthy();
  });

  it("accepts full-width digits from a phone's keyboard", async () => {
    const wide = [...phoneEnd].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    await expect(open((await linked()).token, wide)).resolves.toBeTruthy();
  });

  it("two who open at once leave one visit; the other learns it at once, or with the next press", async () => {
    const { token } = await linked();
    const opened = await Promise.allSettled([open(token), open(token)]);
    const visits = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value.visit] : []));
    const left = await Promise.allSettled(visits.map((visit) => visitBy(visit, new Date())));
    expect(left.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("a visit", () => {
  it("shows the frozen card of that invitation and marks it as seen; the dispute itself stays hidden", async () => {
    const { token, invitationId } = await linked();
    const { visit } = await open(token);
    const { invitation, name } = await guest.links.read({ visit });
    expect(name).toBe("周文博");
    expect(invitation).toMatchObject({ id: invitationId, status: "seen", partyNames: ["1:刘玉芬", "2:张建国"] });
    expect(JSON.stringify(invitation)).not.toMatch(/13800002719|江畔花园/);
    await expect(guest.invitations.one({ invitationId })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("ends after half an hour, when the link is revoked, and when the invitee leaves office", async () => {
    const { token, ...of } = await linked();
    const { visit } = await open(token);
    expect(await refusedWith(visitBy(visit, new Date(Date.now() + 31 * 60_000)))).toBe("linkDead");
    await database().execute(sql`update people set disabled_at = now() where id = ${county.people.judge}::uuid`);
    expect(await refusedWith(visitBy(visit, new Date()))).toBe("linkDead");
    await database().execute(sql`update people set disabled_at = null where id = ${county.people.judge}::uuid`);
    await expect(visitBy(visit, new Date())).resolves.toBeTruthy();
    await revokeLink(county.as("mediator"), of);
    expect(await refusedWith(visitBy(visit, new Date()))).toBe("linkDead");
  });

  it("accepts that one invitation, says so in the event, and can be read but not accepted again", async () => {
    const { token, disputeId, invitationId, linkId } = await linked();
    const other = await linked();
    const { visit } = await open(token);
    const send = answer(visit);
    await guest.links.accept({ ...send, input: { declaresNoTie: true } });
    expect((await invitationRow(invitationId)).status).toBe("accepted");
    expect((await invitationRow(other.invitationId)).status).toBe("sent");
    expect((await rowOf(linkId)).used_at).not.toBeNull();
    // The response was lost and the answer is sent again.
    await expect(guest.links.accept({ ...send, input: { declaresNoTie: true } })).resolves.toEqual({ invitationId });
    await expect(guest.links.accept({ ...answer(visit), input: { declaresNoTie: true } })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await guest.links.read({ visit })).invitation?.status).toBe("accepted");
    const events = await database().execute<{ payload: string; actor_id: string }>(
      sql`select payload, actor_id from events where dispute_id = ${disputeId}::uuid and action = 'invitation.accept'`,
    );
    expect(JSON.parse(events[0]?.payload ?? "{}")).toMatchObject({ byLink: true });
    expect(events[0]?.actor_id).toBe(county.people.judge);
  });

  it("cannot answer another invitation", async () => {
    const mine = await linked();
    const theirs = await linked("lawyer2");
    const { visit } = await open(mine.token);
    const smuggled = { declaresNoTie: true, invitationId: theirs.invitationId } as never;
    await expect(guest.links.accept({ ...answer(visit), input: smuggled })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    expect((await invitationRow(theirs.invitationId)).status).toBe("sent");
  });

  it("stays open after proposing times or disclosing a tie; the answer can still be given", async () => {
    const { token, linkId } = await linked("lawyer2");
    const [row] = await database().execute<{ phone: string }>(
      sql`select phone from people where id = ${county.people.lawyer2}::uuid`,
    );
    const { visit } = await open(token, row?.phone.slice(-4));
    const times = [{ startsAt: inDays(4), endsAt: inDays(4, "16:00") }];
    await guest.links.propose({ ...answer(visit), input: { times } });
    expect((await guest.links.read({ visit })).invitation?.proposals).toHaveLength(1);
    await guest.links.disclose({ ...answer(visit), input: { ties: [{ name: 0, kind: "kin" }] } });
    expect((await rowOf(linkId)).used_at).toBeNull();
    await expect(guest.links.accept({ ...answer(visit), input: { declaresNoTie: true } })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await database().execute(sql`delete from ties where person_id = ${county.people.lawyer2}::uuid`);
    await guest.links.accept({ ...answer(visit), input: { declaresNoTie: false } });
    expect((await rowOf(linkId)).used_at).not.toBeNull();
  });

  it("is shown to the lead team by its state alone, and not to the station", async () => {
    const dispute = await linked();
    await open(dispute.token);
    const of = async (username: string) =>
      (await boardOf(county.as(username), dispute)).invitations.find((one) => one.id === dispute.invitationId);
    expect((await of("mediator"))?.link).toMatchObject({ isOpened: true, usedAt: null, revokedAt: null, triesLeft: 5 });
    expect((await of("head"))?.link).toBeNull();
  });
});
