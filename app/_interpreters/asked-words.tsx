import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { InterpreterAsking, RefusedInterpreter } from "@/server/disputes/reads/interpreter-rows";

/** What became of a question to an interpreter who may still come. */
export function AskedWords({ asking }: { asking: InterpreterAsking }) {
  const t = useTranslations("sessions.interpreters.asked");
  const f = useFormat();
  const { status, seenAt, answerBy, saidBy, proposals, proposalNote } = asking;
  const times = proposals.map((one) => f.dateTime(one.startsAt)).join(t("comma"));
  const note = { note: proposalNote, hasNote: proposalNote ? "yes" : "no" };
  if (status === "accepted") return <> {saidBy ? t("heard", { saidBy }) : t("accepted")}</>;
  if (status !== "sent") return null;
  return (
    <>
      {" "}
      {t(seenAt ? "seen" : "sent", { by: f.nearDay(answerBy) })}
      {times ? ` ${t("proposed", { times, ...note })}` : null}
    </>
  );
}

/** Who said no and why, or nothing in time. */
export function RefusedLine({ one }: { one: RefusedInterpreter }) {
  const t = useTranslations("sessions.interpreters.asked");
  const reasons = useTranslations("vocabulary.declineReasons");
  const f = useFormat();
  const { status, reason, note, answerBy } = one.asking;
  if (status === "expired") return <p>{t("expired", { name: one.name, by: f.nearDay(answerBy) })}</p>;
  const why = reason ? reasons(reason) : "";
  return <p>{t("declined", { name: one.name, reason: why, note, hasNote: note ? "yes" : "no" })}</p>;
}
