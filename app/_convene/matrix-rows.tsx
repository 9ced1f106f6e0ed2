import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { Link } from "@/app/_ui/actions/link";
import { useAllNames } from "@/app/_ui/format/use-names";
import { Facts } from "@/app/_ui/text/facts";
import type { Attendee, Party, Plan } from "./choice";
import styles from "./matrix.module.css";
import { PresenceMark } from "./presence-mark";

interface RowProps {
  plan: Plan;
  chosen: number;
  onChoose: (column: number) => void;
  /** Index of the row in the grid. */
  row: number;
  isCurrent: boolean;
  onFocus: () => void;
}

interface LineProps extends RowProps {
  id: string;
  isTicked: boolean;
  isRequired: boolean;
  mayTick: boolean;
  name: ReactNode;
  label: string;
  onToggle: () => void;
  part: ReactNode;
}

function MatrixLine({
  plan,
  chosen,
  onChoose,
  row,
  isCurrent,
  onFocus,
  id,
  isTicked,
  isRequired,
  mayTick,
  name,
  label,
  onToggle,
  part,
}: LineProps) {
  return (
    <tr data-off={!isTicked || undefined} onFocus={onFocus}>
      <th scope="row" className={styles.who}>
        <div>
          <label>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={isTicked}
              disabled={!mayTick}
              onChange={onToggle}
              aria-label={label}
            />
            <span className={styles.name}>{name}</span>
          </label>
          {part}
        </div>
      </th>
      {plan.slots.map((slot, column) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid's own keys choose the column
        <td
          role="gridcell"
          key={`${slot.startsAt} ${slot.room.id}`}
          tabIndex={isCurrent && column === chosen ? 0 : -1}
          data-at={`${row}-${column}`}
          data-chosen={column === chosen || undefined}
          aria-selected={column === chosen}
          onClick={() => onChoose(column)}
        >
          <PresenceMark presence={slot.presence[id] ?? "unknown"} isRequired={isTicked && isRequired} />
        </td>
      ))}
    </tr>
  );
}

/** A side of the dispute, with its representatives beside the name; why it cannot come is never shown here. */
export function PartyRow({ party, onToggle, ...row }: RowProps & { party: Party; onToggle: () => void }) {
  const t = useTranslations("convene");
  const links = useAllNames()(party.links.map((link) => link.name));
  return (
    <MatrixLine
      {...row}
      id={party.id}
      isTicked={party.isTicked}
      isRequired
      mayTick
      label={t("tick", { name: party.name })}
      onToggle={onToggle}
      name={
        <>
          <SideStamp index={party.side - 1} small /> <b>{party.name}</b>
          {links ? <span className={styles.quiet}>{t("through", { names: links })}</span> : null}
        </>
      }
      part={<span className={styles.part}>{party.isTicked ? t("part.all") : t("part.notComing")}</span>}
    />
  );
}

interface AttendeeRowProps extends RowProps {
  disputeId: string;
  attendee: Attendee;
  part: Plan["parts"][number] | undefined;
  /** The short word of their force; null for staff. */
  force: string | null;
  onToggle: () => void;
  onPart: () => void;
}

/** A helper or a member of staff: name, force, answer so far, and how much they are required. */
export function AttendeeRow({ disputeId, attendee, part, force, onToggle, onPart, ...row }: AttendeeRowProps) {
  const t = useTranslations("convene");
  const isStaff = attendee.forceCode === null;
  const standing = attendee.standing === "suggested" ? null : t(`standing.${attendee.standing}`);
  const hindrance = attendee.isTicked ? null : attendee.hindrance;
  const words =
    attendee.standing === "lead"
      ? t("part.all")
      : !attendee.isTicked
        ? attendee.isEligible
          ? t("part.notAsked")
          : t(hindrance ? `hindrance.${hindrance}` : "part.notEligible")
        : attendee.isNamed
          ? t("part.named")
          : isStaff || !part
            ? t("part.optional")
            : part.part === "any"
              ? t("part.any", { force: force ?? "", count: part.seats })
              : t(`part.${part.part}`);
  return (
    <MatrixLine
      {...row}
      id={attendee.personId}
      isTicked={attendee.isTicked}
      isRequired={attendee.standing === "lead" || attendee.isNamed || part?.part === "all"}
      mayTick={attendee.standing !== "lead" && attendee.isEligible}
      label={t("tick", { name: attendee.name })}
      onToggle={onToggle}
      name={
        <>
          <b>{attendee.name}</b>
          <span className={styles.quiet}>
            <Facts items={[force, attendee.post, standing]} />
          </span>
        </>
      }
      part={
        (part || attendee.isNamed) && attendee.isTicked ? (
          <button
            type="button"
            tabIndex={-1}
            className={styles.part}
            onClick={onPart}
            title={t("partHint")}
            aria-label={t("partOf", { name: attendee.name, part: words })}
          >
            {words}
          </button>
        ) : hindrance && attendee.forceCode ? (
          // The parties' consent is recorded at the seat on the board.
          <Link
            tabIndex={-1}
            className={styles.part}
            href={`/disputes/${disputeId}?seat=${attendee.forceCode}#board`}
            aria-label={t("hindranceOf", { name: attendee.name, why: words })}
          >
            {words}
          </Link>
        ) : (
          <span className={styles.part}>{words}</span>
        )
      }
    />
  );
}
