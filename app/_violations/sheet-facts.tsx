import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ViolationPart } from "@/db/vocabulary";
import styles from "./police-sheet.module.css";
import type { PoliceSheetProps } from "./sheet-props";

/** What happened, item by item: of the case, and of the settlement where it was made on the spot. */
export function SheetFacts({ page, agreement, police }: Pick<PoliceSheetProps, "page" | "agreement" | "police">) {
  const t = useTranslations("violations.sheet");
  const parts = useTranslations("vocabulary.violationParts");
  const losses = useTranslations("vocabulary.onSpotLosses");
  const f = useFormat(new Date(0));
  const { onSpot, account } = police;
  const named = (part: ViolationPart) =>
    page.parties
      .filter((party) => police.people.some((one) => one.partyId === party.id && one.part === part))
      .map((party) => party.name)
      .join(t("and"));
  const people = (["suspect", "injured"] as const)
    .map((part) => t("peopleWords", { part: parts(part), names: named(part) || t("nothing") }))
    .join(" ");
  const facts: [string, string][] = onSpot
    ? [
        [t("settledAt"), f.dayTime(onSpot.settledAt)],
        [t("settledPlace"), onSpot.place],
        [t("people"), people],
        [t("losses"), losses(onSpot.losses)],
        [t("recording"), onSpot.recording || t("nothing")],
      ]
    : account
      ? [
          [t("happenedAt"), f.dayTime(account.happenedAt)],
          [t("place"), account.place],
          [t("people"), people],
          [t("cause"), account.cause],
          [t("course"), account.course],
          [t("circumstances"), account.circumstances],
          [t("result"), account.result],
        ]
      : [];
  return (
    <section className={styles.part}>
      <h2>{t("facts")}</h2>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.pair}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.text}>{agreement.facts}</p>
    </section>
  );
}
