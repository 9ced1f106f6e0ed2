import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { appRouter } from "../../api/root";
import { overdueOf, todayOf } from "../../disputes/reads/today";
import { registerDispute } from "../../disputes/register-dispute";
import { ownInvitation, waitingInvitations } from "../../invitations/reads/own";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { holdSession } from "../../sessions/hold-session";
import { holdSessionInput } from "../../sessions/inputs";
import { dayBoard } from "../../sessions/reads/rooms";
import { overviewInput } from "../../statistics/inputs";
import { readOverview } from "../../statistics/reads/overview";
import { callerFactory, type RequestContext } from "../../trpc/init";
import { consented, invited } from "../convening";
import { type TestCounty, testCounty } from "../county";
import { acceptedDispute, intake } from "../disputes";
import { bookable, booking, inDays, roomOne } from "../sessions";

const day = 86_400_000;
const shifted = (at: Date | string, milliseconds: number) => new Date(new Date(at).getTime() + milliseconds);
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

describe("the database", () => {
  const settingOf = sql`select nullif(current_setting('app.now', true), '')::timestamptz as now`;

  it("has the context's time for the length of the transaction", async () => {
    const now = new Date("2031-05-06T07:08:09.123Z");
    for (const ctx of [county.as("mediator", { now }), county.system(now)]) {
      const [told] = await asActor(ctx, (tx) => tx.execute<{ now: string }>(settingOf));
      expect(new Date(told?.now ?? 0)).toEqual(now);
    }
    const left = await Promise.all(
      Array.from({ length: 20 }, () => database().execute<{ now: string | null }>(settingOf)),
    );
    expect(new Set(left.map(([row]) => row?.now))).toEqual(new Set([null]));
  });
});

describe("one question asked at two times gets two answers", () => {
  it("what is to do today, and how much of it is late, also through the procedures", async () => {
    const { disputeId } = await acceptedDispute(county);
    const [soon, later] = [new Date(), shifted(new Date(), 200 * day)];
    const groupsAt = async (now: Date) => {
      const { groups } = await todayOf(county.as("mediator", { now }), { show: "mine", after: null });
      return Object.entries(groups).flatMap(([group, rows]) =>
        rows.some(({ id }) => id === disputeId) ? [group] : [],
      );
    };
    expect(await groupsAt(later)).toEqual(["overdue"]);
    expect(await groupsAt(soon)).not.toContain("overdue");
    expect(await overdueOf(county.as("mediator", { now: soon }))).toBe(0);
    expect(await overdueOf(county.as("mediator", { now: later }))).toBeGreaterThan(0);

    const signedIn = { actor: county.actor("mediator"), mustChangePassword: false } as RequestContext["signedIn"];
    const askedAt = (now: Date) => callerFactory(appRouter)({ signedIn, now, requestId: "TEST" }).disputes.overdue({});
    expect(await askedAt(soon)).toBe(0);
    expect(await askedAt(later)).toBeGreaterThan(0);
  });

  it("an invitation that waits, and one whose time is over", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const { invitationId } = await invited(county, dispute, "judge");
    const { answerBy } = await ownInvitation(county.as("judge"), { invitationId });
    const at = (now: Date) => {
      const ctx = county.as("judge", { now });
      return Promise.all([ownInvitation(ctx, { invitationId }), waitingInvitations(ctx)]);
    };
    expect(await at(shifted(answerBy, -1_000))).toMatchObject([{ status: "sent", isWaiting: true }, { waiting: 1 }]);
    expect(await at(shifted(answerBy, 1_000))).toMatchObject([{ status: "expired", isWaiting: false }, { waiting: 0 }]);
  });

  it("an hour that is held, and the same hour after the hold has expired", async () => {
    const startsAt = inDays(5, "09:00");
    const input = holdSessionInput.parse(await booking(county, await bookable(county), { startsAt }));
    const { heldUntil } = await holdSession(county.as("mediator"), input);
    const busyAt = async (now: Date) => {
      const lines = await dayBoard(county.as("mediator", { now }), { day: dayOf(new Date(startsAt)), personIds: [] });
      return lines.find(({ id }) => id === county.rooms[roomOne])?.busy.length;
    };
    expect(await busyAt(shifted(heldUntil, -1_000))).toBe(1);
    expect(await busyAt(shifted(heldUntil, 1_000))).toBe(0);
  });

  it("the figures of this month", async () => {
    const figuresAt = async (now: Date) =>
      (await readOverview(county.as("head", { now }), overviewInput.parse({ period: "month" }))).figures.received;
    const now = new Date("2024-05-12T10:00:00+08:00");
    await registerDispute(county.as("mediator", { now }), intake());
    expect((await figuresAt(now)).numerator).toBe(1);
    expect((await figuresAt(shifted(now, 31 * day))).numerator).toBe(0);
  });
});
