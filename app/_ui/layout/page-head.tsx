import { IconChevronLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ButtonLink } from "../actions/button";
import { Unbroken } from "../text/unbroken";
import styles from "./page-head.module.css";

interface PageHeadProps {
  title: ReactNode;
  /** What this page covers, in figures and dates. */
  note?: ReactNode;
  /** Where this page was opened from; the word is the place's name. */
  back?: { href: string; label: string };
  /** Filters, segments, a button: right end on wide screens, next line on phones. */
  end?: ReactNode;
}

export function PageHead({ title, note, back, end }: PageHeadProps) {
  return (
    <div className={styles.head}>
      {back ? (
        <ButtonLink small href={back.href} icon={<IconChevronLeft aria-hidden />}>
          {back.label}
        </ButtonLink>
      ) : null}
      <h1>{title}</h1>
      {note ? (
        <span className={styles.note}>
          <Unbroken>{note}</Unbroken>
        </span>
      ) : null}
      {end ? <div className={styles.end}>{end}</div> : null}
    </div>
  );
}
