import { describe, expect, it } from "vitest";
import { deadButtonsIn } from "./dead-buttons-in.mjs";

const found = (text: string) => deadButtonsIn("app/_x/y.tsx", text).length;

describe("a main button that is switched off", () => {
  it.each([
    '<Button variant="go" disabled={!text.trim()} onClick={save}>',
    '<Button\n  type="submit"\n  busy={act.isBusy}\n  disabled={a === "" || b > c}\n>',
    '<Button variant="go" onClick={() => run()} disabled={!isWhole}>',
    '<button type="submit" disabled={isEmpty}>',
    '<Button variant="go" icon={<IconSend aria-hidden />} disabled={!x} onClick={() => go({ of: { a: 1 } })}>',
  ])("is found in %s", (text) => expect(found(text)).toBe(1));

  it.each([
    "<Button small disabled={at === 0} onClick={up}>",
    '<Button variant="go" busy={isBusy} onClick={() => press(null, go)}>',
    'const isReady = useMounted();\n<Button type="submit" disabled={!isReady}>',
    '<FootBar title={t("none")} note={waitsFor ?? sentence}>\n<Button variant="go" disabled={!mayAct}>',
    '<Button variant="go" aria-disabled={!x} onClick={go}>',
    '<CheckField disabled label={t("x")} />\n<Button variant="go" onClick={go}>',
  ])("is not in %s", (text) => expect(found(text)).toBe(0));
});
