import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { PartyOnPage } from "@/server/disputes/reads/dispute-page";
import styles from "./parties.module.css";
import { usePartyName } from "./party-line";

/** How a party left, and whose place an heir may take. */
export function PartyStory({ party, others }: { party: PartyOnPage; others: readonly PartyOnPage[] }) {
  const t = useTranslations("disputes.story");
  const kinds = useTranslations("vocabulary.partyExitKinds");
  const answers = useTranslations("vocabulary.heirAnswers");
  const nameOf = usePartyName();
  const f = useFormat();
  const named = (id: string | null) => {
    const other = others.find((one) => one.id === id);
    return other ? nameOf(other) : "";
  };
  const { exit, heirOf } = party;
  return (
    <>
      {exit ? (
        <p className={styles.quiet}>
          {exit.kind === "merged"
            ? t("mergedLine", { at: f.day(exit.happenedOn), other: named(exit.into), reason: exit.reason })
            : t("exitLine", { at: f.day(exit.happenedOn), kind: kinds(exit.kind), reason: exit.reason })}
        </p>
      ) : null}
      {heirOf ? (
        <p className={styles.quiet}>
          {heirOf.answer && heirOf.answeredOn
            ? t("heirAnswered", {
                of: named(heirOf.partyId),
                at: f.day(heirOf.answeredOn),
                answer: answers(heirOf.answer),
              })
            : t("heirLine", { of: named(heirOf.partyId), at: f.day(heirOf.toldOn) })}
        </p>
      ) : null}
    </>
  );
}
