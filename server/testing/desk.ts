import { v7 } from "uuid";
import type { Lane } from "@/db/vocabulary";
import { type WriteCardInput, writeCardInput } from "../desk/inputs";
import { readDesk } from "../desk/reads/desk";
import { dayOf, instantOf } from "../kernel/shanghai";
import type { TestCounty } from "./county";
import { bookable, booked } from "./sessions";

export interface TestDesk {
  disputeId: string;
  sessionId: string;
  /** Ten minutes after the start. */
  now: Date;
}

/** A session under way now, with its dispute; the clock of the acts stands ten minutes after its start. */
export async function runningSession(county: TestCounty, over: Parameters<typeof booked>[2] = {}): Promise<TestDesk> {
  return sessionUnderWay(county, await bookable(county), over);
}

let weeks = 0;
/** Another session of a dispute; each takes a day of its own, so that rooms stay free. */
export async function sessionUnderWay(
  county: TestCounty,
  dispute: { disputeId: string },
  over: Parameters<typeof booked>[2] = {},
): Promise<TestDesk> {
  weeks += 1;
  const day = dayOf(new Date(Date.now() - weeks * 86_400_000));
  const startsAt = instantOf(day, "14:30");
  const { sessionId } = await booked(
    county,
    dispute,
    { startsAt: startsAt.toISOString(), ...over },
    new Date(startsAt.getTime() - 5 * 86_400_000),
  );
  return { disputeId: dispute.disputeId, sessionId, now: new Date(startsAt.getTime() + 600_000) };
}

/** A filled-in card. */
export const card = (
  { disputeId, sessionId }: { disputeId: string; sessionId: string },
  over: Partial<Omit<WriteCardInput, "lane">> & { lane?: Lane } = {},
): WriteCardInput =>
  writeCardInput.parse({
    disputeId,
    sessionId,
    cardId: v7(),
    lane: "joint",
    side: over.lane === "side" ? 1 : null,
    kind: "issue",
    text: "拆的是承重墙还是隔墙？",
    ...over,
  });

/** The state of the desk as its lead reads it. */
export const deskState = (
  county: TestCounty,
  { disputeId, sessionId }: { disputeId: string; sessionId: string },
  username = "mediator",
) => readDesk(county.as(username), { disputeId, sessionId });
