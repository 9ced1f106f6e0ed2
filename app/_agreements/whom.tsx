import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import styles from "./agreement.module.css";

interface WhomProps {
  parties: readonly { id: string; side: number; name: string }[];
  from: readonly string[];
  to: readonly string[];
  icon: ReactNode;
}

/** So many are named one by one; of more, the first and how many there are. */
const mostNamed = 3;

/** 乙 → 甲 in stamps; names where a side has several people. */
export function Whom({ parties, from, to, icon }: WhomProps) {
  const t = useTranslations("agreements.becomes");
  const stamps = (ids: readonly string[]) => {
    const all = parties.filter((party) => ids.includes(party.id));
    const isMany = all.length > mostNamed;
    return all.slice(0, isMany ? 1 : mostNamed).map((party) => (
      <span
        key={party.id}
        className={styles.whom}
        title={isMany ? all.map(({ name }) => name).join(t("comma")) : party.name}
      >
        <SideStamp index={party.side - 1} />
        {isMany
          ? t("many", { name: party.name, count: all.length })
          : parties.filter((other) => other.side === party.side).length > 1
            ? party.name
            : null}
      </span>
    ));
  };
  const isShort = from.length + to.length <= mostNamed;
  return (
    <span className={styles.whom} style={isShort ? { flexWrap: "nowrap" } : undefined}>
      {stamps(from)}
      {to.length > 0 ? (
        <>
          {icon}
          <span className="sr-only">{t("to")}</span>
          {stamps(to)}
        </>
      ) : null}
    </span>
  );
}
