import { useTranslations } from "next-intl";
import { RemindButton } from "@/app/_reminders/remind-button";
import { Banner } from "@/app/_ui/feedback/banner";
import type { Plan } from "./choice";
import { usePlanWords } from "./use-plan-words";

/** Who was asked before and has not answered, and how to remind them without asking anew. */
export function StillWaiting({ disputeId, plan }: { disputeId: string; plan: Plan }) {
  const t = useTranslations("convene.waiting");
  const { comma } = usePlanWords(plan);
  const names = plan.attendees.filter((one) => one.standing === "asked").map((one) => one.name);
  if (names.length === 0) return null;
  return <Banner action={<RemindButton disputeId={disputeId} />}>{t("said", { names: names.join(comma) })}</Banner>;
}
