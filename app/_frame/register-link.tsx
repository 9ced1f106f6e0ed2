"use client";
import { IconPlus } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ButtonLink } from "@/app/_ui/actions/button";
import { isPageKey } from "@/app/_ui/actions/page-key";

const href = "/register";

/** 新登记, from anywhere with N. */
export function RegisterLink() {
  const t = useTranslations("frame");
  const router = useRouter();

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if ((event.key !== "n" && event.key !== "N") || !isPageKey(event)) return;
      event.preventDefault();
      router.push(href);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [router]);

  return (
    <ButtonLink small href={href} kbd="N" icon={<IconPlus aria-hidden />} aria-keyshortcuts="N">
      {t("register")}
    </ButtonLink>
  );
}
