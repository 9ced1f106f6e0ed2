"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { useFormat } from "@/app/_ui/format/use-format";
import type { NotFreeWay } from "@/server/handovers/choices";
import type { ComingSeat } from "@/server/handovers/reads/coming-seats";

interface ComingSeatsProps {
  seats: readonly ComingSeat[];
  names: { former: string; next: string };
  way: NotFreeWay;
  onWay: (way: NotFreeWay) => void;
}

/** Sessions at which the person would be expected and is not free. */
export const notFreeOf = (seats: readonly ComingSeat[]): readonly ComingSeat[] =>
  seats.filter(({ isFree, isSeated }) => !isFree && !isSeated);

/** What a new lead takes along, and the question about the sessions at which they are not free. */
export function ComingSeats({ seats, names, way, onWay }: ComingSeatsProps) {
  const t = useTranslations("disputes.lead");
  const f = useFormat();
  const notFree = notFreeOf(seats);
  if (seats.length === 0) return <p>{t("noSeats")}</p>;
  const unknown = seats.some(({ isUnknown, isSeated }) => isUnknown && !isSeated) ? (
    <p>{t("seatsUnknown", { name: names.next })}</p>
  ) : null;
  if (notFree.length === 0)
    return (
      <>
        <p>{t("seats", { count: seats.length, name: names.next })}</p>
        {unknown}
      </>
    );
  return (
    <>
      <Banner tone="amber">{t("notFree", { name: names.next })}</Banner>
      <ul>
        {notFree.map(({ sessionId, ordinal, startsAt, endsAt, isTaken }) => (
          <li key={sessionId}>
            {t(isTaken ? "seatTaken" : "seatAway", { n: ordinal, when: f.span(startsAt, endsAt) })}
          </li>
        ))}
      </ul>
      <SegmentField
        label={t("whereNotFree")}
        value={way === "ask" ? null : way}
        onChange={onWay}
        segments={[
          { value: "formerStays", label: t("formerStays", { name: names.former }) },
          // An hour that another booking has cannot be taken twice.
          ...(notFree.some(({ isTaken }) => isTaken)
            ? []
            : [{ value: "comeAnyway" as const, label: t("comeAnyway", { name: names.next }) }]),
        ]}
      />
    </>
  );
}
