"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Link } from "@/app/_ui/actions/link";
import { Empty } from "@/app/_ui/feedback/empty";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import type { OwnNotification } from "@/server/notifications/queries";
import { useNotificationWords } from "./notification-words";
import styles from "./notifications.module.css";

/** Marks everything shown as read; what arrives meanwhile stays new. */
export function ReadAllButton({ newest }: { newest: string }) {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const read = useAct(trpc.notifications.markRead.mutationOptions());
  return (
    <>
      {read.problem ? <ProblemNote problem={read.problem} code={read.problem.reference} /> : null}
      <Button busy={read.isBusy} onClick={() => void read.run({ upTo: newest })}>
        {t("readAll")}
      </Button>
    </>
  );
}

/** Notifications, newest first: what, when, where. Opening one marks it as read. */
export function NotificationList({ rows, now }: { rows: readonly OwnNotification[]; now: Date }) {
  const t = useTranslations("notifications");
  if (rows.length === 0) return <Empty>{t("none")}</Empty>;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <NotificationListRow key={row.id} row={row} now={now} />
      ))}
    </ul>
  );
}

function NotificationListRow({ row, now }: { row: OwnNotification; now: Date }) {
  const t = useTranslations("notifications");
  const words = useNotificationWords(now);
  const f = useFormat(now);
  const trpc = useTRPC();
  const read = useAct(trpc.notifications.markRead.mutationOptions());
  const [isSeen, setSeen] = useState(row.isRead);
  const isRead = row.isRead || isSeen;
  const { line, when, where } = words(row);
  const see = () => {
    if (isRead) return;
    setSeen(true);
    void read.run({ id: row.id });
  };
  const said = (
    <>
      {isRead ? null : <span className="sr-only">{t("new")}</span>}
      {line}
    </>
  );
  return (
    <li className={styles.row} data-new={!isRead || undefined} data-replaced={row.isReplaced || undefined}>
      <span className={styles.dot} aria-hidden="true" />
      <div className={styles.words}>
        {row.href ? (
          <Link href={row.href} className={styles.line} onClick={see}>
            {said}
          </Link>
        ) : isRead ? (
          <span className={styles.line}>{said}</span>
        ) : (
          <button type="button" className={styles.line} onClick={see}>
            {said}
          </button>
        )}
        <p className={styles.facts}>
          <Facts
            items={[when ? <b key="when">{when}</b> : null, where, row.title, row.isReplaced ? t("replaced") : null]}
          />
        </p>
      </div>
      <time dateTime={row.at} className={styles.at}>
        {f.nearDay(row.at)}
      </time>
    </li>
  );
}
