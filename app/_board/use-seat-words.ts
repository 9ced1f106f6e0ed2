import { useLocale, useTranslations } from "next-intl";
import type { SeatData } from "@/app/_seats/seat-card";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ForceWords } from "@/server/consents/queries";
import type { BoardSeat } from "./board-seats";

/** The force's name in the reader's language. */
export function useForceName(): (force: Pick<ForceWords, "nameZh" | "nameEn">) => string {
  const locale = useLocale();
  return (force) => (locale === "en" ? force.nameEn : force.nameZh);
}

/** The seats in the form the board component takes. */
export function useSeatWords(now: Date): (seat: BoardSeat) => SeatData {
  const t = useTranslations("board");
  const reasons = useTranslations("vocabulary.declineReasons");
  const forceName = useForceName();
  const f = useFormat(now);

  function status({ state, current, force, suggestion }: BoardSeat): string {
    if (state === "objected") return t("status.another");
    if (!current) return force.missing?.length ? t("status.ask") : suggestion ? t("status.add") : t("status.none");
    if (current.isWaiverAwaited && (state === "sent" || state === "seen")) return t("status.disclosed");
    if (current.proposals.length > 0 && (state === "sent" || state === "seen"))
      return t("status.proposed", { count: current.proposals.length });
    switch (state) {
      case "sent":
        return t("status.sent", { left: f.left(current.answerBy) });
      case "seen":
        return t("status.seen", { by: f.dayTime(current.answerBy) });
      case "accepted":
        return t("status.accepted", {
          wait: f.wait(Date.parse(current.answeredAt ?? current.sentAt) - Date.parse(current.sentAt)),
        });
      case "declined":
        return t("status.declined", { reason: reasons(current.declineReason ?? "other") });
      case "recused":
        return t("status.recused");
      default:
        return t("status.expired");
    }
  }

  return (seat) => {
    const { force, state, current, suggestion } = seat;
    const shared = { id: force.code, forceCode: force.code, forceName: forceName(force), state, status: status(seat) };
    if (current)
      return {
        ...shared,
        name: current.name,
        unit: current.replaces ? t("replaces", { name: current.replaces }) : current.post,
      };
    if (state === "objected")
      return {
        ...shared,
        name: t("empty"),
        unit: t("objected", { names: (force.objecting ?? []).join(t("listComma")) }),
      };
    return suggestion
      ? { ...shared, name: t("suggest", { name: suggestion.name }), unit: suggestion.post }
      : { ...shared, name: t("nobody") };
  };
}
