import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Timeline } from "@/app/_ui/lists/timeline";
import type { CallRow } from "@/server/calls/queries";

/** The calls of a group as a story, oldest first. */
export function CallStories({ calls }: { calls: readonly CallRow[] }) {
  const t = useTranslations("calls.list");
  const f = useFormat();
  return (
    <Timeline
      wide
      items={[...calls].reverse().map((call) => ({
        id: call.id,
        at: f.dayTime(call.calledAt),
        words: call.isDuplicate ? `${call.summary}（${t("duplicate")}）` : call.summary,
      }))}
    />
  );
}
