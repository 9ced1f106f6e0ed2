import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { acceptInvitation } from "../../invitations/accept-invitation";
import { declineInvitation } from "../../invitations/decline-invitation";
import { fillSeat } from "../../invitations/substitute-invitation";
import { officeMoment, onDay } from "./clock";
import { agreedToTalk, askedTogether } from "./gathering";
import type { Matter } from "./matters";
import type { Stage } from "./stage";

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

/** Everyone had said yes and the hour was fixed; then the only property manager fell ill, and nobody can come for him. */
export async function sessionAtRisk(stage: Stage): Promise<void> {
  const now = new Date();
  const at = onDay(now, -3, "09:40");
  const tale = await agreedToTalk(stage, onDay(now, -5, "15:10"), {
    matter,
    title: "江畔花园 1 号楼楼道堆物和充电纠纷",
    place: "江畔花园 1 号楼 3 单元",
    parties: [
      ["司徒婉芬", "13800009911"],
      ["江畔花园 1 号楼 3 单元顶层三户（代表 钟离国栋）", "13800009922"],
    ],
  });
  await askedTogether(tale, at, 5, {
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
    .where(and(eq(invitations.countyId, stage.countyId), eq(invitations.disputeId, tale.disputeId)));
  const of = (username: string) => rows.find((row) => row.personId === stage.people[username])?.id ?? "";
  for (const [index, [username]] of asked.entries()) {
    const when = new Date(at.getTime() + (25 + 40 * index) * minute);
    await acceptInvitation(stage.as(username, when), { invitationId: of(username), declaresNoTie: true });
  }
  const ill = officeMoment(now, 2);
  const invitationId = of("property");
  await declineInvitation(stage.as("property", ill), { invitationId, reason: "other", note: "住院了，来不了" });
  await fillSeat({ countyId: stage.countyId, invitationId }, new Date(ill.getTime() + minute));
}
