import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DangerBanner } from "@/app/_frame/danger-banner";
import { FocusLater } from "@/app/_frame/focus-later";
import { GettingReady } from "@/app/_frame/getting-ready";
import { ClientWords } from "@/app/_i18n/client-words";
import { FollowLinks } from "@/app/_ui/actions/follow-links";
import "@/app/_ui/theme/kit.css";
import "@/app/_ui/theme/tokens.css";
import "@/app/_ui/theme/global.css";
import "@/app/_ui/theme/kit-variables.css";
import { Toasts } from "@/app/_ui/feedback/toasts";
import { firstSchemeScript, schemeAttribute } from "@/app/_ui/theme/color-scheme";
import { FollowScheme } from "@/app/_ui/theme/follow-scheme";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame");
  return { title: { default: t("product"), template: `%s · ${t("product")}` } };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  // A phone's keyboard takes its height from the page, so that what sticks to the foot, the verb of a dialog, stays above it.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f1ea" },
    { media: "(prefers-color-scheme: dark)", color: "#121719" },
  ],
};

/** The nonce that our own server gave this request (bin/operation/processes/stamp-requests.mjs). */
async function nonceOfRequest(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} {...{ [schemeAttribute]: "light" }} suppressHydrationWarning>
      <head>
        <script nonce={await nonceOfRequest()}>{firstSchemeScript}</script>
      </head>
      <body>
        <ClientWords of="layout">
          <FollowScheme />
          <FollowLinks />
          <FocusLater />
          <GettingReady />
          <DangerBanner />
          {children}
          <Toasts />
        </ClientWords>
      </body>
    </html>
  );
}
