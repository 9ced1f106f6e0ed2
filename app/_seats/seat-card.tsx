import {
  IconAlertTriangle,
  IconCheck,
  IconClockExclamation,
  IconEye,
  IconPlus,
  IconSearch,
  IconSend,
  IconX,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ForceIcon } from "./force-icon";
import type { SeatState } from "./seat";
import styles from "./seat-card.module.css";

export interface SeatData {
  /** Stable key; also what `onOpen` receives. */
  id: string;
  forceCode: string;
  forceName: string;
  state: SeatState;
  /** The person, "建议请韩冰", or "空缺". */
  name: string;
  /** Employer, or why this person has the seat: "替补，丁海出差谢绝". */
  unit?: string;
  /** "接受，40 分钟答复", "谢绝：出差，荐丁一鸣", "加请". */
  status: string;
  /** A disclosed tie: an amber triangle beside the name. */
  hasConflict?: boolean;
}

const icons: Record<SeatState, typeof IconCheck> = {
  suggested: IconPlus,
  sent: IconSend,
  seen: IconEye,
  accepted: IconCheck,
  declined: IconX,
  expired: IconClockExclamation,
  recused: IconClockExclamation,
  objected: IconSearch,
};

/** One of the eight seats. Inside Board it gets place, focus and press; alone it is only a drawing. */
export function SeatCard({ seat, isSelected }: { seat: SeatData; isSelected?: boolean }) {
  const t = useTranslations("ui.seat");
  const StateIcon = icons[seat.state];
  return (
    <span className={`${styles.seat} ${styles[seat.state]} ${isSelected ? styles.selected : ""}`}>
      <span className={styles.force}>
        <ForceIcon code={seat.forceCode} />
        {seat.forceName}
        <Comma />
      </span>
      <span className={styles.name}>
        {seat.name}
        {seat.hasConflict ? <IconAlertTriangle aria-hidden className={styles.conflict} /> : null}
        {seat.hasConflict ? <span className="sr-only">{t("conflict")}</span> : null}
        <Comma />
      </span>
      {seat.unit ? (
        <span className={styles.unit}>
          {seat.unit}
          <Comma />
        </span>
      ) : null}
      <span className={styles.status}>
        <StateIcon aria-hidden />
        {seat.status}
      </span>
    </span>
  );
}

export interface LeadData {
  id: string;
  /** 牵头 */
  word: string;
  unit: string;
  name: string;
  /** The lead's own organisation, right above the name. */
  line?: string;
  /** "协办民警 郭海涛" */
  officer?: string;
}

/** The lead in the centre, on a dark background. */
export function LeadSeat({ lead, isSelected }: { lead: LeadData; isSelected?: boolean }) {
  return (
    <span className={`${styles.seat} ${styles.lead} ${isSelected ? styles.selected : ""}`}>
      <span className={styles.force}>
        <span className={styles.one}>1</span>
        {lead.word}
        <Comma />
        {lead.line ? <span className={styles.line}>{lead.line}</span> : null}
      </span>
      <span className={styles.name}>
        {lead.name}
        <Comma />
      </span>
      <span className={styles.unit}>{lead.unit}</span>
      {lead.officer ? <span className={styles.status}>{lead.officer}</span> : null}
    </span>
  );
}

/** The button's accessible name is the card's text; screen readers need a pause between its parts. */
function Comma() {
  return <span className="sr-only">{useTranslations("ui.seat")("comma")}</span>;
}
