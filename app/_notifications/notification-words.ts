import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { OwnNotification } from "@/server/notifications/queries";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** What invitees are told by name. Once their card has closed nobody is named, and the kind alone is said. */
const named: Partial<Record<OwnNotification["kind"], "asker" | "who">> = {
  invited: "asker",
  answerRecorded: "asker",
  helperRecused: "who",
};
const isNamed = (kind: OwnNotification["kind"], filling: { asker: string; who: string }): boolean => {
  const who = named[kind];
  return !who || filling[who] !== "";
};

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
      who: text(params.name),
      asker: text(params.asker),
      answer: text(params.answer) || "other",
      change: text(params.change) || "set",
      count: typeof params.count === "number" ? params.count : 1,
      by: by ? f.dateTime(by) : "",
      before: before ? f.dateTime(before) : "",
      hasBefore: before ? "yes" : "no",
    };
    return {
      line: t.has(key) && isNamed(kind, filling) ? t(key, filling) : kinds(kind),
      when: startsAt ? f.span(startsAt, text(params.endsAt) || startsAt) : null,
      where: [text(params.point), text(params.room)].filter(Boolean).join(" ") || null,
    };
  };
}
