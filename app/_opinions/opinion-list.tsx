"use client";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useCover } from "@/app/_sessions/use-cover";
import { Empty } from "@/app/_ui/feedback/empty";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { listLimits } from "@/server/kernel/choices";
import type { Opinion } from "@/server/opinions/queries";
import { OpinionCard } from "./opinion-card";
import styles from "./opinions.module.css";

interface OpinionListProps {
  disputeId: string;
  opinions: readonly Opinion[];
  title: string;
  none: string;
}

/** Signed opinions, newest first. Esc, a hidden tab or an idle minute hides those for the mediator, count included. */
export function OpinionList({ disputeId, opinions, title, none }: OpinionListProps) {
  const t = useTranslations("opinions");
  const [opened, setOpened] = useState<Readonly<Record<string, string>>>({});
  const forget = useCallback(() => setOpened({}), []);
  const { isCovered } = useCover(forget);
  const shown = opinions.filter((one) => one.lane === "joint" || !isCovered);
  return (
    <section aria-labelledby="opinions" className={styles.list}>
      <SectionHead
        id="opinions"
        title={title}
        note={shown.length > 0 ? t("listNote", { count: shown.length }) : null}
      />
      {shown.length === 0 ? <Empty>{none}</Empty> : null}
      {shown.map((opinion) => (
        <OpinionCard
          key={opinion.id}
          disputeId={disputeId}
          opinion={opinion}
          opened={opened[opinion.id]}
          onOpen={(text) => setOpened({ ...opened, [opinion.id]: text })}
          onCover={() => setOpened(Object.fromEntries(Object.entries(opened).filter(([id]) => id !== opinion.id)))}
        />
      ))}
      <ListEnd rows={opinions} most={listLimits.opinionsOfDispute} />
    </section>
  );
}
