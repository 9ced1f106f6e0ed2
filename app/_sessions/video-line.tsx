"use client";
import { IconVideo } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { Dialog } from "@/app/_ui/dialogs/dialog";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextField } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { setVideoLinkLimits } from "@/app/_ui/limits/sessions";
import { webAddress } from "@/app/_ui/text/web-address";
import type { VideoLink } from "@/server/sessions/reads/video-links";
import type { Session } from "./session";
import styles from "./sessions.module.css";

interface VideoLineProps {
  disputeId: string;
  session: Pick<Session, "id" | "version" | "ordinal">;
  /** Undefined for people who may not read it, or while there is none. */
  link: VideoLink | undefined;
  mayChange: boolean;
}

/** The video link of a session: everyone joins by it, the lead sets and removes it. Nothing for people without access. */
export function VideoLine({ disputeId, session, link, mayChange }: VideoLineProps) {
  const t = useTranslations("sessions.video");
  const f = useFormat();
  const [isOpen, setOpen] = useState(false);
  const url = webAddress(link?.url);
  if (!link && !mayChange) return null;
  return (
    <Line>
      {link ? (
        <>
          {url ? (
            <ButtonLink small href={url} target="_blank" rel="noreferrer" icon={<IconVideo aria-hidden />}>
              {t("join")}
            </ButtonLink>
          ) : null}
          <span className={styles.quiet}>{t("setBy", { name: link.setBy, time: f.dayTime(link.setAt) })}</span>
        </>
      ) : null}
      {mayChange ? (
        <Button small onClick={() => setOpen(true)}>
          {t(link ? "change" : "add")}
        </Button>
      ) : null}
      {isOpen ? <LinkForm disputeId={disputeId} session={session} link={link} onClose={() => setOpen(false)} /> : null}
    </Line>
  );
}

function LinkForm({
  disputeId,
  session,
  link,
  onClose,
}: Pick<VideoLineProps, "disputeId" | "session" | "link"> & { onClose: () => void }) {
  const t = useTranslations("sessions.video");
  const trpc = useTRPC();
  const [url, setUrl] = useState(link?.url ?? "");
  const [hasTried, setTried] = useState(false);
  const act = useAct(trpc.sessions.setVideoLink.mutationOptions(), { onDone: onClose });
  const target = { disputeId, sessionId: session.id, sessionVersion: session.version };
  const isWrong = !/^https:\/\/\S+\.\S+$/.test(url.trim());

  function save(event?: FormEvent) {
    event?.preventDefault();
    setTried(true);
    if (!isWrong) void act.run({ ...target, url });
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title", { n: session.ordinal })}
      actions={
        <>
          {link ? (
            <Button variant="stop" busy={act.isBusy} onClick={() => act.run({ ...target, url: null })}>
              {t("remove")}
            </Button>
          ) : (
            <Button onClick={onClose}>{t("back")}</Button>
          )}
          <Button variant="go" busy={act.isBusy} onClick={() => save()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form method="dialog" onSubmit={save} noValidate>
        <Stack>
          <p>{t("text")}</p>
          <TextField
            label={t("url")}
            hint={t("urlHint")}
            type="url"
            inputMode="url"
            autoComplete="off"
            maxLength={setVideoLinkLimits.url}
            value={url}
            error={hasTried && isWrong ? t("urlWrong") : undefined}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        </Stack>
      </form>
    </Dialog>
  );
}
