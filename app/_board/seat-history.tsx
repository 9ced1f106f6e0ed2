"use client";
import { useTranslations } from "next-intl";
import { Timeline, type TimelineItem } from "@/app/_ui/timeline";
import { useFormat } from "@/app/_ui/use-format";
import type { BoardInvitation } from "@/server/invitations/queries";

/** Who was asked for this seat, and what came of it. */
export function SeatHistory({ history, now }: { history: readonly BoardInvitation[]; now: Date }) {
  const t = useTranslations("board.panel");
  const reasons = useTranslations("vocabulary.declineReasons");
  const f = useFormat(now);

  const line = (
    one: BoardInvitation,
    key: string,
    at: string,
    words: string,
    tone?: TimelineItem["tone"],
  ): TimelineItem => ({
    id: `${one.id} ${key}`,
    at: f.dayTime(at),
    dateTime: at,
    words,
    tone,
  });

  const items = history.flatMap((one) => {
    const { name } = one;
    const reason = reasons(one.declineReason ?? "other");
    const isSilent =
      one.status === "expired" ||
      ((one.status === "sent" || one.status === "seen") && Date.parse(one.answerBy) <= now.getTime());
    return [
      line(one, "sent", one.sentAt, t("sent", { by: one.sentBy, name })),
      ...(one.seenAt ? [line(one, "seen", one.seenAt, t("seen", { name }))] : []),
      ...(one.status === "accepted" && one.answeredAt
        ? [line(one, "answer", one.answeredAt, t("accepted", { name }), "strong")]
        : []),
      ...(one.status === "declined" && one.answeredAt
        ? [
            line(
              one,
              "answer",
              one.answeredAt,
              one.declineNote
                ? t("declinedNote", { name, reason, note: one.declineNote })
                : t("declined", { name, reason }),
              "strong",
            ),
          ]
        : []),
      ...(isSilent ? [line(one, "late", one.answerBy, t("expired", { name }), "amber")] : []),
      ...(one.status === "withdrawn" ? [{ id: `${one.id} withdrawn`, at: "", words: t("withdrawn", { name }) }] : []),
    ];
  });
  return items.length > 0 ? <Timeline wide items={items} /> : <p>{t("noHistory")}</p>;
}
