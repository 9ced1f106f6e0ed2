import type { ReactNode } from "react";
import { Link } from "@/app/_ui/actions/link";
import styles from "@/app/_ui/lists/list.module.css";
import { Facts } from "@/app/_ui/text/facts";
import { Unbroken } from "@/app/_ui/text/unbroken";
import type { RiskLevel } from "@/db/vocabulary";
import { Risk, RiskShape } from "./risk";

interface ListRowProps {
  /** Where the whole row leads. */
  href: string;
  /** What to do first: "请法官替补：周文博没有答复". */
  title: ReactNode;
  /** The dispute second: name, sides, place, one extra fact; cut from the end. */
  facts?: readonly ReactNode[];
  risk?: RiskLevel;
  riskOwner?: string;
  glyph?: ReactNode;
  stage?: ReactNode;
  clock?: ReactNode;
  /** One RowAction. */
  action?: ReactNode;
  /** The row the view starts on: tinted, and its action filled. The keyboard moves it on. */
  isCurrent?: boolean;
}

/** 54 px: shape, glyph, two lines, stage, clock, one action. Two-line card on phones. Yellow and red also have a word. */
export function ListRow({ href, title, facts, risk, riskOwner, glyph, stage, clock, action, isCurrent }: ListRowProps) {
  const said = risk && risk !== "green" ? <Risk level={risk} owner={riskOwner} key="risk" hideShape /> : null;
  return (
    <li className={styles.row} data-row data-current={isCurrent || undefined}>
      <span className={styles.shape}>
        {risk === "green" ? (
          <Risk level="green" owner={riskOwner} show="shape" />
        ) : risk ? (
          <RiskShape level={risk} />
        ) : null}
      </span>
      <span className={styles.glyph}>{glyph}</span>
      <div className={styles.words}>
        <Link href={href} className={styles.title} title={typeof title === "string" ? title : undefined}>
          <Unbroken>{title}</Unbroken>
        </Link>
        <div className={styles.facts}>
          <Facts items={[said, ...(facts ?? [])]} />
        </div>
      </div>
      <span className={styles.stage}>{stage}</span>
      <span className={styles.clock}>{clock}</span>
      <span className={styles.action}>{action}</span>
    </li>
  );
}
