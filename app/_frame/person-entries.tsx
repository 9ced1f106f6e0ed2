"use client";
import { Menu } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type JSX, useState } from "react";
import { wipeAll } from "@/app/_desk/outbox/unsent-store";
import { chooseLocale } from "@/app/_i18n/choose-locale";
import { withLaterWords } from "@/app/_i18n/later-words";
import { localeOf } from "@/app/_i18n/locale-cookie";
import { useRememberLocale } from "@/app/_i18n/remember-locale";
import { Link } from "@/app/_ui/actions/link";
import { showKeys } from "@/app/_ui/actions/single-keys";
import { useLater } from "@/app/_ui/actions/use-later";
import styles from "@/app/_ui/menus/menu.module.css";
import { OpenMenu } from "@/app/_ui/menus/open-menu";
import { chooseScheme, chosenScheme, colorSchemes } from "@/app/_ui/theme/color-scheme";
import { locales } from "@/db/vocabulary";
import { sendSignOut } from "./send-sign-in";

// With its words, which most people never read.
const loadRoles = withLaterWords("_frame/own-roles", () => import("./own-roles").then((it) => it.OwnRoles));

/** What a PersonMenu opens. Loaded at its first use, so the stored colour scheme is known. */
export function PersonEntries({ button, hasKeys }: { button: JSX.Element; hasKeys?: boolean }) {
  const t = useTranslations("frame.person");
  const languages = useTranslations("frame.languages");
  const locale = useLocale();
  const router = useRouter();
  const rememberLocale = useRememberLocale();
  const [scheme, setScheme] = useState(chosenScheme);
  const { part: OwnRoles } = useLater(loadRoles, true);
  return (
    <OpenMenu button={button} width={200}>
      {OwnRoles ? <OwnRoles /> : null}
      <Menu.Label className={styles.label}>{t("language")}</Menu.Label>
      <Menu.RadioGroup
        value={locale}
        onChange={(chosen) => {
          chooseLocale(localeOf(chosen));
          rememberLocale(localeOf(chosen));
          router.refresh();
        }}
      >
        {locales.map((one) => (
          <Menu.RadioItem key={one} value={one} lang={one} className={styles.item} closeMenuOnClick>
            {languages(one)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label className={styles.label}>{t("scheme")}</Menu.Label>
      <Menu.RadioGroup
        value={scheme}
        onChange={(chosen) => {
          const next = colorSchemes.find((one) => one === chosen) ?? "auto";
          chooseScheme(next);
          setScheme(next);
        }}
      >
        {colorSchemes.map((one) => (
          <Menu.RadioItem key={one} value={one} className={styles.item}>
            {t(one)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Item className={styles.item} component={Link} href="/account">
        {t("account")}
      </Menu.Item>
      <Menu.Item className={styles.item} component={Link} href="/change-password">
        {t("changePassword")}
      </Menu.Item>
      {hasKeys ? (
        <Menu.Item className={styles.item} onClick={() => document.dispatchEvent(new Event(showKeys))}>
          {t("keys")}
        </Menu.Item>
      ) : null}
      <Menu.Item className={styles.item} onClick={() => void wipeAll().then(sendSignOut)}>
        {t("signOut")}
      </Menu.Item>
    </OpenMenu>
  );
}
