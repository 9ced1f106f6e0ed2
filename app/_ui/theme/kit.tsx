"use client";
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { Toasts } from "../feedback/toasts";
import { theme } from "./theme";

/** Mantine with the product's theme, whose variables stand in `kit-variables.css`, and the container of toasts. */
export function Kit({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      {children}
      <Toasts />
    </MantineProvider>
  );
}
