import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { fillSeat } from "../../invitations/substitute-invitation";
import { officeMoment, onDay } from "./clock";
import type { DemoCounty } from "./demo-county";
import { agreedToTalk, askedTogether } from "./gathering";
import type { Matter } from "./matters";

const minute = 60_000;

const matter: Matter = {
  type: "property",
  title: "楼道堆物和电动车充电纠纷",
  facts: "三户把旧家具堆在楼道，又从窗口拉线给电动车充电。楼下多次找物业，物业贴了通知没人理。",
  summary: "楼道里堆东西、拉线充电，谁来清、往后怎么管，双方说法不同。",
  promise: { kind: "act", text: "清走楼道里的东西，车到车棚充电" },
  forces: ["propertyManager", "villageCadre", "courtStaff"],
};

const asked = [
  ["property", "propertyManager"],
  ["cadre", "villageCadre"],
  ["judge", "courtStaff"],
] as const;

/** Everyone had said yes and the hour was fixed; then the only property manager fell ill, and nobody can come for them. */
export async function sessionAtRisk(demo: DemoCounty): Promise<void> {
  const { now } = demo;
  const at = onDay(now, -3, "09:40");
  const scenario = await agreedToTalk(demo, onDay(now, -5, "15:10"), {
    matter,
    title: "江畔花园 1 号楼楼道堆物和充电纠纷",
    place: "江畔花园 1 号楼 3 单元",
    parties: [
      ["司徒婉芬", "13800009911"],
      ["江畔花园 1 号楼 3 单元顶层三户（代表 钟离国栋）", "13800009922"],
    ],
  });
  await askedTogether(scenario, at, 5, {
    room: "江畔社区调解室 社区调解室",
    needs: [
      { forceCode: "propertyManager", seats: 1, isRequired: true },
      { forceCode: "villageCadre", seats: 1, isRequired: true },
      { forceCode: "courtStaff", seats: 1, isRequired: false },
    ],
    asked,
  });
  const rows = await database()
    .select({ id: invitations.id, personId: invitations.personId })
    .from(invitations)
    .where(and(eq(invitations.countyId, demo.countyId), eq(invitations.disputeId, scenario.disputeId)));
  const of = (username: string) => rows.find((row) => row.personId === demo.people[username])?.id ?? "";
  for (const [index, [username]] of asked.entries()) {
    const when = new Date(at.getTime() + (25 + 40 * index) * minute);
    await acceptInvitation(demo.as(username, when), { invitationId: of(username), declaresNoTie: true });
  }
  const ill = officeMoment(now, 2);
  const invitationId = of("property");
  await declineInvitation(demo.as("property", ill), { invitationId, reason: "other", note: "住院了，来不了" });
  await fillSeat({ countyId: demo.countyId, invitationId }, new Date(ill.getTime() + minute));
}
