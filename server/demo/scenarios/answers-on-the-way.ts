import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { proposeTimes } from "../../invitations/propose-times";
import { fillSeat } from "../../invitations/substitute-invitation";
import { makeLink } from "../../links/make-link";
import { officeMoment, onDay } from "./clock";
import type { DemoCounty } from "./demo-county";
import { agreedToTalk, askedTogether } from "./gathering";
import type { Matter } from "./matters";

const hour = 3_600_000;
const minute = 60_000;

const matter: Matter = {
  type: "neighbour",
  title: "围墙和排水沟纠纷",
  facts: "两家共用的围墙塌了一段，排水沟被堵，下雨时水流进东边院子。两家为谁修、修到哪里争了两次。",
  summary: "两家共用的围墙塌了一段，排水沟堵了。谁来修、修到哪里，两家说法不同。",
  promise: { kind: "act", text: "修好围墙，疏通水沟" },
  forces: ["townCadre", "villageCadre", "courtStaff", "lawyer", "enforcementTeam", "justiceOffice"],
};

const asked = [
  ["town", "townCadre"],
  ["village", "villageCadre"],
  ["judge", "courtStaff"],
  ["lawyer", "lawyer"],
  ["enforcement2", "enforcementTeam"],
  ["justice", "justiceOffice"],
] as const;

/** When it came in: the last of the named scenarios. Nobody asks at night, whenever the demo is begun. */
export const lastNamed = ({ now }: DemoCounty): Date => new Date(officeMoment(now, 5).getTime() - 26 * hour);

/**
 * A matter whose answers are coming in today: one has accepted, one proposes other times, one declined and the system
 * asked the next, one has a link to answer without signing in, one is still thinking about it.
 */
export async function answersOnTheWay(demo: DemoCounty): Promise<void> {
  // A day to answer is still running; before a weekend it ends with the day, which leaves time for what follows.
  const latest = officeMoment(demo.now, 5);
  const at = new Date(Math.min(latest.getTime(), onDay(latest, 0, "14:30").getTime()));
  const scenario = await agreedToTalk(demo, lastNamed(demo), {
    matter,
    title: "东岗村围墙和排水沟纠纷",
    place: "东岗村 5 组 12 号",
    parties: [
      ["阿卜杜热合曼·买买提依明", "13800008811"],
      ["欧阳文秀", "13800008822"],
    ],
  });
  const startsAt = await askedTogether(scenario, at, 3, {
    room: "柳湾派出所调解室 驻所调解室二",
    needs: [
      { forceCode: "lawyer", seats: 1, isRequired: true },
      { forceCode: "villageCadre", seats: 1, isRequired: true },
      { forceCode: "enforcementTeam", seats: 1, isRequired: true },
      { forceCode: "courtStaff", seats: 1, isRequired: false },
    ],
    asked,
  });
  const rows = await database()
    .select({ id: invitations.id, personId: invitations.personId })
    .from(invitations)
    .where(and(eq(invitations.countyId, demo.countyId), eq(invitations.disputeId, scenario.disputeId)));
  const of = (username: string) => rows.find((row) => row.personId === demo.people[username])?.id ?? "";
  const after = (minutes: number) => new Date(at.getTime() + minutes * minute);

  await acceptInvitation(demo.as("village", after(50)), { invitationId: of("village"), declaresNoTie: true });
  const [first, second] = [onDay(startsAt, 1, "10:00"), onDay(startsAt, 2, "15:00")];
  await proposeTimes(demo.as("town", after(80)), {
    invitationId: of("town"),
    times: [first, second].map((start) => ({
      startsAt: start.toISOString(),
      endsAt: new Date(start.getTime() + 90 * minute).toISOString(),
    })),
    note: "那天上午镇里开防汛会",
  });
  const left = of("enforcement2");
  const excuse = { invitationId: left, reason: "away" as const, note: "县里集中执法" };
  await declineInvitation(demo.as("enforcement2", after(95)), excuse);
  await fillSeat({ countyId: demo.countyId, invitationId: left }, after(96));
  await makeLink(demo.as("mediator", after(120)), { disputeId: scenario.disputeId, invitationId: of("judge") });
}
