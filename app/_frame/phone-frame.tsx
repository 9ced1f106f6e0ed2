import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/app/_ui/text/avatar";
import type { Role } from "@/db/vocabulary";
import { Mark } from "./mark";
import { PersonMenu } from "./person-menu";
import styles from "./phone-frame.module.css";
import { type Counts, PlaceLinks } from "./place-links";
import { SkipLink } from "./skip-link";

interface PhoneFrameProps {
  actor: { name: string; role: Role };
  /** Second line of the top: unit, or date and time. */
  line?: ReactNode;
  /** Right end of the top, before the person: a clock, a call button. */
  end?: ReactNode;
  counts?: Counts;
  /** Answers legal questions, so that place is shown too. */
  isLawyer?: boolean;
  children: ReactNode;
}

/** For people who help from their phones: touch-sized controls at any width, content at most 480 wide. */
export function PhoneFrame({ actor, line, end, counts, isLawyer, children }: PhoneFrameProps) {
  const t = useTranslations("frame");
  return (
    <div className={styles.frame} data-phone>
      <SkipLink />
      <header className={styles.top}>
        <Mark label={t("product")} />
        <div className={styles.words}>
          <b>{actor.name}</b>
          {line ? <span>{line}</span> : null}
        </div>
        {end}
        <PersonMenu className={styles.person}>
          <Avatar name={actor.name} isLarge />
        </PersonMenu>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <nav className={styles.bar} aria-label={t("placesLabel")}>
        <PlaceLinks role={actor.role} counts={counts} isLawyer={isLawyer} className={styles.place} />
      </nav>
    </div>
  );
}
