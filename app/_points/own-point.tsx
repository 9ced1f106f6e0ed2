import { useTranslations } from "next-intl";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { Stack } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import { pointListMost } from "@/server/points/choices";
import type { OwnPoint, PointMatter } from "@/server/points/reads/own-point";
import { PointClueItem } from "./point-clue-item";
import styles from "./points.module.css";

/** What waits at the contact point that the reader keeps, and how far the matters of the place are. */
export function OwnPointPart({ own: { point, clues, matters }, now }: { own: OwnPoint; now: Date }) {
  const t = useTranslations("points");
  if (!point) return null;
  const next = clues.find(({ status, steps }) => status === "new" && steps.length === 0);
  const waiting = clues.filter(({ status }) => status === "new").length;
  return (
    <Stack>
      <Sheet labelledBy="point" flush>
        <div className={styles.head}>
          <SectionHead id="point" title={point.name} note={t("waiting", { count: waiting })} />
          <p className={styles.hint}>{t("hint", { station: point.station })}</p>
        </div>
        {clues.length === 0 ? <Empty>{t("none")}</Empty> : null}
        <ul>
          {clues.map((clue) => (
            <PointClueItem key={clue.id} clue={clue} isNext={clue === next} now={now.toISOString()} />
          ))}
        </ul>
        <ListEnd rows={clues} most={pointListMost} />
      </Sheet>
      <MatterList matters={matters} now={now} />
    </Stack>
  );
}

function MatterList({ matters, now }: { matters: readonly PointMatter[]; now: Date }) {
  const t = useTranslations("points");
  const stages = useTranslations("slips.stages");
  const f = useFormat(now);
  return (
    <Sheet labelledBy="point-matters" flush>
      <div className={styles.head}>
        <SectionHead id="point-matters" title={t("matters")} note={t("mattersNote", { count: matters.length })} />
      </div>
      {matters.length === 0 ? <Empty>{t("noMatters")}</Empty> : null}
      <ul>
        {matters.map((matter) => (
          <li key={matter.id} className={styles.item}>
            <p className={styles.place}>
              {matter.place} <Tag tone="line">{stages(matter.stage)}</Tag>
            </p>
            <p className={styles.facts}>
              <Facts items={[matter.number, t("registered", { when: f.day(matter.registeredAt) })]} />
            </p>
          </li>
        ))}
      </ul>
      <ListEnd rows={matters} most={pointListMost} />
    </Sheet>
  );
}
