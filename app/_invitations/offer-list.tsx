"use client";
import { IconMapPin } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { OwnInvitation } from "@/server/invitations/reads/own";
import styles from "./invitation.module.css";

type Offer = OwnInvitation["offers"][number];

interface OfferListProps {
  offers: readonly Offer[];
  chosen: string | null;
  onChoose: (startsAt: string) => void;
  now: Date;
}

/** The offered times to choose from: the held one first, each with who would be missing then. */
export function OfferList({ offers, chosen, onChoose, now }: OfferListProps) {
  const t = useTranslations("invitations.offers");
  const modes = useTranslations("vocabulary.sessionModes");
  const f = useFormat(now);
  const [first] = offers;
  const isOneRoom = offers.every((one) => one.room === first?.room && one.point === first?.point);
  return (
    <Sheet flush>
      <fieldset className={styles.offers}>
        <legend className="sr-only">{t("choose")}</legend>
        {first ? (
          <div className={styles.offerHead}>
            <IconMapPin aria-hidden />
            <b>{first.isVideo ? modes("video") : isOneRoom ? first.room : first.point}</b>
            {offers.length > 1 ? <span className={styles.faint}>{t("choose")}</span> : null}
            {first.isVideo ? null : (
              <p className={styles.faint}>{isOneRoom ? `${first.point} ${first.address}` : first.address}</p>
            )}
          </div>
        ) : null}
        {offers.map((one) => (
          <label key={one.startsAt} className={styles.offer}>
            <input
              type="radio"
              name="offer"
              checked={chosen === one.startsAt}
              onChange={() => onChoose(one.startsAt)}
            />
            <span>
              <span>
                <time dateTime={one.startsAt}>{f.span(one.startsAt, one.endsAt)}</time>
                {isOneRoom ? null : <span className={styles.faint}>{one.room}</span>}
              </span>
              <OfferState offer={one} />
            </span>
          </label>
        ))}
      </fieldset>
    </Sheet>
  );
}

function OfferState({ offer }: { offer: Offer }) {
  const t = useTranslations("invitations.offers");
  const { isHeld, missing, unknown = 0 } = offer;
  if (missing !== undefined && missing > 0) return <em>{t("missing", { count: missing })}</em>;
  if (unknown > 0) return <em data-held={isHeld || undefined}>{t("unknown", { count: unknown })}</em>;
  if (isHeld) return <em data-held>{missing === 0 ? t("all") : t("held")}</em>;
  return <em>{missing === 0 ? t("all") : t("asked")}</em>;
}
