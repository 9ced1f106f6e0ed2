import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/app/_frame/language-switch";
import { Mark } from "@/app/_frame/mark";
import { ClientWords } from "@/app/_i18n/client-words";
import { TrpcClient } from "@/app/_trpc/client";
import styles from "./link.module.css";

/** Nothing here is for a search engine, and nothing of it leaves with a click. */
export const metadata: Metadata = { robots: { index: false, follow: false, nocache: true }, referrer: "no-referrer" };

/** For people without an account: one thing to do, no places, a thumb's sizes at any width. */
export default async function LinkLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("frame");
  return (
    <ClientWords of="link">
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
