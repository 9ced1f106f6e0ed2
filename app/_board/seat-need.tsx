"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { rulePath } from "@/app/_panel/rule-path";
import { useNeedWords, useWhyWords } from "@/app/_panel/use-rule-words";
import { useTRPC } from "@/app/_trpc/client";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import styles from "./seat-panel.module.css";

/** What this type of dispute at this place asks the force for, why, and who set it. */
export function SeatNeed({ disputeId, forceCode, now }: { disputeId: string; forceCode: string; now: Date }) {
  const t = useTranslations("panel.rules");
  const trpc = useTRPC();
  const needs = useNeedWords();
  const why = useWhyWords();
  const f = useFormat(now);
  const found = useQuery(trpc.panel.needs.queryOptions({ disputeId })).data;
  const choice = found?.choices.find((one) => one.forceCode === forceCode);
  if (!found || !choice) return null;
  const day = choice.validFrom ? f.day(choice.validFrom) : "";
  return (
    <section className={styles.need}>
      <p>{t("seatNeed", { need: needs(choice), why: why(choice) })}</p>
      <p className={styles.foot}>
        {choice.source === "default"
          ? t("seatDefault")
          : choice.source === "own"
            ? t("seatOwn", { day })
            : t("seatArea", { day, area: choice.area })}{" "}
        <Link href={rulePath(found.type, forceCode)}>{t("seeRules")}</Link>
      </p>
    </section>
  );
}
