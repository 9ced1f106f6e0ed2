"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { useAllNames } from "@/app/_ui/format/use-names";
import { Stack } from "@/app/_ui/layout/columns";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import styles from "./court-advice.module.css";
import { barredIn } from "./not-confirmed";

type Advice = Pick<AgreementPage, "agreement" | "courts" | "namedCourts" | "type">;

/** What no court confirms, with the clauses that hold it; then which courts may be asked, and why. */
export function CourtAdvice({ page, onChoose }: { page: Advice; onChoose: (court: string) => void }) {
  const t = useTranslations("agreements.courts");
  const all = useAllNames();
  const barred = barredIn(page.agreement?.clauses ?? [], page.type);
  const names = [...new Set([...page.courts.map(({ court }) => court), ...page.namedCourts])].filter(Boolean);
  return (
    <Stack gap={8}>
      {barred.map(({ subject, clauses }) => (
        <Banner key={subject} tone="amber">
          {clauses.length > 0
            ? t(`clauses.${subject}`, { clauses: all(clauses.map(String)) })
            : t(subject === "status" ? "usual.status" : "usual.title")}
        </Banner>
      ))}
      <section className={styles.advice}>
        <h3>{t("title")}</h3>
        <ul>
          {page.courts.map(({ ground, of, place, court }) => (
            <li key={ground + place}>
              {t(court || ground === "inviting" ? ground : `unknown.${ground}`, { court, place, who: all(of) })}
            </li>
          ))}
        </ul>
        <p>{t("note")}</p>
        <div className={styles.names}>
          {names.map((court) => (
            <Button key={court} small onClick={() => onChoose(court)}>
              {t("choose", { court })}
            </Button>
          ))}
        </div>
      </section>
      <details className={styles.advice}>
        <summary>{t("excluded")}</summary>
        <p>{t("notTaken")}</p>
        <p>{t("notConfirmed")}</p>
      </details>
    </Stack>
  );
}
