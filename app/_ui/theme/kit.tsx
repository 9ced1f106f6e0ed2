"use client";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { useLocale } from "next-intl";
import "dayjs/locale/zh-cn";
import type { ReactNode } from "react";
import { Toasts } from "../feedback/toasts";
import { cssVariablesResolver, theme } from "./theme";

/** Mantine with the product's theme, and the container of toasts. */
export function Kit({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <DatesProvider settings={useLocale() === "en" ? { locale: "en" } : { locale: "zh-cn" }}>{children}</DatesProvider>
      <Toasts />
    </MantineProvider>
  );
}
