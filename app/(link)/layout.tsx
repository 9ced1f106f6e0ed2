import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/app/_frame/language-switch";
import { Mark } from "@/app/_frame/mark";
import { ClientWords } from "@/app/_i18n/client-words";
import { TrpcClient } from "@/app/_trpc/client";
import styles from "./link.module.css";

/** Search engines must not list these pages, and a click on a link must not pass their address on as the referrer. */
export const metadata: Metadata = { robots: { index: false, follow: false, nocache: true }, referrer: "no-referrer" };

/** For people without an account: one thing to do, no navigation, controls of touch size at any width. */
export default async function LinkLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("frame");
  return (
    <ClientWords of="(link)/layout">
      <TrpcClient>
        <div className={styles.frame} data-phone>
          <header className={styles.top}>
            <Mark />
            <b>{t("product")}</b>
            <LanguageSwitch />
          </header>
          <main id="content" className={styles.main}>
            {children}
          </main>
        </div>
      </TrpcClient>
    </ClientWords>
  );
}
