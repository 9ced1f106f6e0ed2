/** Light or dark as chosen on this device; auto: as the device itself is. */
export const colorSchemes = ["light", "dark", "auto"] as const;
export type ColorScheme = (typeof colorSchemes)[number];

/** Mantine's own names: what it draws reads them as well. */
const stored = "mantine-color-scheme-value";
export const schemeAttribute = "data-mantine-color-scheme";

/** Before anything is drawn: sets the scheme that was chosen, so that no page is first light and then dark. */
export const firstSchemeScript = `try{var s=localStorage.getItem("${stored}");document.documentElement.setAttribute("${schemeAttribute}",s==="light"||s==="dark"?s:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light")}catch(e){}`;

/** What was chosen here; auto where nothing was, or where the browser keeps nothing. */
export function chosenScheme(): ColorScheme {
  try {
    const scheme = localStorage.getItem(stored);
    return colorSchemes.find((one) => one === scheme) ?? "auto";
  } catch {
    return "auto";
  }
}

/** Shows the page in the scheme chosen. */
export function showScheme(): void {
  const chosen = chosenScheme();
  const isDark = chosen === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
  document.documentElement.setAttribute(schemeAttribute, isDark ? "dark" : "light");
}

/** Stores a choice for all pages on this device, and shows it. */
export function chooseScheme(scheme: ColorScheme): void {
  try {
    localStorage.setItem(stored, scheme);
  } catch {
    // A browser that keeps nothing shows what the device asks for.
  }
  showScheme();
}
