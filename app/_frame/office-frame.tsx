import { IconSettings } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/app/_ui/actions/link";
import { Avatar } from "@/app/_ui/text/avatar";
import type { Role } from "@/db/vocabulary";
import { Mark } from "./mark";
import styles from "./office-frame.module.css";
import { PersonMenu } from "./person-menu";
import { type Counts, PlaceLinks } from "./place-links";
import { canRegister, canSearch } from "./places";
import { RegionKeys } from "./region-keys";
import { RegisterLink } from "./register-link";
import { SearchBox } from "./search-box";
import { ShortcutKeys } from "./shortcut-keys";
import { SkipLink } from "./skip-link";

interface OfficeFrameProps {
  actor: { name: string; role: Role; roleWord: string; unit?: string };
  /** The number of this person's overdue things, by place. */
  counts?: Counts;
  /** The bell at the right end. */
  bell?: ReactNode;
  /** For a page that reaches the edges: a head on white, three columns. */
  isFlush?: boolean;
  /** Replaces the 新登记 button. */
  topAction?: ReactNode;
  /** The current value of the search field. */
  query?: string;
  children: ReactNode;
}

/** Rail 64, top 48, main; on phones the rail becomes the bottom bar and the search field gets its own line. */
export function OfficeFrame({ actor, counts, bell, isFlush, topAction, query, children }: OfficeFrameProps) {
  const t = useTranslations("frame");
  return (
    <div className={styles.app}>
      <SkipLink />
      <RegionKeys />
      <ShortcutKeys />
      <nav className={styles.rail} aria-label={t("placesLabel")} data-region>
        <Link href="/" className={styles.mark} aria-label={t("product")}>
          <Mark />
        </Link>
        <PlaceLinks role={actor.role} counts={counts} className={styles.place} isBar />
        <PersonMenu hasKeys className={`${styles.place} ${styles.settings}`}>
          <IconSettings aria-hidden />
          <span>{t("settings")}</span>
        </PersonMenu>
      </nav>
      <header className={styles.top} data-region>
        <Link href="/" className={styles.topMark} aria-label={t("product")}>
          <Mark />
        </Link>
        {canSearch(actor.role) ? <SearchBox query={query} /> : null}
        {topAction ?? (canRegister(actor.role) ? <RegisterLink /> : null)}
        <span className={styles.gap} />
        {bell}
        <PersonMenu hasKeys className={styles.who}>
          <Avatar name={actor.name} isLarge />
          <span className={styles.whoWords}>
            <b>{actor.name}</b>
            <span>
              {actor.roleWord}
              {actor.unit ? ` · ${actor.unit}` : null}
            </span>
          </span>
        </PersonMenu>
      </header>
      <main id="content" tabIndex={-1} className={`${styles.main} ${isFlush ? styles.flush : ""}`} data-region>
        {children}
      </main>
    </div>
  );
}
