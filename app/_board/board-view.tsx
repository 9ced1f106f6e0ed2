"use client";
import { IconCheck } from "@tabler/icons-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { withLaterWords } from "@/app/_i18n/later-words";
import { Board as BoardGrid } from "@/app/_seats/board";
import { ButtonLink } from "@/app/_ui/actions/button";
import { useLater } from "@/app/_ui/actions/use-later";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Tag } from "@/app/_ui/text/tag";
import type { Board } from "@/server/invitations/reads/board";
import { seatsOf, tallyOf } from "./board-seats";
import styles from "./board-view.module.css";
import { LeadPanel } from "./lead-panel";
import { PlusSeat, PointCard, PointRow } from "./point-card";
import { useSeatWords } from "./use-seat-words";

const loadPanel = withLaterWords("_board/seat-panel", () => import("./seat-panel").then((it) => it.SeatPanel));
const leadId = "lead";
const pointsShown = 3;

/** The chosen seat is part of the address, so that a link can open it: ?seat=lawyer. */
function chooseSeat(id: string | null) {
  const url = new URL(window.location.href);
  if (id) url.searchParams.set("seat", id);
  else url.searchParams.delete("seat");
  window.history.replaceState(null, "", url);
}

interface BoardViewProps {
  disputeId: string;
  board: Board;
  /** ISO; when the page was rendered. */
  now: string;
  children?: ReactNode;
}

export function BoardView({ disputeId, board, now, children }: BoardViewProps) {
  const t = useTranslations("board");
  const chosen = useSearchParams().get("seat");
  const at = new Date(now);
  const words = useSeatWords(at);
  const roomWords = useRoomWords();
  const { eight, plus } = seatsOf(board, at);
  const seat = [...eight, ...plus].find((one) => one.force.code === chosen) ?? null;
  const { part: SeatPanel, hasFailed } = useLater(loadPanel, seat !== null);
  const close = () => chooseSeat(null);
  const { lead } = board;
  return (
    <div id="board" className={styles.desk}>
      <div className={styles.centre}>
        <SectionHead
          title={t("title")}
          note={<Tally board={board} seats={[...eight, ...plus]} />}
          end={
            <>
              <Consent board={board} seats={eight} />
              {board.allowed.includes("convening.send") ? (
                <ButtonLink small href={`/disputes/${disputeId}/convene`}>
                  {t("convene")}
                </ButtonLink>
              ) : null}
            </>
          }
        />
        <div className={styles.grid}>
          <BoardGrid
            selectedId={chosen ?? undefined}
            onOpen={(id) => chooseSeat(id === chosen ? null : id)}
            seats={eight.map(words)}
            lead={{
              id: leadId,
              word: t("lead"),
              line: lead?.unit && lead.unit !== lead.organisation ? lead.unit : undefined,
              name: lead?.name ?? t("nobody"),
              unit: lead?.organisation ?? "",
              officer: lead?.assistant ? t("assistant", { name: lead.assistant }) : undefined,
            }}
          />
        </div>
        <PointRow>
          {board.points.slice(0, pointsShown).map((point) => (
            <PointCard key={point.id} name={point.name} why={roomWords(point)} isChosen={point.isChosen} />
          ))}
          {plus.map((one) => (
            <PlusSeat key={`${one.force.code} ${one.current?.id ?? ""}`} seat={words(one)} onOpen={chooseSeat} />
          ))}
        </PointRow>
      </div>
      {seat ? (
        <div className={styles.right}>
          {SeatPanel ? (
            <SeatPanel key={seat.force.code} disputeId={disputeId} board={board} seat={seat} now={at} onClose={close} />
          ) : null}
          {hasFailed ? <LaterFailed /> : null}
        </div>
      ) : chosen === leadId && lead ? (
        <div className={styles.right}>
          <LeadPanel lead={lead} onClose={close} />
        </div>
      ) : null}
      {children ? <div className={styles.centre}>{children}</div> : null}
    </div>
  );
}

function Tally({ board, seats }: { board: Board; seats: ReturnType<typeof seatsOf>["eight"] }) {
  const t = useTranslations("board");
  const { asked, parts } = tallyOf(seats);
  if (!board.proceedingId || asked === 0) return t("tallyNone");
  const said = (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => parts[part] > 0);
  return t("tally", { asked, parts: said.map((part) => t(`part.${part}`, { count: parts[part] })).join(t("comma")) });
}

/** More are counted, not named. */
const namedAtMost = 3;

/** What the law requires before anybody is invited, in one tag. */
function Consent({ board, seats }: { board: Board; seats: ReturnType<typeof seatsOf>["eight"] }) {
  const t = useTranslations("board");
  if (board.isEnded) return <Tag>{t("ended")}</Tag>;
  if (board.track !== "peoples" || board.unconsented === null) return null;
  if (board.unconsented.length > 0) {
    const names = board.unconsented.slice(0, namedAtMost).map((party) => party.name);
    const count = board.unconsented.length;
    const said = { names: names.join(t("listComma")), count };
    return (
      <Tag tone="amber" isLong>
        {t(count > namedAtMost ? "manyNotAgreed" : "notAllAgree", said)}
      </Tag>
    );
  }
  const open = seats.filter(({ force }) => (force.missing?.length ?? 0) > (force.objecting?.length ?? 0)).length;
  if (open > 0) return <Tag tone="amber">{t("someForces", { count: open })}</Tag>;
  const agreed = seats.filter((seat) => !seat.force.missing?.length).length;
  return (
    <Tag tone="green" icon={<IconCheck aria-hidden />}>
      {agreed === seats.length
        ? t("allAgree", { count: board.parties })
        : t("someAgree", { count: board.parties, seats: agreed })}
    </Tag>
  );
}

/** Why this point: nearest, and what its rooms hold. */
function useRoomWords() {
  const t = useTranslations("board");
  return (point: Board["points"][number]) => {
    const rooms = point.rooms.map((room) => t("points.room", room)).join(t("comma")) || t("points.none");
    return point.isChosen ? t("points.chosen", { rooms }) : rooms;
  };
}
