import type { ReactNode } from "react";
import { SideStamp } from "../../_lanes/side-stamp";
import styles from "./party.module.css";

interface PartyProps {
  sideIndex: number;
  name: ReactNode;
  /** Door number or unit, beside the name. */
  place?: ReactNode;
  /** Standing, agent, masked phone. */
  line?: ReactNode;
}

/** One party with its side's stamp; names are never cut. */
export function Party({ sideIndex, name, place, line }: PartyProps) {
  return (
    <div className={styles.party}>
      <SideStamp index={sideIndex} />
      <div>
        <b>{name}</b>
        {place ? <span className={styles.place}>{place}</span> : null}
        {line ? <div className={styles.line}>{line}</div> : null}
      </div>
    </div>
  );
}
