import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { DeliveryState } from "@/server/notifications/queries";

/** The state of one delivery in words with its time: 等着送 · 08:00 送 · 已送到 14:32 · 没送到：号码不对. */
export function useDeliveryWords(now: Date): (way: DeliveryState) => string {
  const t = useTranslations("notifications.delivery");
  const f = useFormat(now);
  const why = (problem: string) => {
    const key = `problems.${problem}` as Parameters<typeof t>[0];
    return problem && t.has(key) ? t(key) : t("problems.other");
  };
  return ({ channel, status, problem, isRecorded, sentAt, notBefore }) => {
    const waits = new Date(notBefore) > now;
    if (status === "sent" && channel === "inApp") return t("shown", { time: f.dayTime(sentAt ?? notBefore) });
    if (status === "sent") return isRecorded ? t("recorded") : t("sent", { time: f.dayTime(sentAt ?? notBefore) });
    if (status === "failed") return t("failed", { why: why(problem) });
    if (status === "suppressed") return t("suppressed", { why: why(problem) });
    if (status === "sending") return t("sending");
    if (problem && waits) return t("retrying", { why: why(problem), time: f.dayTime(notBefore) });
    return waits ? t("sendsAt", { time: f.dayTime(notBefore) }) : t("queued");
  };
}
