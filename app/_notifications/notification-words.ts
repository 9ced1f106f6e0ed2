import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { OwnNotification } from "@/server/notifications/queries";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** Stands for a name that is not there: once their reader's part in the matter is over, notifications name nobody. */
const nobody = "\u0000";
const nameOr = (value: unknown) => text(value) || nobody;

/** What a notification says, with time and place. Names and times only, as in the message itself. */
export function useNotificationWords(now: Date) {
  const t = useTranslations("notifications");
  const kinds = useTranslations("vocabulary.notificationKinds");
  const f = useFormat(now);
  return ({ kind, params }: Pick<OwnNotification, "kind" | "params">) => {
    const startsAt = text(params.startsAt);
    const by = text(params.answerBy);
    const before = text(params.before);
    const key = `lines.${kind}` as Parameters<typeof t>[0];
    const filling = {
      who: nameOr(params.name),
      asker: nameOr(params.asker),
      formerly: nameOr(params.formerly),
      answer: text(params.answer) || "other",
      change: text(params.change) || "set",
      count: typeof params.count === "number" ? params.count : 1,
      by: by ? f.dateTime(by) : "",
      before: before ? f.dateTime(before) : "",
      hasBefore: before ? "yes" : "no",
    };
    const line = t.has(key) ? t(key, filling) : nobody;
    return {
      // A line that would name nobody says its kind alone.
      line: line.includes(nobody) ? kinds(kind) : line,
      when: startsAt ? f.span(startsAt, text(params.endsAt) || startsAt) : null,
      where: [text(params.point), text(params.room)].filter(Boolean).join(" ") || null,
    };
  };
}
