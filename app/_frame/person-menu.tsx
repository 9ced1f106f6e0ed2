"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LateMenu } from "@/app/_ui/menus/late-menu";

interface PersonMenuProps {
  className?: string;
  /** What the button shows; screen readers also hear what it opens. */
  children: ReactNode;
  /** Its entries list the keys of the office as well. */
  hasKeys?: boolean;
}

/** A button that opens language, colour scheme, account, password and sign-out. */
export function PersonMenu({ className, children, hasKeys }: PersonMenuProps) {
  const t = useTranslations("frame.person");
  const button = (
    <button type="button" className={className}>
      {children}
      <span className="sr-only">{t("label")}</span>
    </button>
  );
  return (
    <LateMenu button={button} load={loadEntries}>
      {({ PersonEntries }) => <PersonEntries button={button} hasKeys={hasKeys} />}
    </LateMenu>
  );
}

const loadEntries = () => import("./person-entries");
