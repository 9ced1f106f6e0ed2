import { useLocale, useTranslations } from "next-intl";
import type { Blocker } from "@/server/convening/parts/solver-input";
import type { Plan, PlanSlot } from "./choice";

/** Names of those who prevent a date or would be missing, and a short summary of an hour. */
export function usePlanWords(plan: Plan) {
  const t = useTranslations("convene");
  const locale = useLocale();
  const comma = locale === "en" ? ", " : "、";
  /** Separator between two sentences. */
  const gap = locale === "en" ? " " : "";
  const force = (code: string) => {
    const found = plan.forces.find((one) => one.code === code);
    return (locale === "en" ? found?.shortEn : found?.shortZh) ?? code;
  };

  function nameOf({ kind, id }: Blocker): string {
    if (kind === "party") return plan.parties.find((one) => one.id === id)?.name ?? "";
    if (kind === "guest") return plan.attendees.find((one) => one.personId === id)?.name ?? "";
    if (kind === "group") return force(id);
    return plan.slots.find((slot) => slot.room.id === id)?.room.name ?? t("theRoom");
  }
  const names = (all: readonly Blocker[]) => all.map(nameOf).join(comma);

  /** 全员可到 · 缺执法队 · 2 人勉强 · 1 人没答 · 孙立来不了 */
  function verdict(slot: PlanSlot): string {
    if (slot.blockers.length > 0) return t("verdict.blocked", { names: names(slot.blockers) });
    if (slot.missing.length > 0) return t("verdict.missing", { names: names(slot.missing) });
    const ticked = [
      ...plan.parties.filter((one) => one.isTicked).map((one) => one.id),
      ...plan.attendees.filter((one) => one.isTicked).map((one) => one.personId),
    ];
    const count = (state: string) => ticked.filter((id) => slot.presence[id] === state).length;
    const reluctant = count("ifNeedBe");
    const unknown = count("unknown");
    if (reluctant > 0) return t("verdict.ifNeedBe", { count: reluctant });
    return unknown > 0 ? t("verdict.unknown", { count: unknown }) : t("verdict.all");
  }
  return { nameOf, names, verdict, force, comma, gap };
}
