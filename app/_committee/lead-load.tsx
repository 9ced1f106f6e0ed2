import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { CommitteeOverview } from "@/server/agreements/reads/committee-overview";
import styles from "./committee.module.css";

/** Who has how much in hand, and how much of it is late, each with its list; whoever has the most that is late stands first. */
export function LeadLoad({ load }: { load: CommitteeOverview["load"] }) {
  const t = useTranslations("committee.load");
  return (
    <Sheet labelledBy="load">
      <SectionHead id="load" title={t("title")} note={load.length === 0 ? t("none") : null} />
      <ul className={`${styles.waiting} ${styles.load}`}>
        {load.map(({ id, name, open, late }) => (
          <li key={id}>
            <b>{name}</b>
            {open > 0 ? (
              <Link href={`/disputes?scope=open&lead=${id}`} aria-label={t("openOf", { name, count: open })}>
                {t("open", { count: open })}
              </Link>
            ) : (
              <span>{t("open", { count: open })}</span>
            )}
            {late > 0 ? (
              <Link href={`/disputes?scope=open&lead=${id}&late=yes`} aria-label={t("lateOf", { name, count: late })}>
                {t("late", { count: late })}
              </Link>
            ) : (
              <span>{t("noneLate")}</span>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
