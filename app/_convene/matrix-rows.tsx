import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { Facts } from "@/app/_ui/text/facts";
import type { Comer, Party, Plan } from "./choice";
import styles from "./matrix.module.css";
import { PresenceMark } from "./presence-mark";

interface RowProps {
  plan: Plan;
  chosen: number;
  onChoose: (column: number) => void;
  /** Which line of the grid. */
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

/** A side of the dispute; who speaks for it stands beside the name, why it cannot come stands nowhere here. */
export function PartyRow({ party, onToggle, ...row }: RowProps & { party: Party; onToggle: () => void }) {
  const t = useTranslations("convene");
  const links = party.links.map((link) => link.name).join("、");
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

interface ComerRowProps extends RowProps {
  disputeId: string;
  comer: Comer;
  part: Plan["parts"][number] | undefined;
  /** The short word of his force; null for the house. */
  force: string | null;
  onToggle: () => void;
  onPart: () => void;
}

/** A helper or one of the house: name, force, how he stands, how much he is needed. */
export function ComerRow({ disputeId, comer, part, force, onToggle, onPart, ...row }: ComerRowProps) {
  const t = useTranslations("convene");
  const isHouse = comer.forceCode === null;
  const standing = comer.standing === "suggested" ? null : t(`standing.${comer.standing}`);
  const hindrance = comer.isTicked ? null : comer.hindrance;
  const words =
    comer.standing === "lead"
      ? t("part.all")
      : !comer.isTicked
        ? comer.isEligible
          ? t("part.notAsked")
          : t(hindrance ? `hindrance.${hindrance}` : "part.notEligible")
        : comer.isNamed
          ? t("part.named")
          : isHouse || !part
            ? t("part.optional")
            : part.part === "any"
              ? t("part.any", { force: force ?? "", count: part.seats })
              : t(`part.${part.part}`);
  return (
    <MatrixLine
      {...row}
      id={comer.personId}
      isTicked={comer.isTicked}
      isRequired={comer.standing === "lead" || comer.isNamed || part?.part === "all"}
      mayTick={comer.standing !== "lead" && comer.isEligible}
      label={t("tick", { name: comer.name })}
      onToggle={onToggle}
      name={
        <>
          <b>{comer.name}</b>
          <span className={styles.quiet}>
            <Facts items={[force, comer.post, standing]} />
          </span>
        </>
      }
      part={
        (part || comer.isNamed) && comer.isTicked ? (
          <button
            type="button"
            tabIndex={-1}
            className={styles.part}
            onClick={onPart}
            title={t("partHint")}
            aria-label={t("partOf", { name: comer.name, part: words })}
          >
            {words}
          </button>
        ) : hindrance && comer.forceCode ? (
          // The seat on the board is where the parties' word is taken.
          <Link
            tabIndex={-1}
            className={styles.part}
            href={`/disputes/${disputeId}?seat=${comer.forceCode}#board`}
            aria-label={t("hindranceOf", { name: comer.name, why: words })}
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
