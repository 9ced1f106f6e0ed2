import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { useFormat } from "@/app/_ui/format/use-format";
import type { BookedThen } from "@/server/availability/parts/booked-then";
import styles from "./availability.module.css";

interface BookedListProps {
  title: ReactNode;
  booked: readonly (BookedThen & { why?: ReactNode })[];
}

/** What stays booked although the person is away, where, and whom to call about it. Amber: it has to be settled. */
export function BookedList({ title, booked }: BookedListProps) {
  const t = useTranslations("availability.booked");
  const f = useFormat();
  return (
    <div className={styles.booked} role="status">
      <b>{title}</b>
      <ul>
        {booked.map((one) => (
          <li key={one.bookingId}>
            <span>
              {f.span(one.startsAt, one.endsAt)} {one.isMeeting ? t("meeting") : t("session")}
            </span>
            <span>
              {one.point} {one.room}
            </span>
            {one.why ? <span>{one.why}</span> : null}
            {one.lead ? (
              <span>
                {t("tell", { name: one.lead.name })}{" "}
                {one.lead.phone ? (
                  <a className={styles.phone} href={phoneHref(one.lead.phone)}>
                    {f.phone(one.lead.phone)}
                  </a>
                ) : null}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
