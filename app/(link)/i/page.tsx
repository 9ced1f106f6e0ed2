import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkEntry } from "@/app/_guest/link-entry";
import { withWords } from "@/app/_i18n/client-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("guest");
  return { title: t("title") };
}

/** The token is in the address behind #, which browsers never send to a server; the page reads it in the browser. */
async function LinkPage() {
  const t = await getTranslations("guest");
  return (
    <>
      <noscript>
        <style>{"[data-opening]{display:none}"}</style>
        <p>{t("noScript")}</p>
      </noscript>
      <LinkEntry />
    </>
  );
}

export default withWords("(link)/i/page", LinkPage);
