"use client";
import { Menu, useMantineColorScheme } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { IconCheck } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { chooseLocale } from "@/app/_i18n/choose-locale";
import styles from "@/app/_ui/menu.module.css";
import { locales } from "@/db/vocabulary";

const schemes = ["light", "dark", "auto"] as const;

/** Language, light or dark, password, out. `children` is the button that opens it. */
export function PersonMenu({ children }: { children: ReactNode }) {
  const t = useTranslations("frame.person");
  const languages = useTranslations("frame.languages");
  const locale = useLocale();
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isMounted = useMounted();

  return (
    <Menu position="bottom-end" shadow="md" width={200} transitionProps={{ duration: 0 }}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Menu.Label className={styles.label}>{t("language")}</Menu.Label>
        {locales.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            className={styles.item}
            role="menuitemradio"
            aria-checked={one === locale}
            rightSection={one === locale ? <IconCheck aria-hidden /> : null}
            onClick={() => {
              chooseLocale(one);
              router.refresh();
            }}
          >
            {languages(one)}
          </Menu.Item>
        ))}
        <Menu.Label className={styles.label}>{t("scheme")}</Menu.Label>
        {schemes.map((one) => (
          <Menu.Item
            key={one}
            className={styles.item}
            role="menuitemradio"
            aria-checked={isMounted && one === colorScheme}
            rightSection={isMounted && one === colorScheme ? <IconCheck aria-hidden /> : null}
            onClick={() => setColorScheme(one)}
          >
            {t(one)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item className={styles.item} component={Link} href="/change-password">
          {t("changePassword")}
        </Menu.Item>
        <Menu.Item className={styles.item} onClick={() => signOut({ callbackUrl: "/sign-in" })}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
