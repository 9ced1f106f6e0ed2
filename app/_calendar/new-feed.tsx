"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { AddressCode } from "./address-code";
import styles from "./feeds.module.css";

interface NewFeedProps {
  /** Null when the same answer came a second time: the secret is shown once. */
  token: string | null;
  /** The room's name, or "" for one's own calendar. */
  room: string;
  onClose: () => void;
}

/** The address just made, to copy, to open in this device's calendar, or for a phone's camera. Gone when closed. */
export function NewFeed({ token, room, onClose }: NewFeedProps) {
  const t = useTranslations("calendar.feeds");
  const [isCopied, setCopied] = useState(false);
  if (!token) return <p role="status">{t("toldBefore")}</p>;
  const address = `${window.location.origin}/feeds/${token}.ics`;
  const webcal = address.replace(/^https?:/, "webcal:");
  async function copy() {
    // Without a secure connection the browser has no clipboard; the address is selected so that it can be copied by hand.
    const isDone = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied(isDone ?? false);
  }
  return (
    <div className={styles.made} role="status">
      <AddressCode text={address} label={t("code")} />
      <div className={styles.madeWords}>
        <b>{room ? t("readyRoom", { room }) : t("ready")}</b>
        <p>{t("once")}</p>
        <input
          className={styles.address}
          readOnly
          aria-label={t("address")}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className={styles.acts}>
          <Button small onClick={copy}>
            {isCopied ? t("copied") : t("copy")}
          </Button>
          <ButtonLink small href={webcal}>
            {t("open")}
          </ButtonLink>
          <Button small onClick={onClose}>
            {t("done")}
          </Button>
        </div>
      </div>
    </div>
  );
}
