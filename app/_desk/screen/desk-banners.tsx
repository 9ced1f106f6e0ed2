"use client";
import { IconCloudOff, IconEyeOff, IconKey } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { copyText } from "@/app/_ui/actions/copy-text";
import { Banner } from "@/app/_ui/feedback/banner";
import { useProblemText } from "@/app/_ui/feedback/problem-text";
import { formatSide } from "@/app/_ui/format/format-number";
import { useAllNames } from "@/app/_ui/format/use-names";
import { useCover } from "../cover/use-cover";
import { canEncrypt } from "../outbox/encryption";
import { dropped } from "../outbox/outbox";
import { useConnection, useHasPrivateWords } from "../outbox/use-connection";
import { useServerState } from "../use-desk-state";
import { ConflictBanner } from "./conflict-banner";
import styles from "./desk.module.css";
import { RecordingBanner } from "./recording-banner";

/** What has to be known first: connection, caucus, conflicts, refused cards. */
export function DeskBanners() {
  const t = useTranslations("desk.strips");
  const allNames = useAllNames();
  const locale = useLocale();
  const { state } = useServerState();
  const { cover } = useCover();
  const { connectionState, box, sendWaiting } = useConnection();
  const hasPrivateWords = useHasPrivateWords();
  const caucus = cover.isCovered ? null : cover.caucus;
  return (
    <div className={styles.strips}>
      {connectionState === "down" ? (
        <Banner
          tone="amber"
          icon={<IconCloudOff aria-hidden />}
          action={
            <Button small onClick={() => void sendWaiting()}>
              {t("try")}
            </Button>
          }
        >
          {t("down")}
          {hasPrivateWords && !cover.isCovered ? ` ${t(canEncrypt() ? "downSealed" : "downPrivate")}` : null}
        </Banner>
      ) : null}
      {connectionState === "signedOut" ? (
        <Banner tone="amber" icon={<IconKey aria-hidden />}>
          {t("signedOut")}{" "}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {t("signIn")}
          </a>
        </Banner>
      ) : null}
      {caucus !== null ? (
        <div className={styles.caucus} role="status">
          <IconEyeOff aria-hidden />
          <b>
            {t("caucus", {
              side: formatSide(caucus - 1, locale),
              names: allNames(state.sides.find((one) => one.side === caucus)?.parties.map((party) => party.name) ?? []),
            })}
          </b>
          <span>{t("caucusRule")}</span>
        </div>
      ) : null}
      {cover.isCovered && cover.caucus !== null ? <Banner>{t("coveredInCaucus")}</Banner> : null}
      <RecordingBanner />
      {box.conflicts.map((conflict) => (
        <ConflictBanner key={conflict.key} conflict={conflict} />
      ))}
      <RefusedBanners />
    </div>
  );
}

/** Cards the server refused: their words can be copied, then discarded. */
function RefusedBanners() {
  const t = useTranslations("desk.strips");
  const say = useProblemText();
  const { box, update } = useConnection();
  const { cover } = useCover();
  const [copied, setCopied] = useState<string | null>(null);
  return box.refused.map((one) => {
    const isTable = !one.isPrivate;
    if (!isTable && cover.isCovered) return null;
    const { text } = one.act.input;
    return (
      <Banner
        key={one.key}
        tone="amber"
        action={
          <>
            {text ? (
              <Button small onClick={() => void copyText(text).then((isDone) => isDone && setCopied(one.key))}>
                {copied === one.key ? t("copied") : t("copy")}
              </Button>
            ) : null}
            <Button small onClick={() => update((all) => dropped(all, one.key))}>
              {t("drop")}
            </Button>
          </>
        }
      >
        {t("refused", { why: say(one) })} {isTable && text ? `“${text}”` : null}
      </Banner>
    );
  });
}
