import { redirect } from "next/navigation";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { formatFor } from "@/app/_ui/format/format-for";

/** Redirects the lead to the desk of today's session; everybody else, and on other days, to the dispute's sessions. */
export default async function SessionDeskEntry({ params }: { params: Promise<{ disputeId: string }> }) {
  const { disputeId } = await params;
  const { actor } = await requireSignIn();
  const trpc = await api();
  const { sessions, staff } = await orNotFound(trpc.sessions.ofDispute({ disputeId }));
  const f = formatFor("zh-CN");
  const isLead = staff.some((one) => one.isLead && one.id === actor.personId);
  const ofToday = sessions.filter((one) => one.status === "booked" && f.date(one.startsAt) === f.date(requestTime()));
  // Several sessions on one day: the one that is running now, else the next one.
  const next = ofToday.findLast((one) => Date.parse(one.endsAt) > requestTime().getTime()) ?? ofToday[0];
  if (isLead && next) redirect(`/disputes/${disputeId}/sessions/${next.id}/desk`);
  redirect(`/disputes/${disputeId}/sessions`);
}
