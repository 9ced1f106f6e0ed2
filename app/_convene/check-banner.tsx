import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/app/_ui/actions/link";
import type { Plan } from "./choice";
import styles from "./convene.module.css";
import { usePlanWords } from "./use-plan-words";

const Good = ({ children }: { children: ReactNode }) => (
  <span className={styles.good}>
    <IconCheck aria-hidden /> {children}
  </span>
);
const Mind = ({ children }: { children: ReactNode }) => (
  <span className={styles.mind}>
    <IconAlertTriangle aria-hidden /> <span>{children}</span>
  </span>
);

/** Forces that the same parties have not agreed to share one sentence. */
function grouped(unasked: Plan["checks"]["unasked"]) {
  const byWho = new Map<string, { codes: string[]; who: string[] }>();
  for (const { forceCode, parties } of unasked) {
    const entry = byWho.get(parties.join()) ?? { codes: [], who: parties };
    entry.codes.push(forceCode);
    byWho.set(parties.join(), entry);
  }
  return [...byWho.values()];
}

/** What has to be true before anybody is asked: rights told, consent given, no refusal, ties disclosed. */
export function CheckBanner({ disputeId, plan }: { disputeId: string; plan: Plan }) {
  const t = useTranslations("convene.checks");
  const { force, comma } = usePlanWords(plan);
  const { noticed, unconsented, refused, disclosures, unasked } = plan.checks;
  const count = plan.parties.length;
  const isPeoples = plan.proceeding.track === "peoples";
  const parties = (text: ReactNode) => (
    <Mind>
      {text} <Link href={`/disputes/${disputeId}/parties`}>{t("toParties")}</Link>
    </Mind>
  );
  return (
    <section className={styles.checks} aria-label={t("title")}>
      <b>{t("title")}</b>
      {isPeoples && noticed >= count ? <Good>{t("noticed", { count })}</Good> : null}
      {isPeoples && noticed < count ? parties(t("unnoticed", { count: count - noticed })) : null}
      {isPeoples && unconsented === 0 ? <Good>{t("agreed", { count })}</Good> : null}
      {isPeoples && unconsented > 0 ? parties(t("unconsented", { count: unconsented })) : null}
      {refused ? parties(t("refused")) : <Good>{t("notRefused")}</Good>}
      {disclosures.map(({ name, isWaived }) => (
        <Mind key={name}>{t(isWaived ? "waived" : "tied", { name })}</Mind>
      ))}
      {grouped(unasked).map(({ codes, who }) => (
        <Mind key={codes.join(" ")}>
          {t("forceMissing", { force: codes.map(force).join(comma), names: who.join(comma) })}{" "}
          <Link href={`/disputes/${disputeId}?seat=${codes[0]}#board`}>{t("toSeat")}</Link>
        </Mind>
      ))}
    </section>
  );
}
