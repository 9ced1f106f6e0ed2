"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { Attendee, Party, Plan } from "./choice";
import styles from "./matrix.module.css";
import { MatrixLegend } from "./matrix-legend";
import { AttendeeRow, PartyRow } from "./matrix-rows";
import { usePlanWords } from "./use-plan-words";

interface SlotMatrixProps {
  disputeId: string;
  plan: Plan;
  /** Which column is chosen. */
  chosen: number;
  onChoose: (column: number) => void;
  onToggleParty: (id: string) => void;
  onTogglePerson: (id: string) => void;
  /** Changes this helper to the next requirement. */
  onPart: (attendee: Attendee) => void;
  isStale: boolean;
}

type Line = { kind: "party"; party: Party } | { kind: "attendee"; attendee: Attendee };

/** Rows of people, columns of hours. One tab stop: arrows move, Space ticks, Enter changes who is required. */
export function SlotMatrix(props: SlotMatrixProps) {
  const { disputeId, plan, chosen, onChoose, onToggleParty, onTogglePerson, onPart, isStale } = props;
  const t = useTranslations("convene");
  const words = usePlanWords(plan);
  const [showsAll, setShowsAll] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const shown = plan.attendees.filter((one) => one.isShown || showsAll);
  const hidden = plan.attendees.length - plan.attendees.filter((one) => one.isShown).length;
  const lines: Line[] = [
    ...plan.parties.map((party) => ({ kind: "party" as const, party })),
    ...shown.map((attendee) => ({ kind: "attendee" as const, attendee })),
  ];
  const ticked =
    plan.attendees.filter((one) => one.isTicked).length + plan.parties.filter((one) => one.isTicked).length;

  const partOf = (attendee: Attendee) => plan.parts.find((one) => one.forceCode === attendee.forceCode);
  function changePart(attendee: Attendee) {
    if (attendee.isTicked && (attendee.isNamed || partOf(attendee))) onPart(attendee);
  }
  function tick(line: Line) {
    if (line.kind === "party") onToggleParty(line.party.id);
    else if (line.attendee.standing !== "lead" && line.attendee.isEligible) onTogglePerson(line.attendee.personId);
  }
  const { row, setRow, walk } = useGridWalk({ table, lines, plan, chosen, onChoose, tick, changePart });

  const cells = { plan, chosen, onChoose };
  const of = (line: number) => ({ row: line, isCurrent: line === row, onFocus: () => setRow(line) });
  return (
    <Sheet flush>
      <div className={styles.scroller}>
        <table
          role="grid"
          aria-label={t("matrix")}
          aria-busy={isStale}
          className={styles.matrix}
          ref={table}
          onKeyDown={walk}
        >
          <SlotHeads {...{ plan, chosen, onChoose, ticked }} />
          <tbody>
            <GroupRow slots={plan.slots.length} title={t("parties")}>
              {t("partiesNote", { count: new Set(plan.parties.map((one) => one.side)).size })}
            </GroupRow>
            {plan.parties.map((party, index) => (
              <PartyRow
                key={party.id}
                party={party}
                {...cells}
                {...of(index)}
                onToggle={() => onToggleParty(party.id)}
              />
            ))}
            <GroupRow slots={plan.slots.length} title={t("forces")}>
              {t("forcesNote")}
            </GroupRow>
            {shown.map((attendee, index) => (
              <AttendeeRow
                key={attendee.personId}
                disputeId={disputeId}
                attendee={attendee}
                part={partOf(attendee)}
                force={attendee.forceCode ? words.force(attendee.forceCode) : null}
                {...cells}
                {...of(plan.parties.length + index)}
                onToggle={() => onTogglePerson(attendee.personId)}
                onPart={() => changePart(attendee)}
              />
            ))}
            <RoomsRow {...{ plan, chosen, ticked }} />
          </tbody>
        </table>
      </div>
      <MatrixLegend plan={plan} hidden={hidden} showsAll={showsAll} onShowAll={() => setShowsAll(!showsAll)} />
    </Sheet>
  );
}

interface GridWalkOptions extends Pick<SlotMatrixProps, "plan" | "chosen" | "onChoose"> {
  table: RefObject<HTMLTableElement | null>;
  lines: readonly Line[];
  tick: (line: Line) => void;
  changePart: (attendee: Attendee) => void;
}

/** The keys of the grid: which row has the focus, and what each key does there. */
function useGridWalk({ table, lines, plan, chosen, onChoose, tick, changePart }: GridWalkOptions) {
  const [row, setRow] = useState(0);
  function focusOn(nextRow: number, column: number) {
    setRow(nextRow);
    table.current?.querySelector<HTMLElement>(`[data-at="${nextRow}-${column}"]`)?.focus();
  }
  function walk(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = lines.length - 1;
    const to = Math.max(0, plan.slots.length - 1);
    const line = lines[row];
    switch (event.key) {
      case "ArrowUp":
        focusOn(Math.max(0, row - 1), chosen);
        break;
      case "ArrowDown":
        focusOn(Math.min(last, row + 1), chosen);
        break;
      case "ArrowLeft":
        choose(Math.max(0, chosen - 1));
        break;
      case "ArrowRight":
        choose(Math.min(to, chosen + 1));
        break;
      case "Home":
        choose(0);
        break;
      case "End":
        choose(to);
        break;
      case " ":
        if (line) tick(line);
        break;
      case "Enter":
        if (line?.kind === "attendee") changePart(line.attendee);
        break;
      default:
        return;
    }
    event.preventDefault();
  }
  function choose(column: number) {
    onChoose(column);
    focusOn(row, column);
  }
  return { row, setRow, walk };
}

interface SlotsProps extends Pick<SlotMatrixProps, "plan" | "chosen"> {
  /** How many people are to come. */
  ticked: number;
}

function SlotHeads({ plan, chosen, onChoose, ticked }: SlotsProps & Pick<SlotMatrixProps, "onChoose">) {
  const t = useTranslations("convene");
  const f = useFormat();
  const words = usePlanWords(plan);
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>
          {t("ticked", { count: ticked })}
        </th>
        {plan.slots.map((slot, column) => (
          <th
            key={`${slot.startsAt} ${slot.room.id}`}
            scope="col"
            className={styles.slot}
            data-chosen={column === chosen || undefined}
            aria-selected={column === chosen}
          >
            <button type="button" tabIndex={-1} onClick={() => onChoose(column)}>
              <span>{f.date(slot.startsAt)}</span>
              <b>{f.timeSpan(slot.startsAt, slot.endsAt)}</b>
              <span>{words.verdict(slot)}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function RoomsRow({ plan, chosen, ticked }: SlotsProps) {
  const t = useTranslations("convene");
  return (
    <tr className={styles.rooms}>
      <th scope="row">
        <b>{t("place")}</b> <span className={styles.quiet}>{t("placeNote", { count: ticked })}</span>
      </th>
      {plan.slots.map((slot, column) => (
        <td
          key={`${slot.startsAt} ${slot.room.id}`}
          data-chosen={column === chosen || undefined}
          title={slot.room.point}
        >
          {slot.room.name}
        </td>
      ))}
    </tr>
  );
}

function GroupRow({ slots, title, children }: { slots: number; title: string; children: ReactNode }) {
  return (
    <tr className={styles.group}>
      <th scope="rowgroup" colSpan={slots + 1}>
        {title} <span>{children}</span>
      </th>
    </tr>
  );
}
