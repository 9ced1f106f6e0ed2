"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Timeline, type TimelineItem } from "@/app/_ui/lists/timeline";
import type { BoardInvitation, Substitution } from "@/server/invitations/reads/board";

interface SeatHistoryProps {
  history: readonly BoardInvitation[];
  substitutions: readonly Substitution[];
  now: Date;
}

/** Who was asked for this seat, what each said, and whom the system asked next. */
export function SeatHistory({ history, substitutions, now }: SeatHistoryProps) {
  const t = useTranslations("board.panel");
  const lines = useHistoryLines(now);
  const items = history.flatMap((one) => lines(one, substitutions));
  return items.length > 0 ? <Timeline wide items={items} /> : <p>{t("noHistory")}</p>;
}

function useHistoryLines(now: Date) {
  const t = useTranslations("board.panel");
  const reasons = useTranslations("vocabulary.declineReasons");
  const means = useTranslations("vocabulary.spokenMeans");
  const f = useFormat(now);

  const line = (id: string, at: string, words: string, tone?: TimelineItem["tone"]): TimelineItem => ({
    id,
    at: f.dayTime(at),
    dateTime: at,
    words,
    tone,
  });

  function acceptance({ name, spoken }: BoardInvitation): string {
    if (!spoken) return t("accepted", { name });
    return t("acceptedSpoken", { name, by: spoken.saidBy, means: means(spoken.means), who: spoken.enteredBy });
  }
  function refusal({ name, declineReason, declineNote, deputy, spoken }: BoardInvitation): string {
    if (deputy) return t("deputised", { name, deputy: deputy.name });
    const reason = reasons(declineReason ?? "other");
    if (spoken)
      return t("declinedSpoken", {
        name,
        by: spoken.saidBy,
        means: means(spoken.means),
        who: spoken.enteredBy,
        reason: declineNote ? `${reason} ${declineNote}` : reason,
      });
    return declineNote ? t("declinedNote", { name, reason, note: declineNote }) : t("declined", { name, reason });
  }

  return (one: BoardInvitation, substitutions: readonly Substitution[]): TimelineItem[] => {
    const { id, name, status } = one;
    const isWaiting = status === "sent" || status === "seen";
    const isSilent = status === "expired" || (isWaiting && Date.parse(one.answerBy) <= now.getTime());
    const isSubstitute = substitutions.some((other) => other.invitation === id);
    const noSubstitute = substitutions.find((other) => other.replaces === id && other.reason);
    return [
      line(`${id} sent`, one.sentAt, isSubstitute ? t("substituted", { name }) : t("sent", { by: one.sentBy, name })),
      ...(one.seenAt ? [line(`${id} seen`, one.seenAt, t("seen", { name }))] : []),
      ...(one.disclosedAt ? [line(`${id} tie`, one.disclosedAt, t("disclosed", { name }), "amber")] : []),
      ...(one.proposedAt
        ? [line(`${id} times`, one.proposedAt, t("proposed", { name, count: one.proposals.length }))]
        : []),
      ...(status === "accepted" && one.answeredAt
        ? [line(`${id} answer`, one.answeredAt, acceptance(one), "strong")]
        : []),
      ...(status === "declined" && one.answeredAt
        ? [line(`${id} answer`, one.answeredAt, refusal(one), "strong")]
        : []),
      ...(status === "recused" ? [{ id: `${id} recused`, at: "", words: t("recused", { name }) }] : []),
      ...(isSilent ? [line(`${id} late`, one.answerBy, t("expired", { name }), "amber")] : []),
      ...(noSubstitute?.reason
        ? [line(`${id} none`, noSubstitute.at, t(`noSubstitute.${noSubstitute.reason}`), "amber")]
        : []),
      ...(status === "withdrawn" ? [{ id: `${id} withdrawn`, at: "", words: t("withdrawn", { name }) }] : []),
    ];
  };
}
