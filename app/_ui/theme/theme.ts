import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

const act: MantineColorsTuple = [
  "#edf3f4",
  "#e0ebee",
  "#c3d5db",
  "#9dbcc6",
  "#7fb9cc",
  "#5f8d9d",
  "#386f83",
  "#1f5266",
  "#1b4b5e",
  "#163f50",
];
// Mantine reads grey and dark steps directly (field border 4, table line 3), so both tuples are ours.
const gray: MantineColorsTuple = [
  "#f8f6f1",
  "#f8f6f1",
  "#ebe8df",
  "#dfdbd0",
  "#87847a",
  "#5f6a70",
  "#5f6a70",
  "#46525a",
  "#46525a",
  "#1a2225",
];
const dark: MantineColorsTuple = [
  "#e8eaea",
  "#b6bfc3",
  "#96a1a6",
  "#96a1a6",
  "#748087",
  "#20282c",
  "#1a2124",
  "#1a2124",
  "#121719",
  "#0e1214",
];

/** Filled text is `--on`, never white: in the dark scheme the act colour is light. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant === "filled") return { ...colors, color: "var(--on)" };
  if (input.variant === "default") return { ...colors, border: "1px solid var(--line-2)" };
  return colors;
};

const kitColors = {
  "--mantine-color-body": "var(--sheet)",
  "--mantine-color-default": "var(--sheet)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-anchor": "var(--act)",
  "--mantine-color-act-filled": "var(--act)",
  "--mantine-color-act-outline": "var(--act)",
  "--mantine-color-act-filled-hover": "var(--act-2)",
  "--mantine-color-act-light": "var(--act-soft)",
  "--mantine-color-act-light-hover": "var(--st-1)",
  "--mantine-color-act-light-color": "var(--act-ink)",
  "--mantine-color-error": "var(--red-ink)",
  "--mantine-color-success": "var(--green-ink)",
  "--mantine-color-default-border": "var(--line-2)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-disabled": "var(--inset)",
  "--mantine-color-disabled-color": "var(--ink-off)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-primary-color-contrast": "var(--on)",
};

/** Mantine has its own values per scheme, so ours must be set in both. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: kitColors,
  dark: kitColors,
});

/** The product's Mantine theme. Sizes are our tokens, so they grow on phones. */
export const theme = createTheme({
  colors: { act, gray, dark },
  primaryColor: "act",
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver,
  fontFamily: "var(--sans)",
  fontFamilyMonospace: "var(--sans)",
  headings: { fontFamily: "var(--sans)", fontWeight: "600" },
  radius: { xs: "3px", sm: "5px", md: "8px", lg: "12px", xl: "12px" },
  defaultRadius: "sm",
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "20px", xl: "24px" },
  fontSizes: { xs: "var(--t-xs)", sm: "var(--t-sm)", md: "var(--t-md)", lg: "var(--t-lg)", xl: "var(--t-xl)" },
  lineHeights: { xs: "1.5", sm: "1.5", md: "1.5", lg: "1.5", xl: "1.5" },
  shadows: { xs: "none", sm: "none", md: "var(--float)", lg: "var(--float)", xl: "var(--float)" },
  respectReducedMotion: true,
  focusRing: "auto",
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "sm", variant: "default" } },
    Input: { defaultProps: { size: "sm" } },
    InputWrapper: { defaultProps: { size: "sm", withAsterisk: false } },
    Table: {
      defaultProps: { verticalSpacing: 6, horizontalSpacing: 8, tabularNums: true, highlightOnHover: true },
    },
    Modal: { defaultProps: { overlayProps: { backgroundOpacity: 0.4, color: "#1a2225" }, centered: true } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.4, color: "#1a2225" } } },
    Notifications: { defaultProps: { position: "bottom-left", autoClose: 6000 } },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
});
