import { useTranslations } from "next-intl";
import { cursorText } from "@/app/_disputes/due-cursor";
import { StepRow } from "@/app/_disputes/step-row";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import { KeyboardList } from "@/app/_ui/lists/keyboard-list";
import { ListGroup } from "@/app/_ui/lists/list-group";
import type { Today, TodayGroup } from "@/server/disputes/reads/today";
import type { Show } from "./today-head";

const order: readonly TodayGroup[] = ["overdue", "today", "week", "later"];

/** Groups of steps; the keyboard starts at the first row. J and K move, ↵ acts, O opens. */
export function TodayList({ today, show, mayRegister }: { today: Today; show: Show; mayRegister: boolean }) {
  const t = useTranslations("today");
  const now = new Date(today.now);
  const f = useFormat(now);
  const groups = order.filter((group) => today.groups[group].length > 0);
  const first = groups[0] && today.groups[groups[0]][0];
  if (!first) {
    const next = today.side.nextSession;
    // Where nothing is in hand and nothing waits, as at a new station, the list of disputes has little to show.
    const isBlank = today.counts.mine + today.counts.waiting + today.side.untriagedCount === 0;
    return (
      <Sheet>
        <Empty
          action={
            next ? (
              <ButtonLink href={`/disputes/${next.disputeId}/sessions`}>{t("openNext")}</ButtonLink>
            ) : mayRegister && isBlank ? (
              <ButtonLink href="/register">{t("register")}</ButtonLink>
            ) : (
              <ButtonLink href="/disputes">{t("openList")}</ButtonLink>
            )
          }
        >
          {show === "toDo"
            ? next
              ? t("emptyNext", { at: f.dateTime(next.startsAt) })
              : t("empty")
            : t(`emptyOf.${show}`)}
        </Empty>
      </Sheet>
    );
  }
  return (
    <>
      <KeyboardList label={t(`show.${show}`)}>
        {groups.map((group) => (
          <ListGroup
            key={group}
            title={t(`group.${group}`)}
            count={today.groups[group].length}
            tone={group === "overdue" && show !== "waiting" ? "red" : "plain"}
          >
            {today.groups[group].map((row) => (
              <StepRow
                key={`${row.id} ${row.step}`}
                row={row}
                now={now}
                isToday={group === "today"}
                isCurrent={row === first}
              />
            ))}
          </ListGroup>
        ))}
      </KeyboardList>
      {today.next ? (
        <div>
          <ButtonLink href={`/today?show=${show}&after=${cursorText(today.next)}`}>{t("laterOnes")}</ButtonLink>
        </div>
      ) : null}
    </>
  );
}
