"use client";
import { IconArrowsSplit2, IconChevronLeft, IconEye, IconEyeOff, IconUsers } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { formatSide } from "@/app/_ui/format/format-number";
import { useFormat } from "@/app/_ui/format/use-format";
import { MoreMenu } from "@/app/_ui/menus/more-menu";
import { Facts } from "@/app/_ui/text/facts";
import { useCover } from "../cover/use-cover";
import { useServerState } from "../use-desk-state";
import styles from "./bar.module.css";
import { TalkTimer } from "./talk-timer";

interface DeskBarProps {
  phase: "before" | "running" | "over";
  isEnding: boolean;
  onEnd: () => void;
}

/** Which session, how long it has been running, and the three acts that are always available. */
export function DeskBar({ phase, isEnding, onEnd }: DeskBarProps) {
  const t = useTranslations("desk.bar");
  const f = useFormat();
  const { disputeId, state } = useServerState();
  const modes = useTranslations("vocabulary.sessionModes");
  const { session } = state;
  return (
    <header className={styles.bar} data-region>
      <ButtonLink href={`/disputes/${disputeId}/sessions`} icon={<IconChevronLeft aria-hidden />}>
        {t("back")}
      </ButtonLink>
      <div className={styles.names}>
        <h1>{t("nth", { n: session.ordinal })}</h1>
        <p title={state.title}>{state.title}</p>
      </div>
      <p className={styles.place}>
        <Facts
          items={[
            session.mode === "video" ? modes("video") : null,
            session.room.name,
            session.startedAt
              ? t("since", { time: f.time(session.startedAt) })
              : f.span(session.startsAt, session.endsAt),
          ]}
        />
      </p>
      {phase === "running" && session.startedAt ? <TalkTimer startedAt={session.startedAt} /> : null}
      {phase === "running" && !isEnding ? (
        <div className={styles.acts}>
          <CoverButton />
          <CaucusButton />
          <Button variant="go" onClick={onEnd}>
            {t("end")}
          </Button>
        </div>
      ) : null}
    </header>
  );
}

function CoverButton() {
  const t = useTranslations("desk.bar");
  const { cover, dispatch } = useCover();
  return cover.isCovered ? (
    <Button icon={<IconEye aria-hidden />} onClick={() => dispatch({ type: "uncover" })}>
      {t("uncover")}
    </Button>
  ) : (
    <Button
      icon={<IconEyeOff aria-hidden />}
      kbd="Esc"
      aria-keyshortcuts="Escape"
      onClick={() => dispatch({ type: "cover" })}
    >
      {t("cover")}
    </Button>
  );
}

/** In caucus with one side; ending it covers what was written meanwhile. */
function CaucusButton() {
  const t = useTranslations("desk.bar");
  const locale = useLocale();
  const { state } = useServerState();
  const { cover, dispatch } = useCover();
  if (cover.caucus !== null)
    return (
      <Button icon={<IconUsers aria-hidden />} onClick={() => dispatch({ type: "leaveCaucus" })}>
        {t("together")}
      </Button>
    );
  return (
    <MoreMenu
      word={t("caucus")}
      icon={<IconArrowsSplit2 aria-hidden />}
      items={state.sides.map(({ side, parties }) => ({
        label: t("caucusWith", { side: formatSide(side - 1, locale), names: parties[0]?.name ?? "" }),
        onPress: () => dispatch({ type: "enterCaucus", side }),
      }))}
    />
  );
}
