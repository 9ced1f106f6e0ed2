"use client";
import { Menu, useMantineColorScheme } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wipeAll } from "@/app/_desk/outbox/unsent-store";
import { chooseLocale } from "@/app/_i18n/choose-locale";
import { localeOf } from "@/app/_i18n/locale-cookie";
import { useRememberLocale } from "@/app/_i18n/remember-locale";
import styles from "@/app/_ui/actions/menu.module.css";
import { locales } from "@/db/vocabulary";

const schemes = ["light", "dark", "auto"] as const;

interface PersonMenuProps {
  className?: string;
  /** What the button shows; screen readers also hear what it opens. */
  children: ReactNode;
}

/** A button that opens language, colour scheme, account, password and sign-out. */
export function PersonMenu({ className, children }: PersonMenuProps) {
  const t = useTranslations("frame.person");
  const languages = useTranslations("frame.languages");
  const locale = useLocale();
  const router = useRouter();
  const rememberLocale = useRememberLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isMounted = useMounted();

  return (
    <Menu
      position="bottom-end"
      shadow="md"
      width={200}
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={className}>
          {children}
          <span className="sr-only">{t("label")}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
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
        {/* The stored scheme is known only in the browser. */}
        <Menu.RadioGroup
          value={isMounted ? colorScheme : null}
          onChange={(chosen) => setColorScheme(schemes.find((one) => one === chosen) ?? "auto")}
        >
          {schemes.map((one) => (
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
        <Menu.Item
          className={styles.item}
          onClick={() => void wipeAll().then(() => signOut({ callbackUrl: "/sign-in" }))}
        >
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
