"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { useFirstUse } from "@/app/_ui/actions/use-first-use";
import { LaterFailed } from "@/app/_ui/feedback/later-failed";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { SelectField } from "@/app/_ui/fields/select-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { OwnFeed } from "@/server/calendars/reads/own-feeds";
import styles from "./feeds.module.css";

/** With what draws the code to scan, which nobody needs who makes no address. */
const loadNewFeed = () => import("./new-feed").then(({ NewFeed }) => NewFeed);

interface FeedsProps {
  feeds: readonly OwnFeed[];
  /** Rooms one may subscribe to; none for helpers. */
  rooms: readonly { id: string; name: string; point: string }[];
  /** Shown in a panel that has its own heading. */
  isPanel?: boolean;
}

/** Subscription addresses: create one, see which are in use, revoke one. The address itself is shown once. */
export function Feeds({ feeds, rooms, isPanel }: FeedsProps) {
  const t = useTranslations("calendar.feeds");
  const trpc = useTRPC();
  const [roomId, setRoomId] = useState("");
  const [made, setMade] = useState<{ token: string | null; room: string } | null>(null);
  const room = rooms.find(({ id }) => id === roomId);
  const onDone = ({ token }: { token: string | null }) => {
    use();
    setMade({ token, room: room?.name ?? "" });
  };
  const { part: NewFeed, hasFailed, prepare, use } = useFirstUse(loadNewFeed);
  const own = useAct(trpc.calendars.makeOwnFeed.mutationOptions(), { onDone });
  const ofRoom = useAct(trpc.calendars.makeRoomFeed.mutationOptions(), { onDone });
  const problem = own.problem ?? ofRoom.problem;
  const isBusy = own.isBusy || ofRoom.isBusy;
  return (
    <section className={styles.part} aria-label={t("title")}>
      {isPanel ? <p className={styles.hint}>{t("hint")}</p> : <SectionHead title={t("title")} note={t("hint")} />}
      <Holder isPanel={isPanel}>
        <div className={styles.make}>
          {rooms.length > 0 ? (
            <SelectField
              label={t("of")}
              options={[
                { value: "", label: t("mine") },
                ...rooms.map(({ id, name, point }) => ({ value: id, label: `${point} ${name}` })),
              ]}
              value={roomId}
              onChange={(event) => setRoomId(event.currentTarget.value)}
            />
          ) : null}
          <Button
            busy={isBusy}
            onPointerEnter={prepare}
            onFocus={prepare}
            onClick={() => (room ? ofRoom.run({ roomId: room.id, label: "" }) : own.run({ label: "" }))}
          >
            {t("make")}
          </Button>
        </div>
        {problem ? <ProblemNote problem={problem} /> : null}
        {hasFailed ? <LaterFailed /> : null}
        {made && NewFeed ? <NewFeed token={made.token} room={made.room} onClose={() => setMade(null)} /> : null}
      </Holder>
      {feeds.length > 0 ? (
        <Holder isPanel={isPanel} flush>
          <ul className={styles.rows} data-panel={isPanel || undefined}>
            {feeds.map((feed) => (
              <FeedRow key={feed.id} feed={feed} />
            ))}
          </ul>
        </Holder>
      ) : null}
    </section>
  );
}

/** Its own sheet on a page, but not inside a panel, which is a sheet already. */
function Holder({ isPanel, flush, children }: { isPanel?: boolean; flush?: boolean; children: ReactNode }) {
  return isPanel ? <div>{children}</div> : <Sheet flush={flush}>{children}</Sheet>;
}

function FeedRow({ feed }: { feed: OwnFeed }) {
  const t = useTranslations("calendar.feeds");
  const f = useFormat();
  const trpc = useTRPC();
  const revoke = useAct(trpc.calendars.revokeFeed.mutationOptions());
  const name = feed.resource === "room" ? `${feed.point} ${feed.room}` : t("mine");
  return (
    <li className={styles.row}>
      <div>
        <b>{name}</b>
        <p>
          {t("made", { time: f.dayTime(feed.createdAt) })}
          {"　"}
          {feed.readAt ? t("read", { time: f.dayTime(feed.readAt) }) : t("unread")}
        </p>
        {revoke.problem ? <ProblemNote problem={revoke.problem} /> : null}
      </div>
      <Button
        small
        variant="stop"
        busy={revoke.isBusy}
        aria-label={t("revokeWhat", { name, time: f.dayTime(feed.createdAt) })}
        onClick={() => revoke.run({ feedId: feed.id })}
      >
        {t("revoke")}
      </Button>
    </li>
  );
}
