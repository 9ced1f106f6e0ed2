import { useTranslations } from "next-intl";
import { Glyph } from "@/app/_seats/glyph";
import { ListRow } from "@/app/_status/list-row";
import { stageOf } from "@/app/_status/stage";
import { StageMini } from "@/app/_status/stage-mini";
import { RowAction } from "@/app/_ui/lists/row-action";
import type { TodayRow } from "@/server/disputes/reads/today";
import { DueClock } from "./due-clock";
import { SidesWords } from "./sides-words";
import { stepAt, stepHref, stepVerb } from "./step-place";
import { useStepWords } from "./step-words";

/** A row of 今日: what to do first, whose dispute second, one action. */
export function StepRow({
  row,
  isToday,
  isCurrent,
  now,
}: {
  row: TodayRow;
  isToday: boolean;
  isCurrent: boolean;
  now: Date;
}) {
  const t = useTranslations("disputes");
  const office = useTranslations("ui.risk.owner");
  const words = useStepWords(now);
  const step = stepAt(row.step, row.detail, now);
  return (
    <ListRow
      href={`/disputes/${row.id}`}
      title={words(step, row.detail, row.status)}
      facts={[
        row.title,
        <SidesWords key="sides" sides={row.sides} />,
        row.isMine ? null : t("owedBy", { who: row.owner }),
      ]}
      risk={row.risk}
      riskOwner={row.risk === "red" && row.head ? t("headNamed", { office: office("red"), name: row.head }) : undefined}
      glyph={<Glyph seats={row.seats} />}
      stage={<StageMini at={stageOf(row.status)} />}
      clock={<DueClock dueAt={row.dueAt} isToday={isToday} now={now} />}
      action={
        <RowAction href={stepHref(row.id, step, row.isMine && (step !== "holdSession" || isToday), row.detail)}>
          {row.isMine
            ? t(`do.${stepVerb(step, { detail: row.detail, status: row.status, isAtDesk: isToday })}`)
            : t("look")}
        </RowAction>
      }
      isCurrent={isCurrent}
    />
  );
}
