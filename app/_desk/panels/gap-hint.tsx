"use client";
import { useLocale, useTranslations } from "next-intl";
import { LaneChip } from "@/app/_lanes/lane-chip";
import { formatSide } from "@/app/_ui/format/format-number";
import { useFormat } from "@/app/_ui/format/use-format";
import { useCards } from "../cover/use-cards";
import { useCover } from "../cover/use-cover";
import type { ShownCard } from "../outbox/outbox";
import { useServerState } from "../use-desk-state";
import { nearestGap } from "./gap";
import styles from "./panels.module.css";

/** How far the two nearest sides are apart, using joint cards only. */
export function GapHint() {
  const t = useTranslations("desk.gap");
  const locale = useLocale();
  const f = useFormat();
  const { state } = useServerState();
  const { cards } = useCards();
  const { cover } = useCover();
  if (cover.isCovered || cover.caucus !== null) return null;
  const sideOf = (card: ShownCard) =>
    state.sides.find(({ parties }) => parties.some((party) => party.id === card.partyId))?.side ?? null;
  const gap = nearestGap(cards, sideOf);
  if (!gap) return null;
  return (
    <section aria-labelledby="desk-gap" className={styles.hint}>
      <h2 id="desk-gap">
        {t("title")} <LaneChip lane="joint" />
      </h2>
      <p>
        {t("words", {
          high: formatSide(gap.high.side - 1, locale),
          highYuan: f.money(gap.high.yuan),
          low: formatSide(gap.low.side - 1, locale),
          lowYuan: f.money(gap.low.yuan),
          apart: f.money(gap.apart),
        })}
      </p>
    </section>
  );
}
