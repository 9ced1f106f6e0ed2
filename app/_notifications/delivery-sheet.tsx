"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { RemindButton } from "@/app/_reminders/remind-button";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { Facts } from "@/app/_ui/text/facts";
import { listLimits } from "@/server/kernel/choices";
import type { DeliveryOverview, NotifiedRecipient, WaitingInvitee } from "@/server/notifications/queries";
import styles from "./delivery.module.css";
import { useDeliveryWords } from "./delivery-words";

const firstShown = 6;

interface DeliverySheetProps {
  disputeId: string;
  overview: DeliveryOverview;
  /** The words for the kinds that were announced here: the browser need not carry those of all kinds. */
  kindWords: KindWords;
  /** When the page was rendered. */
  now: Date;
}
type KindWords = Partial<Record<NotifiedRecipient["kind"], string>>;

/** The messages about one event: same kind, same moment. */
interface Announcement {
  key: string;
  kind: NotifiedRecipient["kind"];
  at: string;
  people: NotifiedRecipient[];
}

function announcements(notified: readonly NotifiedRecipient[]): Announcement[] {
  const groups = new Map<string, Announcement>();
  for (const one of notified) {
    const key = `${one.kind} ${one.at}`;
    const group = groups.get(key) ?? { key, kind: one.kind, at: one.at, people: [] };
    group.people.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const hasFailed = ({ people }: Announcement) => people.some((one) => one.ways.some((way) => way.status === "failed"));

/** Who was told what, by which channel, and whether it arrived; people who still owe an answer can be reminded. */
export function DeliverySheet({ disputeId, overview, kindWords, now }: DeliverySheetProps) {
  const t = useTranslations("notifications.delivery");
  const [isWhole, setWhole] = useState(false);
  const all = announcements(overview.notified);
  const sorted = [...all.filter(hasFailed), ...all.filter((one) => !hasFailed(one))];
  const shown = isWhole ? sorted : sorted.slice(0, firstShown);
  const failed = overview.notified.flatMap((one) => one.ways).filter((way) => way.status === "failed").length;
  return (
    <Sheet labelledBy="notified">
      <SectionHead
        id="notified"
        title={t("title")}
        note={overview.notified.length > 0 ? t("note", { people: overview.notified.length, failed }) : undefined}
      />
      {overview.waiting.length > 0 ? (
        <section className={styles.part} aria-labelledby="waiting-answers">
          <div className={styles.waiting}>
            <h3 id="waiting-answers">{t("waiting")}</h3>
            {overview.mayRemind && overview.waiting.length > 1 ? <RemindButton disputeId={disputeId} /> : null}
          </div>
          <ul>
            {overview.waiting.map((one) => (
              <WaitingRow
                key={one.invitationId}
                one={one}
                disputeId={disputeId}
                mayRemind={overview.mayRemind}
                now={now}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {all.length === 0 ? <Empty>{t("none")}</Empty> : null}
      {shown.map((announcement) => (
        <AnnouncementPart
          key={announcement.key}
          announcement={announcement}
          word={kindWords[announcement.kind]}
          disputeId={disputeId}
          mayRetry={overview.mayRetry}
          now={now}
        />
      ))}
      {shown.length < sorted.length ? (
        <Button variant="text" onClick={() => setWhole(true)}>
          {t("more", { count: sorted.length - shown.length })}
        </Button>
      ) : null}
      <ListEnd rows={overview.notified} most={listLimits.notifiedOfDispute} />
    </Sheet>
  );
}

interface WaitingRowProps {
  one: WaitingInvitee;
  disputeId: string;
  mayRemind: boolean;
  now: Date;
}

function WaitingRow({ one, disputeId, mayRemind, now }: WaitingRowProps) {
  const t = useTranslations("notifications.delivery");
  const f = useFormat(now);
  const locale = useLocale();
  const trpc = useTRPC();
  const remind = useAct(trpc.notifications.remind.mutationOptions());
  const canRemind = new Date(one.remindFrom) <= now;
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <b>{one.name}</b>
        <span className={styles.quiet}>
          <Facts
            items={[
              locale === "en" ? one.forceNameEn : one.forceNameZh,
              one.seenAt ? t("seen") : t("notSeen"),
              t("answerBy", { by: f.dateTime(one.answerBy) }),
            ]}
          />
        </span>
      </span>
      {!mayRemind ? null : canRemind ? (
        <Button
          small
          busy={remind.isBusy}
          aria-label={`${t("remind")} ${one.name}`}
          onClick={() => void remind.run({ disputeId, invitationId: one.invitationId })}
        >
          {t("remind")}
        </Button>
      ) : (
        <span className={styles.quiet}>{t("remindFrom", { time: f.dayTime(one.remindFrom) })}</span>
      )}
      {remind.problem ? <ProblemNote problem={remind.problem} code={remind.problem.reference} /> : null}
    </li>
  );
}

interface TellingPartProps {
  announcement: Announcement;
  word: string | undefined;
  disputeId: string;
  mayRetry: boolean;
  now: Date;
}

/** One event's messages; folded unless one failed. */
function AnnouncementPart({ announcement, word, disputeId, mayRetry, now }: TellingPartProps) {
  const t = useTranslations("notifications.delivery");
  const f = useFormat(now);
  return (
    <details className={styles.part} open={hasFailed(announcement)}>
      <summary>
        <b>{word}</b>
        <span className={styles.quiet}>
          <Facts
            items={[
              <time key="at" dateTime={announcement.at}>
                {f.dateTime(announcement.at)}
              </time>,
              announcement.people.length === 1
                ? announcement.people[0]?.name
                : t("people", { count: announcement.people.length }),
            ]}
          />
        </span>
      </summary>
      <ul>
        {announcement.people.map((one) => (
          <RecipientRow key={one.id} one={one} disputeId={disputeId} mayRetry={mayRetry} now={now} />
        ))}
      </ul>
    </details>
  );
}

interface RecipientRowProps {
  one: NotifiedRecipient;
  disputeId: string;
  mayRetry: boolean;
  now: Date;
}

function RecipientRow({ one, disputeId, mayRetry, now }: RecipientRowProps) {
  const t = useTranslations("notifications.delivery");
  const channels = useTranslations("vocabulary.channels");
  const words = useDeliveryWords(now);
  const trpc = useTRPC();
  const retry = useAct(trpc.notifications.retry.mutationOptions());
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        {one.side ? <SideStamp index={one.side - 1} small /> : null}
        {one.name}
      </span>
      <ul className={styles.ways}>
        {one.ways.map((way) => (
          <li key={way.id} data-state={way.status}>
            <span>
              {way.channel === "inApp" ? null : (
                <>
                  {channels(way.channel)} {way.address}{" "}
                </>
              )}
              <b>{words(way)}</b>
              {way.channel === "inApp" && way.status === "sent" && one.isRead ? ` ${t("read")}` : null}
            </span>
            {way.status === "failed" && mayRetry ? (
              <Button
                small
                variant="text"
                busy={retry.isBusy}
                aria-label={`${t("retry")} ${one.name} ${channels(way.channel)}`}
                onClick={() => void retry.run({ disputeId, deliveryId: way.id })}
              >
                {t("retry")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {retry.problem ? <ProblemNote problem={retry.problem} code={retry.problem.reference} /> : null}
    </li>
  );
}
