import { MantineProvider } from "@mantine/core";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { cssVariablesResolver, theme } from "./theme";

/** As the formatter of this repository writes it. */
const formatted = (css: string) =>
  css
    .replace(/\s+/g, " ")
    .replace(/ ?\{ ?/g, " {\n  ")
    .replace(/; ?/g, ";\n  ")
    .replace(/ *\} ?/g, "}\n\n")
    .replace(/, ?:host/g, ",\n:host")
    .replace(/\[data-mantine-color-scheme=(\w+)\]/g, '[data-mantine-color-scheme="$1"]')
    .replace(/\n+$/, "\n");

it("the theme's variables are a file of the build (after a change of the theme: this test with -u)", async () => {
  const drawn = renderToStaticMarkup(
    createElement(MantineProvider, { theme, cssVariablesResolver, withGlobalClasses: false }),
  );
  const variables = /<style[^>]*>([^<]*)<\/style>/.exec(drawn)?.[1] ?? "";
  await expect(formatted(variables)).toMatchFileSnapshot("./kit-variables.css");
});
