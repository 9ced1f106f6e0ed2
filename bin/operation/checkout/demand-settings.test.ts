import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { demandSettings, settingFaults } from "./demand-settings.mjs";

it.each<[string, Record<string, string>]>([
  ["TRUSTED_PROXY_HEADERS", { TRUSTED_PROXY_HEADERS: "X-Forwarded-For" }],
  ["ZHONGTIAO_CHECKPOINT_COPY", { ZHONGTIAO_CHECKPOINT_COPY: "/mnt/elsewhere" }],
  ["DEMO_DATA", { DEMO_DATA: "false" }],
  ["ICS_ALLOW_PRIVATE", { ICS_ALLOW_PRIVATE: "true" }],
  ["HOST", { HOST: "http://0.0.0.0" }],
  ["NEXTAUTH_URL", { NEXTAUTH_URL: "tiao.example.cn" }],
  ["NEXTAUTH_URL", { NEXTAUTH_URL: "https://tiao.example.cn/app" }],
  ["NEXTAUTH_URL", { NEXTAUTH_URL: "https://a:b@tiao.example.cn" }],
  ["TRUSTED_PROXY", { TRUSTED_PROXY: "10.0.0.0/8", TRUSTED_PROXY_HEADER: "X-Forwarded-For" }],
  ["TRUSTED_PROXY", { TRUSTED_PROXY: "10.0.0.2, nginx", TRUSTED_PROXY_HEADER: "X-Forwarded-For" }],
  ["TRUSTED_PROXY_HEADER", { TRUSTED_PROXY: "10.0.0.2" }],
  ["TRUSTED_PROXY_HEADER", { TRUSTED_PROXY_HEADER: "X-Forwarded-For, X-Real-IP" }],
  ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://id.example.cn", OIDC_CLIENT_ID: "x" }],
  ["OIDC_ISSUER", { OIDC_CLIENT_ID: "x", OIDC_CLIENT_SECRET: "y" }],
  ["NODE_OPTIONS", { NODE_OPTIONS: "--max-old-space-size=99 --inspect=0.0.0.0:9229" }],
  ["NODE_TLS_REJECT_UNAUTHORIZED", { NODE_TLS_REJECT_UNAUTHORIZED: "0" }],
  ["ALLOW_UNSAFE", { ALLOW_UNSAFE: "all" }],
])("a start is refused with the name of the wrong setting: %s of %j", (name, env) => {
  expect(() => demandSettings(env)).toThrow(new RegExp(`\\b${name}\\b`));
});

it("a start is not refused with settings as the documents show them, nor with none", () => {
  expect(settingFaults({})).toEqual([]);
  expect(
    settingFaults({
      HOST: "0.0.0.0",
      NEXTAUTH_URL: "https://tiao.example.cn/",
      TRUSTED_PROXY: "10.0.0.2, fd00::2",
      TRUSTED_PROXY_HEADER: "X-Forwarded-For",
      OIDC_ISSUER: "https://id.example.cn",
      OIDC_CLIENT_ID: "x",
      OIDC_CLIENT_SECRET: "y",
      OIDC_NAME: "统一登录",
      DEMO_DATA: "no",
      DATABASE_PREPARED: "",
    }),
  ).toEqual([]);
});

it("every setting that the documents name is known", () => {
  const documents = ["README.md", "docs/operations.md", "docs/scale.md"];
  const text = documents
    .map((file) => readFileSync(path.resolve(import.meta.dirname, "../../..", file), "utf8"))
    .join();
  const named = [...new Set(text.match(/`(?:ZHONGTIAO|TRUSTED|OIDC|ICS|DEMO|NEXTAUTH)_[A-Z_]+\b/g) ?? [])];
  expect(named.length).toBeGreaterThan(10);
  expect(settingFaults(Object.fromEntries(named.map((name) => [name.slice(1), ""])))).toEqual([]);
});
