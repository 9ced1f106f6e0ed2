import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { catalogues } from "@/app/_i18n/catalogues";
import { TrpcClient } from "@/app/_trpc/client";
import { Kit } from "@/app/_ui/theme/kit";

/** The whole HTML of a page's content in Chinese, and what parts of it threw. Throws what the page itself threw. */
export async function rendered(content: ReactNode): Promise<{ html: string; faults: unknown[] }> {
  const faults: unknown[] = [];
  const children = createElement(Kit, null, createElement(TrpcClient, null, content));
  const words = { locale: "zh-CN", messages: catalogues["zh-CN"], timeZone: "Asia/Shanghai", children } as const;
  const out = new PassThrough();
  await new Promise<void>((resolve, reject) => {
    const stream = renderToPipeableStream(createElement(NextIntlClientProvider, words), {
      onError: (error) => void faults.push(error),
      onShellError: reject,
      onAllReady: () => {
        stream.pipe(out);
        resolve();
      },
    });
  });
  return { html: await text(out), faults };
}
