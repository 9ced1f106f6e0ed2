import { useTranslations } from "next-intl";
import { Risk } from "@/app/_status/risk";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line } from "@/app/_ui/layout/columns";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import type { Waiting } from "@/server/agreements/reads/committee-overview";
import styles from "./committee.module.css";

interface WaitingListProps {
  id: string;
  title: string;
  note?: string;
  waiting: Waiting;
  /** Lists that hold the rest. */
  more: readonly { label: string; href: string }[];
}

/** Disputes that wait for the committee to act; the longest waiting first. */
export function WaitingList({ id, title, note, waiting: { rows, total }, more }: WaitingListProps) {
  const t = useTranslations("committee");
  const steps = useTranslations("vocabulary.nextSteps");
  const f = useFormat();
  return (
    <Sheet labelledBy={id}>
      <SectionHead id={id} title={title} note={total > 0 ? total : t("none")} end={total > 0 ? note : null} />
      <ul className={styles.waiting}>
        {rows.map((row) => (
          <li key={row.disputeId}>
            <Link href={`/disputes/${row.disputeId}`}>{row.title}</Link>
            <span>
              <Facts
                items={[
                  row.risk === "green" ? null : <Risk key="risk" level={row.risk} hideShape />,
                  row.nextStep ? steps(row.nextStep) : null,
                  row.leadName,
                  row.dueAt ? t("lateFor", { at: f.day(row.dueAt) }) : t("registered", { day: f.day(row.since) }),
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <Line>
          {more.map(({ label, href }) => (
            <ButtonLink key={href} small href={href}>
              {label}
            </ButtonLink>
          ))}
        </Line>
      ) : null}
    </Sheet>
  );
}
