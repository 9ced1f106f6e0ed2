"use client";
import { createContext, useContext } from "react";
import type { Locale } from "@/db/vocabulary";

const RememberLocale = createContext<(locale: Locale) => void>(() => undefined);

/** Rendered for signed-in people: stores the chosen language with their account. */
export const RememberLocaleProvider = RememberLocale.Provider;

/** Elsewhere only this browser stores the language. */
export const useRememberLocale = () => useContext(RememberLocale);
