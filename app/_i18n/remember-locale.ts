"use client";
import { createContext, useContext } from "react";
import type { Locale } from "@/db/vocabulary";

const RememberLocale = createContext<(locale: Locale) => void>(() => undefined);

/** Set where somebody is signed in: keeps the chosen language with their account. */
export const RememberLocaleProvider = RememberLocale.Provider;

/** Elsewhere this browser alone remembers the language. */
export const useRememberLocale = () => useContext(RememberLocale);
