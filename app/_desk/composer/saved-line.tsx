"use client";
import { useTranslations } from "next-intl";
import { isPrivate } from "@/app/_lanes/lane-key";
import { useFormat } from "@/app/_ui/format/use-format";
import { useCards } from "../cover/use-cards";
import { canEncrypt } from "../outbox/encryption";
import { useConnection } from "../outbox/use-connection";
import styles from "./composer.module.css";
import { useDraft } from "./use-writing";

/** Whether the words are on the server or only on this device. Announced politely by screen readers. */
export function SavedLine() {
  const t = useTranslations("desk.saved");
  const f = useFormat();
  const { box, connectionState, savedAt } = useConnection();
  const { lane } = useCards();
  const draft = useDraft();
  const left = box.waiting.length;
  const half = draft.text.trim() !== "";
  const word =
    left > 0
      ? connectionState === "up"
        ? t("sending", { count: left })
        : t("onlyHere", { count: left })
      : savedAt
        ? t("both", { time: `${f.time(savedAt)}:${String(savedAt.getSeconds()).padStart(2, "0")}` })
        : t("rest");
  return (
    <p className={styles.saved} role="status">
      {half && left === 0
        ? lane && isPrivate(lane.lane)
          ? t(canEncrypt() ? "halfSealed" : "halfPrivate")
          : t("half")
        : word}
    </p>
  );
}
