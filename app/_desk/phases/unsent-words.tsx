"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { GoingFile } from "@/app/_files/going-file";
import { isPrivate } from "@/app/_lanes/lane-key";
import { Button } from "@/app/_ui/actions/button";
import { copyText } from "@/app/_ui/actions/copy-text";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { useFiles } from "../files/use-files";
import { useConnection, useUnsentWords } from "../outbox/use-connection";
import styles from "./start.module.css";

/**
 * The session was ended elsewhere while somebody wrote here, or the connection was lost: words that can no longer become
 * cards can be copied (private ones without being shown) and are discarded by the user; uploads continue by themselves.
 */
export function UnsentWords() {
  const t = useTranslations("desk.over");
  const files = useTranslations("desk.files");
  const { forget } = useConnection();
  const { uploads } = useFiles();
  const words = useUnsentWords() ?? [];
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <>
      {words.length > 0 ? (
        <Sheet labelledBy="desk-left">
          <SectionHead id="desk-left" title={t("left", { count: words.length })} />
          <p>{t("leftHow")}</p>
          <ul className={styles.left}>
            {words.map((one) => (
              <li key={one.key}>
                <span>{one.isPrivate ? t("leftPrivate") : one.text}</span>
                <Button small onClick={() => void copyText(one.text).then((isDone) => isDone && setCopied(one.key))}>
                  {copied === one.key ? t("copied") : t("copy")}
                </Button>
              </li>
            ))}
          </ul>
          <Button onClick={forget}>{t("layAside")}</Button>
        </Sheet>
      ) : null}
      {uploads.uploads.length > 0 ? (
        <Sheet labelledBy="desk-going">
          <SectionHead id="desk-going" title={t("going")} />
          {uploads.uploads.map((one) => (
            <GoingFile
              key={one.key}
              upload={one}
              uploads={uploads}
              name={isPrivate(one.lane) ? files(`unnamed.${one.kind}`) : one.file.name}
            />
          ))}
        </Sheet>
      ) : null}
    </>
  );
}
