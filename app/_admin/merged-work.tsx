"use client";
import { useTranslations } from "next-intl";
import type { PlaceWork } from "@/server/places/reads/places";

/** What goes to the successor, line by line; nothing is said of what is not there. */
export function MergedWork({ work }: { work: PlaceWork }) {
  const t = useTranslations("admin.place.goes");
  const bookings = work.rooms.reduce((sum, room) => sum + room.bookings, 0);
  const lines = [
    work.disputes > 0 && t("disputes", { count: work.disputes }),
    work.clues > 0 && t("clues", { count: work.clues }),
    work.questions > 0 && t("questions", { count: work.questions }),
    bookings > 0 && t("bookings", { count: bookings }),
    work.people.length > 0 && t("people", { count: work.people.length, names: work.people.join(t("between")) }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return <p>{t("nothing")}</p>;
  return (
    <ul aria-label={t("title")}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
