import { useTranslations } from "next-intl";
import { Feeds } from "@/app/_calendar/feeds";
import type { OwnAvailability } from "@/server/availability/queries";
import type { OwnFeed } from "@/server/calendars/reads/own-feeds";
import { Absences } from "./absences";
import styles from "./availability.module.css";
import { BookedList } from "./booked-list";
import { Calendars } from "./calendars";
import { WeekEditor } from "./week-editor";

interface AvailabilityPartsProps {
  own: OwnAvailability;
  feeds: readonly OwnFeed[];
}

/** A person's own time: bookings during absences first, then the week, days away, subscribed and imported calendars. */
export function AvailabilityParts({ own, feeds }: AvailabilityPartsProps) {
  const t = useTranslations("availability.booked");
  return (
    <div className={styles.parts}>
      {own.clashes.length > 0 ? (
        <BookedList
          title={t("title", { count: own.clashes.length })}
          booked={own.clashes.map((clash) => ({ ...clash, why: t(`why.${clash.reason}`) }))}
        />
      ) : null}
      <WeekEditor week={own.week} />
      <Absences absences={own.absences} />
      <Calendars calendars={own.calendars} />
      <Feeds feeds={feeds} rooms={[]} />
    </div>
  );
}
